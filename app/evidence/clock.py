"""Times of day in words: half past seven is „halb acht“."""

import re
from collections.abc import Iterator

from msgspec import Struct

from app.evidence.tokens import tokens
from app.model import Span

_HOURS = {
    "en": "one two three four five six seven eight nine ten eleven twelve".split(),
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(),
}
_SPOKEN = {
    "en": re.compile(
        rf"\b(?P<how>half|(?:a )?quarter) (?P<way>past|after|to) (?P<hour>{'|'.join(_HOURS['en'])}|1[0-2]|[1-9])\b", re.IGNORECASE
    ),
    "de": re.compile(
        rf"\b(?P<how>halb|(?:drei ?)?viertel)(?P<way> nach| vor)? (?P<hour>{'|'.join(_HOURS['de'])}|1[0-2]|[1-9])\b", re.IGNORECASE
    ),
}
_SIGNS = {"en": frozenset({"half", "quarter"}), "de": frozenset({"halb", "viertel", "dreiviertel"})}
_AFTER, _BEFORE = frozenset({"past", "after", "nach"}), frozenset({"to", "vor"})


class Spoken(Struct, frozen=True):
    """A time of day in words; whether of the morning or the evening, words do not say."""

    span: Span
    hour: int
    minute: int


def spoken_times(text: str, language: str) -> Iterator[Spoken]:
    """The times of day that a text tells in words, in order; `language` is ``en`` or ``de``."""
    if _SIGNS[language].isdisjoint(tokens(text).known):
        return
    for match in _SPOKEN[language].finditer(text):
        named = match["hour"].lower()
        hour = int(named) if named.isdecimal() else _HOURS[language].index(named) + 1
        before, minute = _told(match["how"].lower(), (match["way"] or "").strip().lower())
        yield Spoken(Span(*match.span()), (hour - before) % 12, minute)


def _told(how: str, way: str) -> tuple[int, int]:
    """How many hours before the named one a time is, and its minute: „halb acht“ and „Viertel vor acht“ are both after seven."""
    quarter = how.endswith(("quarter", "viertel"))
    if way in _AFTER:
        return 0, 15 if quarter else 30
    if way in _BEFORE or how.startswith("drei"):
        return 1, 45
    return 1, 15 if quarter else 30
