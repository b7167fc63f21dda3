"""Which words are ordinary: the plain word lists behind the lexicon and CLDR, by which names are told from nouns."""

import re
from functools import cache, lru_cache

from babel import Locale

from app.evidence.lexicon import listed
from app.evidence.morphology import german_stem

_JOINTS = ("", "s", "es", "n", "en", "er", "e")
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def _english() -> frozenset[str]:
    """Words that have a German form of their own: „Wall Street“ has none."""
    return frozenset(word.lower() for lemma, _, right in listed() for word in lemma.split() if word not in right)


@cache
def _translated() -> frozenset[str]:
    """The same with the words of the names of places and languages."""
    return _english() | _places()[0]


@cache
def _german() -> frozenset[str]:
    """German words that are no names."""
    return frozenset(word.lower() for _, kind, right in listed() if kind != "p" for word in _WORD.findall(right))


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(german_stem, _german()))


@cache
def _places() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """English words of the names of places and languages that German does not have; by the first letters of the German ones, theirs."""
    pairs = [(lemma, right) for lemma, kind, right in listed() if kind == "p"]
    english, german = Locale("en"), Locale("de")
    for ours, theirs in (
        (english.territories, german.territories),
        (english.languages, german.languages),
        (english.currencies, german.currencies),
    ):
        pairs += [(name, theirs.get(code, "")) for code, name in ours.items()]
    own: set[str] = set()
    opposite: dict[str, set[str]] = {}
    for one, other in pairs:
        words, names = _WORD.findall(one.lower()), _WORD.findall(other.lower())
        own.update(word for word in words if word not in names)
        for name in names:
            opposite.setdefault(name[:_SHORTEST], set()).update(words)
    return frozenset(own), {letters: frozenset(words) for letters, words in opposite.items()}


def is_listed(word: str) -> bool:
    """Whether a German word is listed in this very form, capitals aside."""
    return word.lower() in _german()


def renders_place(word: str, source: str) -> bool:
    """Whether a German word may be the name of a country, place or people that the English text names: Deutsche, German."""
    lower = source.lower()
    return any(name in lower for name in _places()[1].get(word[:_SHORTEST].lower(), ()))


@lru_cache(maxsize=50_000)
def is_english(word: str) -> bool:
    """Whether an English word, a plural included, is listed in this form or part of the name of a country (Browning is not brown)."""
    lower = word.lower()
    if lower in (known := _translated()):
        return True
    return lower.endswith("s") and not known.isdisjoint((lower[:-1], lower.removesuffix("es"), lower.removesuffix("ies") + "y"))


@lru_cache(maxsize=50_000)
def is_german(word: str) -> bool:
    """Whether a German word is listed, or a compound of two listed words; a short one must be listed as it is."""
    if word.lower() in _german():
        return True
    stem, stems = german_stem(word), _stems()
    if len(stem) > _SHORTEST and stem in stems:
        return True
    return any(
        stem[cut:] in stems and any(stem[:cut].removesuffix(joint) in stems for joint in _JOINTS)
        for cut in range(_SHORTEST, len(stem) - _SHORTEST)
    )
