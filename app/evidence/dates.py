"""Months and days of the week that a text names, English and German."""

import re
from functools import lru_cache

from babel import Locale
from msgspec import Struct

from app.evidence.patterns import by_first_letter
from app.evidence.tokens import START, tokens
from app.model import Span


class Named(Struct, frozen=True):
    """A month (1 to 12) or a day of the week (0 is Monday) that a text names; `full` is false for an abbreviation."""

    span: Span
    value: int
    month: bool
    full: bool = True


def _names(language: str) -> dict[str, tuple[int, bool, bool]]:
    """From the lower-case name to (value, month, full)."""
    locale = Locale(language)
    table: dict[str, tuple[int, bool, bool]] = {}
    for width in ("wide", "abbreviated"):
        full = width == "wide"
        for month, name in locale.months["format"][width].items():
            table.setdefault(name.lower().rstrip("."), (month, True, full))
        for day, name in locale.days["format"][width].items():
            table.setdefault(name.lower().rstrip("."), (day, False, full))
    return table


_ENGLISH = _names("en") | {"sept": (9, True, False), "tues": (1, False, False), "thurs": (3, False, False), "thu": (3, False, False)}
_GERMAN = _names("de") | {"jänner": (1, True, True), "feber": (2, True, True), "sonnabend": (5, False, True), "sept": (9, True, False)}
_DAYS = "|".join(name for name, (_, month, full) in _GERMAN.items() if full and not month)
_MONTHS = "|".join(name for name, (_, month, full) in _GERMAN.items() if full and month)
_GERMAN_SHORT = "jan|feb|apr|aug|sept|okt|nov|dez"
_FULL_DAYS = "|".join(name.capitalize() for name, (_, month, full) in _ENGLISH.items() if full and not month)
_FULL_MONTHS = "|".join(name.capitalize() for name, (_, month, full) in _ENGLISH.items() if full and month and name not in {"may", "march"})
_ENGLISH_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"


def _scan(*forms: tuple[str, str, str, str], any_case: bool) -> re.Pattern[str]:
    """A pattern for names of several forms: a group's name, what stands before it (and the first letter), the words, and what follows."""
    letters = "".join(by_first_letter(words, any_case=any_case)[0] for _, _, words, _ in forms)
    parts = (rf"{before}(?P<{name}>{by_first_letter(words, any_case=any_case)[1]}){after}" for name, before, words, after in forms)
    return re.compile(rf"[{letters}](?<!\w.)(?{'i' * any_case}:{'|'.join(parts)})")


_SCAN_GERMAN = _scan(
    ("day", "", _DAYS, r"(?:e?s|en|e|s?-?(?:nach|vor)?(?:mitt|morg|abend|nacht|früh)\w*)?\b"),
    ("month", "", _MONTHS, r"s?\b"),
    ("short", r"(?:(?<=\d\. .)|(?<=\d\..))", _GERMAN_SHORT, r"\b"),
    any_case=True,
)
_SCAN_ENGLISH = _scan(
    ("day", "", _FULL_DAYS, r"s?\b"),
    ("month", "", _FULL_MONTHS, r"\b"),
    ("verb", "", "May|March", r"\b"),
    ("short", "", _ENGLISH_SHORT, r"\.?(?=\s\d)"),
    ("late", r"(?<=\d .)", _ENGLISH_SHORT, r"\b"),
    ("weekday", "", "Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun", r"\b(?=\.?,?\s(?:\d|[A-Z][a-z]{2,8}\.?\s\d))"),
    any_case=False,
)
_MODAL = re.compile(
    r"(?:\b(?:in|last|next|this|since|until|till|by|from|of|early|late|mid|to|through|and|between|for|every|during|before|after)|\d)[\s-]$"
)


_ENGLISH_STARTS = frozenset(name[:width] for name in _ENGLISH for width in (3, START))
_GERMAN_STARTS = frozenset(name[:START] for name in (*_DAYS.split("|"), *_MONTHS.split("|"), *_GERMAN_SHORT.split("|"), "mais"))
"""How words begin that may name a day or a month, in whole or in short."""


@lru_cache(maxsize=8192)
def named(text: str, language: str) -> tuple[Named, ...]:
    """The months and days of the week in a text, in order. „May“ and „March“ only where they can hardly be verbs."""
    english = language.startswith("en")
    if tokens(text).starts.isdisjoint(_ENGLISH_STARTS if english else _GERMAN_STARTS):
        return ()
    found = []
    for match in (_SCAN_ENGLISH if english else _SCAN_GERMAN).finditer(text):
        group = str(match.lastgroup)
        span = Span(match.start(), match.end(group))
        if group == "verb" and not (_MODAL.search(text[max(0, match.start() - 10) : match.start()]) or _dated(text, match.end())):
            continue
        value, month, full = (_ENGLISH if english else _GERMAN)[span.of(text).lower()]
        found.append(Named(span, value, month, full))
    return tuple(found)


def is_named(word: str) -> bool:
    """Whether an English word is the name of a month or a day, and of nothing else."""
    return any(match.lastgroup in {"day", "month"} for match in _SCAN_ENGLISH.finditer(word))


def _dated(text: str, end: int) -> bool:
    return bool(re.match(r"\s\d{1,4}\b", text[end : end + 6]))


class Comparison(Struct, frozen=True):
    """Months and days of the week that stand alone on either side of a row."""

    lost: tuple[Named, ...]
    extra: tuple[Named, ...]


@lru_cache(maxsize=8192)
def compared(source: str, target: str, languages: tuple[str, str] = ("en", "de")) -> Comparison:
    """What the source names and the translation does not, and the reverse; each mention counts once."""
    lost, extra = list(named(source, languages[0])), []
    for theirs in named(target, languages[1]):
        ours = next((name for name in lost if (name.value, name.month) == (theirs.value, theirs.month)), None)
        if ours is None:
            extra.append(theirs)
        else:
            lost.remove(ours)
    return Comparison(tuple(lost), tuple(extra))


_NIGHT = re.compile(r"\b(?P<late>[Ll]ate )?(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:night|evening)\b")
_STEMS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


class Night(Struct, frozen=True):
    """An English night or evening, the German words that mean another time, and the right ones."""

    ours: Span
    theirs: Span
    right: str


@lru_cache(maxsize=4096)
def wrong_night(source: str, target: str) -> Night | None:
    """Tuesday night is the evening: „Dienstagnacht“ may be either night, „in der Nacht zum Dienstag“ is the one before."""
    ours = _NIGHT.search(source) if "day " in source else None
    if ours is None:
        return None
    day = str(Locale("de").days["format"]["wide"][_STEMS.index(ours["day"])])
    theirs = re.search(rf"\b{day}nacht\b|\bNacht (?:zum|auf|auf den) {day}\b", target)
    if theirs is None or not (ours["late"] or "Nacht " in theirs[0]):
        return None
    return Night(Span(*ours.span()), Span(*theirs.span()), f"am späten {day}abend" if ours["late"] else f"am {day}abend")
