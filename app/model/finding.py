"""What a check found, where, and what can be done about it."""

from enum import StrEnum

from msgspec import Struct

from app.i18n import Message
from app.model.text import Span


class Side(StrEnum):
    """Which language version."""

    SOURCE = "source"
    TARGET = "target"


class Severity(StrEnum):
    """How grave, in the words of MQM."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """From 0 (neutral) to 3 (critical)."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Category(StrEnum):
    """What kind of issue: the localization quality issue types of ITS 2.0, as far as the checks use them."""

    TERMINOLOGY = "terminology"
    MISTRANSLATION = "mistranslation"
    OMISSION = "omission"
    UNTRANSLATED = "untranslated"
    ADDITION = "addition"
    DUPLICATION = "duplication"
    INCONSISTENCY = "inconsistency"
    GRAMMAR = "grammar"
    REGISTER = "register"
    LOCALE = "locale-violation"
    STYLE = "style"
    CHARACTERS = "characters"
    MISSPELLING = "misspelling"
    TYPOGRAPHICAL = "typographical"
    FORMATTING = "formatting"
    NUMBERS = "numbers"
    MARKUP = "markup"
    WHITESPACE = "whitespace"
    LENGTH = "length"
    UNINTELLIGIBLE = "unintelligible"
    OTHER = "other"


class Place(Struct, frozen=True, array_like=True):
    """A span in the text that one side of a unit has now."""

    unit: int
    side: Side
    span: Span


class Edit(Struct, frozen=True, array_like=True):
    """Replace a span of a unit's target by `text`."""

    unit: int
    span: Span
    text: str


class Fix(Struct, frozen=True):
    """A repair that can be applied without thinking: edits on target texts, units to remove."""

    label: Message
    edits: tuple[Edit, ...] = ()
    remove: tuple[int, ...] = ()


SURE = 0.5
"""The confidence from which a finding is more than a hint."""


class Finding(Struct, frozen=True):
    """One reason to look again.

    `confidence` runs from 0 to 1; below 0.5 a finding is a hint. `fingerprint` is made of the check, the matched texts and
    the source opposite, so that a dismissal lasts until what it matched changes.
    """

    check: str
    category: Category
    severity: Severity
    confidence: float
    units: tuple[int, ...]
    places: tuple[Place, ...]
    message: Message
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""

    @property
    def hint(self) -> bool:
        """Whether it is no more than a hint, which stops and counts nothing: too unsure, or neutral as a desk wants it."""
        return self.confidence < SURE or self.severity is Severity.NEUTRAL

    def on(self, side: Side) -> tuple[Place, ...]:
        """The places on one side."""
        return tuple(place for place in self.places if place.side is side)


class Dismissal(Struct, frozen=True, omit_defaults=True):
    """A finding that a reviewer called no error; its scope is where it is kept: a unit, an article, the project."""

    fingerprint: str
    check: str
    reason: str = ""
