"""Which words are ordinary: the plain word lists behind the lexicon and CLDR, by which names are told from nouns."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from babel import Locale

from app.evidence.morphology import german_stem

_JOINTS = ("", "s", "es", "n", "en", "er", "e")
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]{3,}")


def _entries() -> Iterator[tuple[str, str]]:
    """Lemma and renderings of each entry of the word list."""
    for file in (resources.files("resources") / "lexicon").iterdir():
        if file.name.endswith(".txt"):
            for line in file.read_text("utf-8").splitlines():
                head, colon, right = line.partition("#")[0].partition(":")
                if colon:
                    yield head.rpartition(" ")[0], right


@cache
def _english() -> frozenset[str]:
    """Words that have a German form of their own: „Downing Street“ has none."""
    return frozenset(word.lower() for lemma, right in _entries() for word in lemma.split() if word not in right)


@cache
def _german() -> frozenset[str]:
    return frozenset(word.lower() for _, right in _entries() for word in _WORD.findall(right))


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(german_stem, _german()))


@cache
def _cldr() -> tuple[frozenset[str], frozenset[str]]:
    """The words of the names of countries, languages and currencies: the English ones that German does not have, the German ones."""
    names: tuple[set[str], set[str]] = (set(), set())
    for found, locale in zip(names, (Locale("en"), Locale("de")), strict=True):
        for table in (locale.territories, locale.languages, locale.currencies):
            found.update(word.lower() for name in table.values() for word in _WORD.findall(name))
    return frozenset(names[0] - names[1]), frozenset(names[1])


@lru_cache(maxsize=50_000)
def is_english(word: str) -> bool:
    """Whether an English word, a plural included, is listed in this form or part of the name of a country (Downing is not down)."""
    lower = word.lower()
    forms = (lower, lower.removesuffix("s"), lower.removesuffix("es"), lower.removesuffix("ies") + "y")
    return any(form in _english() or form in _cldr()[0] for form in forms)


@lru_cache(maxsize=50_000)
def is_german(word: str) -> bool:
    """Whether a German word is listed, a country, or a compound of two listed words; a short one must be listed as it is."""
    lower = word.lower()
    if lower in _german() or lower in _cldr()[1]:
        return True
    stem = german_stem(word)
    if len(stem) > _SHORTEST and stem in _stems():
        return True
    return any(
        stem[cut:] in _stems() and any(stem[:cut].removesuffix(joint) in _stems() for joint in _JOINTS)
        for cut in range(_SHORTEST, len(stem) - _SHORTEST)
    )
