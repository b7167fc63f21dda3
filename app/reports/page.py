"""A report as data: titled sections of paragraphs, tables and charts, already in the words of its reader.

The same tree becomes a page for the browser, a workbook, or what the window prints. Texts in it are plain: whoever writes
them out escapes them.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct

from app.i18n import N_, _

LOT = "lot"
"""The kind of report that is about many articles; every other one is about one."""

KINDS = {
    "findings": N_("Findings"),
    "changes": N_("Changes"),
    "delivery": N_("Delivery note"),
    "scorecard": N_("Scorecard"),
    LOT: N_("Spot check of a lot"),
}
"""What the kinds of reports are called."""


class Tone(StrEnum):
    """What a colour or a line under words means; it is always said in words, too."""

    PLAIN = ""
    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NEUTRAL = "neutral"
    INSERTED = "inserted"
    DELETED = "deleted"
    SOFT = "soft"
    GOOD = "good"
    BAD = "bad"


class Run(Struct, frozen=True):
    """Words of one tone."""

    text: str
    tone: Tone = Tone.PLAIN


class Words(Struct, frozen=True):
    """Runs that make a text; `language` is BCP 47 where it is not that of the report."""

    runs: tuple[Run, ...]
    language: str = ""

    @property
    def plain(self) -> str:
        """The text without its tones."""
        return "".join(run.text for run in self.runs)


Cell = str | int | float | None | Words
"""What stands in a table: None for nothing."""


class Kind(StrEnum):
    """What a column holds, which decides its width and on which side it stands."""

    TEXT = "text"
    WIDE = "wide"
    STORY = "story"
    NUMBER = "number"
    SHORT = "short"
    CODE = "code"


class Column(Struct, frozen=True):
    """A column and what it is called."""

    title: str
    kind: Kind = Kind.TEXT


class Table(Struct, frozen=True):
    """Rows of cells; `strong` are the numbers of rows that stand out."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = frozenset()


class Facts(Struct, frozen=True):
    """Names with what they are; figures shown large where `large`."""

    facts: tuple[tuple[str, str], ...]
    large: bool = False


class Paragraph(Struct, frozen=True):
    """A few sentences."""

    text: str
    tone: Tone = Tone.PLAIN


class Series(Struct, frozen=True):
    """The figures of one kind for all names of a chart, in their order."""

    name: str
    tone: Tone
    values: tuple[float, ...]


class Bars(Struct, frozen=True):
    """Bars side by side in each name's row, one after the other."""

    title: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


class Strip(Struct, frozen=True):
    """One column for each row of a text, from 0 to 1, in the tone of the gravest thing there."""

    title: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    tones: tuple[Tone, ...]
    across: str
    up: str


class Curve(Struct, frozen=True):
    """A line through points; `notes` are points with words of their own, `limit` a level drawn across."""

    title: str
    across: str
    up: str
    points: tuple[tuple[float, float], ...]
    notes: tuple[tuple[float, float, str, Tone], ...] = ()
    limit: float | None = None
    names: tuple[str, ...] = ()
    percent: bool = False


Chart = Bars | Strip | Curve
Item = Paragraph | Facts | Table | Bars | Strip | Curve


class Section(Struct, frozen=True):
    """A titled part."""

    title: str
    items: tuple[Item, ...]


class Report(Struct, frozen=True):
    """A whole report. `result` is its outcome in a word or two, `stamp` what tells it from another: who, when, version, hashes."""

    kind: str
    title: str
    language: str
    sections: tuple[Section, ...]
    stamp: Facts
    result: str = ""
    tone: Tone = Tone.PLAIN
    lead: str = ""

    @property
    def tables(self) -> list[Table]:
        """All its tables, in order."""
        return [item for section in self.sections for item in section.items if isinstance(item, Table)]

    @property
    def charts(self) -> list[Chart]:
        """All its charts, in order."""
        return [item for section in self.sections for item in section.items if isinstance(item, Chart)]


def stamp(language: str, reviewer: str, hashes: Iterable[tuple[str, str]], now: datetime | None = None) -> Facts:
    """Who made a report, when and with which version, and the hashes of what it is about."""
    from importlib.metadata import version

    facts = [
        (_("Reviewer"), reviewer or "–"),
        (_("Date"), date(now or datetime.now(UTC), language)),
        (_("Version"), f"Gegenlesen {version('gegenlesen')}"),
    ]
    return Facts((*facts, *hashes))


def date(when: datetime, language: str) -> str:
    """A date with its time as people of this language write it, where this computer is."""
    from babel.dates import format_datetime

    return str(format_datetime(when.astimezone(), "d. MMMM y, HH:mm 'Uhr'" if language == "de" else "d MMMM y, HH:mm", locale=language))


def number(value: float, language: str, digits: int = 1) -> str:
    """A figure with the marks of this language, and at most so many digits behind the comma."""
    from babel.numbers import format_decimal

    return str(format_decimal(round(value, digits), format="#,##0." + "#" * digits, locale=language))


def words(text: str, language: str = "", tone: Tone = Tone.PLAIN) -> Words:
    """A text of one tone."""
    return Words((Run(text, tone),), language)
