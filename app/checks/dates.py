"""Months and days of the week that changed."""

import re
from collections.abc import Iterable

from babel import Locale

from app.checks.check import Check, Hit, example
from app.evidence.dates import Comparison, Named, compared, named
from app.evidence.opposites import TIMES
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.evidence.values import compared as compared_numbers
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side
from app.style import Profile

_GERMAN = Locale("de")


def _comparison(story: Story, row: Row) -> Comparison:
    return compared(row.source.plain, row.target.plain, (story.source_language, story.target_language))


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    yield from _fiscal(row)
    yield from _times(story, row)
    found = _comparison(story, row) if row.target.plain and named(row.source.plain, story.source_language) else None
    if found is None or not found.lost or not found.extra:
        return
    around = [_comparison(story, other) for other in story.around(row) if other.unit != row.unit]
    lost = [ours for ours in found.lost if not any(_same(ours, theirs) for there in around for theirs in there.extra)]
    extra = [theirs for theirs in found.extra if not any(_same(ours, theirs) for there in around for ours in there.lost)]
    for theirs in extra:
        ours = next((name for name in lost if name.month == theirs.month), None)
        if ours is not None and not _in_figures(row, theirs):
            lost.remove(ours)
            yield _hit(row, ours, theirs)


_FISCAL = re.compile(
    r"\b(?:fiscal(?: year)?(?: of)? ?(?:19|20)?\d\d|fiscal year|financial year|fiscal (?:first|second|third|fourth)[- ]quarter|FY ?\d\d)\b",
    re.IGNORECASE,
)
_FISCAL_WORDS = frozenset({"fiscal", "financial", "fy"})
_FISCAL_GERMAN = re.compile(r"(?:geschäfts|finanz|haushalts|fiskal|bilanz|wirtschafts|rechnungs|steuer)jahr", re.IGNORECASE)


def _fiscal(row: Row) -> Iterable[Hit]:
    """A fiscal year that became a calendar year."""
    told = row.target.plain and not _FISCAL_WORDS.isdisjoint(tokens(row.source.plain).known)
    ours = _FISCAL.search(row.source.plain) if told else None
    if ours and not _FISCAL_GERMAN.search(row.target.plain):
        year = re.search(r"(?:19|20)\d\d|\bJahr\w*|\bQuartal\w*", row.target.plain)
        place = row.place(Side.TARGET, *year.span()) if year else row.place(Side.TARGET)
        message = Message(N_("“{source}” is a financial year (Geschäftsjahr), not a calendar year."), {"source": ours[0]})
        yield Hit((row.place(Side.SOURCE, *ours.span()), place), message, None, 0.8)


def _times(story: Story, row: Row) -> Iterable[Hit]:
    """A season, a holiday, noon or yesterday that became another."""
    for found in TIMES.exchanged(story, row):
        places = row.place(Side.SOURCE, found.ours.start, found.ours.end), row.place(Side.TARGET, found.theirs.start, found.theirs.end)
        said = {"source": found.ours.of(row.source.plain), "target": found.theirs.of(row.target.plain)}
        yield Hit(places, Message(N_("The source says “{source}”, the translation “{target}”."), said), None, row.sure(0.8))


def _same(ours: Named, theirs: Named) -> bool:
    return (ours.value, ours.month) == (theirs.value, theirs.month)


def _in_figures(row: Row, theirs: Named) -> bool:
    """Whether a figure of the source can be the month: „9/11“ is „11. September“."""
    lost = compared_numbers(row.source.plain, row.target.plain).lost
    return theirs.month and any(ours.digits and theirs.value in ours.values for ours in lost)


def _hit(row: Row, ours: Named, theirs: Named) -> Hit:
    names = _GERMAN.months if ours.month else _GERMAN.days
    right = str(names["format"]["wide"][ours.value])
    wrong = theirs.span.of(row.target.plain)
    right = right.lower() if wrong.islower() else right
    places = row.place(Side.SOURCE, ours.span.start, ours.span.end), row.place(Side.TARGET, theirs.span.start, theirs.span.end)
    said = {"source": ours.span.of(row.source.plain), "target": wrong}
    fix = Fix(Message(N_("Write “{right}”"), {"right": right}), (Edit(row.unit, theirs.span, right),))
    confidence = row.sure(0.9)
    return Hit(places, Message(N_("The source says “{source}”, the translation “{target}”."), said), None, confidence, (fix,))


DATE = Check(
    id="fact.date",
    title=N_("Month or day changed"),
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    what=N_("Compares the months, days, seasons and holidays that a row names and reports one that has another in its place."),
    why=N_("A hearing on Thursday is not one on Tuesday."),
    silence=N_("Dismiss it where the translation gives the day of another time zone."),
    flags=(
        example(("The council met on Sunday.", "Der Rat trat am Donnerstag zusammen.")),
        example(("Sales fell in February.", "Im Juni ging der Absatz zurück.")),
        example(("The trial begins on Tuesday night.", "Der Prozess beginnt am Mittwochabend.")),
        example(("Sales rose in the second quarter of fiscal 2025.", "Der Absatz stieg im zweiten Quartal 2025.")),
        example(("The mill closed in the autumn.", "Die Mühle schloss im Frühjahr.")),
        example(("They met on Jan. 4 and again in May.", "Sie trafen sich am 4. Januar und wieder im März.")),
    ),
    passes=(
        example(("The council met on Saturday.", "Der Rat trat am Sonnabend zusammen.")),
        example(("Sales fell last December.", "Im Vormonat ging der Absatz zurück.")),
        example(("They may march on Friday.", "Am Freitag könnten sie marschieren.")),
        example(("Rain fell on Monday.", "Es regnete."), ("It was cold.", "Am Montag war es kalt.")),
        example(("Sales rose in fiscal 2025.", "Der Absatz stieg im Geschäftsjahr 2025.")),
        example(("Prices fall in winter, he said.", "Im Winter sinken die Preise, sagte er.")),
        example(("Ten years after 9/11", "Zehn Jahre nach dem 11. September")),
    ),
    of_row=_look,
)

CHECKS = (DATE,)
