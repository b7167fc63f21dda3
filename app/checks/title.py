"""The headline that stands in the text once more."""

import re
from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.checks.passage import removal, shortened
from app.evidence.pieces import Piece
from app.evidence.repeats import normalised
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import BlockKind, Category, Severity, Side, Span
from app.style import Profile

_LONGEST = 200
_LABEL = re.compile(r"^\W*(?:titel|title|überschrift|headline|schlagzeile)\W*:\s*", re.IGNORECASE)


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.added:
        return
    words = normalised(_LABEL.sub("", row.target.plain))
    title = _title(story)
    if title is None or title.unit == row.unit or len(words) < 3:
        return
    if words in (normalised(title.target.plain), normalised(title.source.plain)):
        piece = Piece(row, Span(0, len(row.target.plain)))
        said = Message(N_("“{passage}” is the headline once more."), {"passage": shortened(row.target.plain)})
        yield Hit((row.place(Side.TARGET),), said, fixes=(removal([piece]),))


def _title(story: Story) -> Row | None:
    """The row of the headline: the first of its kind, or the first of all when it has both sides and no full stop."""
    named = next((row for row in story.rows if row.kind is BlockKind.TITLE), None)
    if named is not None:
        return named
    first = next((row for row in story.rows if row.source.plain and row.target.plain), None)
    if first is None or len(first.source.plain) > _LONGEST or first.source.plain.rstrip().endswith("."):
        return None
    return first


TITLE_ECHO = Check(
    id="artefact.title-echo",
    title=N_("Headline repeated"),
    category=Category.DUPLICATION,
    severity=Severity.MAJOR,
    what=N_("A row without source that only says the headline again, in German or English, with or without a label."),
    why=N_("Models and templates like to begin the text with its headline."),
    silence=N_("Dismiss it where the page repeats the headline on purpose."),
    confidence=0.95,
    flags=(
        example(
            ("Ferry sinks off Aldermoor", "Fähre sinkt vor Aldermoor"),
            ("", "Fähre sinkt vor Aldermoor"),
            ("All were saved.", "Alle wurden gerettet."),
        ),
        example(("Ferry sinks off Aldermoor", "Fähre sinkt vor Aldermoor"), ("", "Titel: Fähre sinkt vor Aldermoor")),
        example(("", "Ferry sinks off Aldermoor"), ("Ferry sinks off Aldermoor", "Fähre sinkt vor Aldermoor")),
        example(
            ("Ferry sinks off Aldermoor", "Fähre sinkt vor Aldermoor"),
            ("All were saved.", "Alle wurden gerettet."),
            ("", "FÄHRE SINKT VOR ALDERMOOR"),
        ),
    ),
    passes=(
        example(
            ("Ferry sinks off Aldermoor", "Fähre sinkt vor Aldermoor"),
            ("A ferry sank off Aldermoor.", "Vor Aldermoor ist eine Fähre gesunken."),
        ),
        example(("Ferry sinks", "Fähre sinkt"), ("", "Die Fähre war alt.")),
        example(("Ferry sinks off Aldermoor", "Fähre sinkt vor Aldermoor"), ("Ferry sinks off Aldermoor", "Fähre sinkt vor Aldermoor")),
        example(("A ferry sank.", "Eine Fähre sank."), ("", "Anzeige")),
    ),
    of_row=_look,
)

CHECKS = (TITLE_ECHO,)
