"""Sentences to words that both languages can compare: every word carries keys, and words that share one may translate each other."""

import re
from enum import IntEnum
from functools import lru_cache

from msgspec import Struct

from app.evidence import lexicon
from app.evidence.morphology import german_stem, undoubled
from app.evidence.tokens import said

_REMEMBERED = 50_000
"""Different words of a language that are kept as they were read: those of a long novel."""
_THOUSANDS = {"en": re.compile(r",(?<=\d,)(?=\d{3}(?!\d))"), "de": re.compile(r"\.(?<=\d\.)(?=\d{3}(?!\d))")}
_NOISE = {
    "en": frozenset(
        """
        a an the of to in and is are was were be been being has have had having it its that this for on with as at by from he she they
        his her their i we you not but or who which will would do does did don doesn didn wo isn wasn st nd rd th
        """.split()
    ),
    "de": frozenset(
        """
        der die das des dem den ein eine einer eines einem einen und in im zu zum zur von vom mit für auf an am als ist sind war waren
        wird werden wurde wurden hat haben hatte hatten es er sie sich dass nicht auch bei nach aus um so wie ich wir ihr ihre ihren
        seine seinen sein oder aber habe sei seien würde würden hätte hätten wäre wären worden
        """.split()
    ),
}
"""Words so common that they say nothing."""
_APOSTROPHE = re.compile(r"n?['’].*")
_AFTERNOON = re.compile(r"\b(?:(\d{1,2})(?:[.:]\d\d)?\s?(?:-|–|to|and)\s?)?(\d{1,2})(?:[.:]\d\d)?\s?p\.?m\b")
"""A time after noon or a span of such times, which German counts from 12 on."""
_FOLD = str.maketrans("cyjzw", "kiisv")
_VOWELS = str.maketrans("", "", "aeiou")


class Familiar(IntEnum):
    """How well a word is known, and so how much it means that no counterpart is found."""

    NUMBER = 0
    LISTED = 1
    FUNCTION = 2
    NAME = 3
    UNKNOWN = 4


class Word(Struct, frozen=True, eq=False, gc=False):
    """A word of a sentence with the keys that its translation may share."""

    keys: frozenset[str]
    familiar: Familiar


@lru_cache(maxsize=4096)
def words(text: str, language: str) -> tuple[Word, ...]:
    """The different words of a sentence that can say something about its translation, in order, so that sums over them come out alike.

    `language` is BCP 47; everything that is not English is read as German.
    """
    english = language.startswith("en")
    text = _THOUSANDS["en" if english else "de"].sub("", text)
    if english and ("pm" in text or "p.m" in text):
        text = _AFTERNOON.sub(_counted_on, text)
    found = dict.fromkeys(map(english_word if english else german_word, said(text).words))
    found.pop(_NOTHING, None)
    return tuple(found)


def _counted_on(time: re.Match[str]) -> str:
    return " ".join([time.group(), *(str(int(hour) % 12 + 12) for hour in time.groups() if hour)])


_NOTHING = Word(frozenset(), Familiar.UNKNOWN)


@lru_cache(maxsize=_REMEMBERED)
def english_word(word: str) -> Word:
    """An English word or figure as it is read; one that says nothing has no keys."""
    if word[0].isdigit():
        return _number(word)
    return _NOTHING if _says_nothing(word, "en") else _word(word, lexicon.english(word))


@lru_cache(maxsize=_REMEMBERED)
def german_word(word: str) -> Word:
    """The same of a German one."""
    if word[0].isdigit():
        return _number(word)
    return _NOTHING if _says_nothing(word, "de") else _word(word, lexicon.german(word))


def _says_nothing(word: str, language: str) -> bool:
    return len(word) == 1 or _bare(word).lower() in _NOISE[language]


def _bare(word: str) -> str:
    """A word without what an apostrophe joins to it."""
    return _APOSTROPHE.sub("", word) if "'" in word or "’" in word else word


def _word(word: str, reading: lexicon.Reading) -> Word:
    if reading.functional and word.islower():
        return Word(reading.stems, Familiar.FUNCTION)
    unlisted = Familiar.NAME if word[0].isupper() else Familiar.UNKNOWN
    listed = Familiar.FUNCTION if reading.functional else Familiar.LISTED
    return Word(frozenset((*reading.stems, *_likeness(word))), listed if reading.listed else unlisted)


def _number(digits: str) -> Word:
    value = digits.replace(",", ".").replace(":", ".")
    return Word(frozenset({f"#{value}", f"#{value.partition('.')[0]}"}), Familiar.NUMBER)


def _likeness(word: str) -> tuple[str, ...]:
    """Keys by which a name or a word of common origin is recognised in the other language."""
    folded = german_stem(_bare(word))
    if "ph" in folded or "ck" in folded:
        folded = folded.replace("ph", "f").replace("ck", "k")
    folded = folded.translate(_FOLD)
    if "h" in folded:
        folded = folded.replace("th", "t").replace("sh", "sch")
    folded = undoubled(folded)
    if len(folded) < 5:
        return (f"~{folded}",)
    keys = [f"~{folded[:5]}"]
    bones = folded[0] + folded[1:].translate(_VOWELS)
    if word[0].isupper() and len(bones) >= 4:
        keys.append(f"^{bones[:4]}")
    return tuple(keys)
