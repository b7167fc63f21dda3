"""Words to stems: light, fast and without exceptions to look up, so that inflected forms of one word meet."""

import re
from functools import lru_cache

_GERMAN_LETTERS = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "á": "a", "à": "a", "í": "i", "ó": "o", "ç": "c"}
)
_PREFIX = "ab|an|auf|aus|bei|bereit|durch|ein|fest|fort|frei|her|heraus|herab|hervor|hin|hinaus|hinzu|los|mit|nach|nieder|statt|teil|uber|um|unter|vor|voran|voraus|vorbei|weg|weiter|wieder|zu|zuruck|zusammen"
_PARTICIPLE = re.compile(rf"(?:{_PREFIX})?(?=(?:ge|zu)[a-z]{{4}})")
_GERMAN_END = re.compile(r"(?:ungs?|ungen|innen|in)?(?:e[mrn]s?|nd|[tesn])*$")
_ENGLISH_END = re.compile(r"(?:ingly|edly|ings?|ed|ly|e?s|'s)$")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


@lru_cache(maxsize=200_000)
def german_stem(word: str) -> str:
    """The stem of a German word in lower case without umlauts; participles lose their ``ge``."""
    word = word.lower().translate(_GERMAN_LETTERS)
    opening = _PARTICIPLE.match(word)
    if opening and len(word) - opening.end() >= 6:
        word = opening.group() + word[opening.end() + 2 :]
    end = _GERMAN_END.search(word, 3)
    return word[: end.start()] if end and end.start() >= 3 else word


@lru_cache(maxsize=200_000)
def english_stem(word: str) -> str:
    """The stem of an English word in lower case."""
    word = word.lower()
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "i"
    end = _ENGLISH_END.search(word, 3)
    if end and end.start() >= 3 and not word.endswith("ss"):
        word = word[: end.start()]
        if end.group() in {"ed", "ing", "ings"}:
            word = _DOUBLED.sub(r"\1", word)
    if len(word) > 3 and word.endswith("e"):
        return word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
