"""Words to stems: light and fast, so that the inflected forms of one word meet.

German follows the idea of CISTEM (Weißweiler and Fraser 2017): umlauts and ``ge`` go, then every inflectional ending as long
as three letters stay. English drops the endings of plurals, participles and adverbs, and what divides British from American spelling. Forms that no ending explains stand in
``resources/morphology``.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from operator import eq
from pathlib import Path

_REMEMBERED = 50_000
_LETTERS = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "í": "i", "ó": "o", "ç": "c"}
)
_SEPARABLE = (
    "ab|an|auf|auseinander|aus|bei|bereit|dar|davon|durch|ein|empor|entgegen|fern|fertig|fest|fort|frei|gegenuber|gleich|heran|heraus|herab|"
    "herbei|hervor|herum|herunter|her|hinaus|hinein|hinter|hinweg|hinzu|hin|hoch|klar|los|mit|nach|nahe|nieder|offen|sicher|statt|still|"
    "teil|uber|um|unter|voran|voraus|vorbei|vor|wahr|weg|weiter|wieder|zuruck|zusammen|zu"
)
_PARTICIPLE = re.compile(rf"(?:{_SEPARABLE})?(?=(?:ge|zu)[a-z]{{3}})")
_PREFIX = re.compile(rf"(?:{_SEPARABLE}|be|emp|ent|er|miss|ver|wider|zer)(?=(?P<verb>[a-z]{{3}}))")
_GERMAN_END = re.compile(r"(?:e[mrn]s?|nd|(?<=[a-z]{5})in(?:nen)?|ungs?|[tesn])*$")
_ENGLISH_END = re.compile(r"(?:ingly|edly|ings?|ed|ly|e?s)$")
_ENGLISH_ENDS = ("y", "g", "s", "d")
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:s|ve|re|ll|d|m)|['’])$")


@lru_cache(maxsize=_REMEMBERED)
def german_stem(word: str) -> str:
    """The stem of a German word in lower case without umlauts; participles lose their ``ge``, strong forms take the infinitive's."""
    return stem_of_trunk(german_trunk(word))


def german_trunk(word: str) -> str:
    """The German word in lower case without umlauts and endings, whole in front: what compounds are made of."""
    return _trunk(word.lower())


@lru_cache(maxsize=_REMEMBERED)
def _trunk(word: str) -> str:
    word = word if word.isascii() else word.translate(_LETTERS)
    end = _GERMAN_END.search(word, 3)
    return word[: end.start()] if end else word


@lru_cache(maxsize=_REMEMBERED)
def stem_of_trunk(trunk: str) -> str:
    """The stem of a word without endings."""
    stem = _without_participle(trunk)
    strong = _irregular("de")
    if stem in strong:
        return strong[stem]
    prefix = _PREFIX.match(stem)
    if prefix and stem[prefix.end() :] in strong:
        return prefix.group() + strong[stem[prefix.end() :]]
    return stem


@lru_cache(maxsize=_REMEMBERED)
def german_base(stem: str) -> str:
    """The stem of the verb without its separable prefix, which stands elsewhere in a main clause; the stem itself if it has none."""
    prefix = re.match(_SEPARABLE, stem)
    rest = stem[prefix.end() :] if prefix else ""
    return rest if len(rest) >= 3 else stem


def _without_participle(trunk: str) -> str:
    opening = _PARTICIPLE.match(trunk)
    return opening.group() + trunk[opening.end() + 2 :] if opening else trunk


def _plain_german(word: str) -> str:
    return _without_participle(german_trunk(word))


@lru_cache(maxsize=_REMEMBERED)
def english_stems(word: str) -> tuple[str, ...]:
    """The stems that an English word may belong to: its own, and for an irregular form that of its base."""
    stem = _plain_english(word)
    base = _irregular("en").get(stem)
    return (stem, base) if base else (stem,)


def _plain_english(word: str) -> str:
    word = word.lower()
    if "'" in word or "’" in word:
        word = _CONTRACTED.sub("", word)
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return _one_spelling(word[:-3] + "i")
    end = _ENGLISH_END.search(word, 3) if word.endswith(_ENGLISH_ENDS) else None
    if end and not word.endswith(("ss", "us")):
        word = word[: end.start()]
    if len(word) > 3 and word.endswith(("e", "y")):
        word = word[:-1] + ("i" if word[-1] == "y" else "")
    return _one_spelling(word)


def undoubled(word: str) -> str:
    """A word with one letter for each pair of the same."""
    if any(map(eq, word, word[1:])):
        for letter in {one for one, other in pairwise(word) if one == other}:
            word = word.replace(letter * 2, letter)
    return word


def _one_spelling(stem: str) -> str:
    """The stem without what divides British from American spelling, and without doubled letters."""
    stem = undoubled(stem)
    if len(stem) > 4:
        stem = stem.replace("our", "or")
        if stem.endswith("ter"):
            return stem[:-2] + "r"
        if stem.endswith(("nc", "is")):
            return stem[:-1] + ("s" if stem[-1] == "c" else "z")
    return stem


@cache
def _irregular(language: str) -> dict[str, str]:
    """Stems of irregular forms with the stem of their base."""
    stem = _plain_german if language == "de" else _plain_english
    return {stem(form): stem(base) for base, *forms in _forms(language) for form in forms if stem(form) != stem(base)}


def made_of() -> list[Path]:
    """The files on which stems depend, this one among them: what is kept of stems is made anew when one of them changes."""
    folder = resources.files("resources") / "morphology"
    files = [folder / f"irregular.{language}.txt" for language in ("de", "en")]
    return [*(file for file in files if isinstance(file, Path)), Path(__file__)]


def _forms(language: str) -> Iterator[list[str]]:
    text = (resources.files("resources") / "morphology" / f"irregular.{language}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split()
