"""Nouns that nothing opposite accounts for: weak evidence one by one, telling where several agree."""

from collections.abc import Iterable, Sequence

from app.checks.check import Check, Hit, example
from app.evidence.counterparts import lone
from app.evidence.opposites import THINGS
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.model.unit import DOUBTFUL
from app.style import Profile

_HINT, _SEVERAL = 0.35, 0.55
_SHARE = 0.6
"""The share of a row's sure nouns from which several without a counterpart are more than free wording.

So it is in three rows of 8,000 pairs of newspaper comment, and in none of 8,000 machine translations that experts marked; with two
fifths, most were free wording."""


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if contrary := [*_opposites(story, row)]:
        yield from contrary
        return
    found = lone(row.source.plain, row.target.plain) if row.doubt < DOUBTFUL else None
    if found is None:
        return
    ours, theirs = (_different(spans, row, side) for side, spans in ((Side.SOURCE, found.source), (Side.TARGET, found.target)))
    several = min(len(ours), len(theirs)) > 1 and len(found.source) + len(found.target) >= _SHARE * found.sure
    places = [row.place(side, span.start, span.end) for side, spans in ((Side.TARGET, theirs), (Side.SOURCE, ours)) for span in spans]
    yield Hit(tuple(places), _said(ours, theirs, row), None if several else Severity.NEUTRAL, _SEVERAL if several else _HINT)


def _opposites(story: Story, row: Row) -> Iterable[Hit]:
    """Imports for exports, mother for father: here the word list is not only without a counterpart, it knows the contrary."""
    for found in THINGS.exchanged(story, row):
        message = _said([found.ours], [found.theirs], row)
        places = row.place(Side.TARGET, found.theirs.start, found.theirs.end), row.place(Side.SOURCE, found.ours.start, found.ours.end)
        yield Hit(places, message, Severity.MAJOR, row.sure(0.75))


def _said(ours: Sequence[Span], theirs: Sequence[Span], row: Row) -> Message:
    said = {"source": _words(ours, row, Side.SOURCE), "target": _words(theirs, row, Side.TARGET)}
    return Message(N_("Nothing in the translation seems to say {source}, nothing in the source {target}."), said)


def _different(spans: Iterable[Span], row: Row, side: Side) -> list[Span]:
    """One span for each different word."""
    return list({span.of(row.text(side).plain).lower(): span for span in reversed(tuple(spans))}.values())[::-1]


def _words(spans: Iterable[Span], row: Row, side: Side) -> str:
    marks = "“”" if side is Side.SOURCE else "„“"
    return ", ".join(f"{marks[0]}{span.of(row.text(side).plain)}{marks[1]}" for span in spans)


CHECK = Check(
    id="meaning.weak-evidence",
    title=N_("Words without a counterpart"),
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    what=N_(
        "Looks for nouns on both sides for which the word list knows no plausible counterpart in the row, and for words that became their opposite."
    ),
    why=N_("Where a noun of the source is missing and another one stands there, the translation may say something else."),
    silence=N_("Dismiss it where the translation is free."),
    confidence=_SEVERAL,
    flags=(
        example(("The driver hid the jewels in a barn.", "Der Fahrer versteckte die Waffen in einem Keller.")),
        example(("The museum sold a painting to the church.", "Das Museum verkaufte der Fabrik ein Fahrrad.")),
        example(("Imports of rice declined.", "Die Ausfuhr von Reis ging zurück.")),
        example(("The farmer feeds the horses with apples.", "Der Bauer füttert die Katzen mit Brot.")),
        example(("The minister lost her umbrella at the airport.", "Die Ministerin verlor in der Kirche ihren Schlüssel.")),
    ),
    passes=(
        example(("The driver hid the jewels in a barn.", "Der Fahrer versteckte den Schmuck in einer Scheune.")),
        example(("The museum sold a painting.", "Das Museum verkaufte ein Bild.")),
        example(("Imports of rice declined.", "Die Einfuhr von Reis ging zurück.")),
        example(("The farmer feeds the horses.", "Der Landwirt füttert die Pferde.")),
        example(("In fact the minister lost.", "Tatsache ist, dass die Ministerin verlor.")),
    ),
    of_row=_look,
)

CHECKS = (CHECK,)
