"""Sentences that changed places."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from app.checks.check import Check, Hit, example
from app.evidence.gaps import moved
from app.evidence.overlap import common
from app.evidence.pieces import cuts
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

MOVED = N_("These sentences stand in another order than in the source.")

_MOST = 8
"""Sentences on either side up to which their order is compared."""

_LEAST_LEAD = 1.5
"""How much more two sentences must have in common crosswise than straight."""


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if row.added and (missing := moved(story, row)) is not None:
        between = sorted((story.index(row.unit), story.index(missing.unit)))
        rows = [other for other in story.rows[between[0] : between[1] + 1] if other.target.plain]
        yield Hit((*(other.place(Side.TARGET) for other in rows), missing.place(Side.SOURCE)), Message(MOVED))
    if not row.source.plain or not row.target.plain:
        return
    ours, theirs = cuts(row.source.plain), cuts(row.target.plain)
    if not 2 <= len(ours) == len(theirs) <= _MOST:
        return
    sides = [span.of(row.source.plain) for span in ours], [span.of(row.target.plain) for span in theirs]
    if _crossed([[common(one, other) for other in sides[1]] for one in sides[0]]):
        places = row.place(Side.TARGET, theirs[0].start, theirs[-1].end), row.place(Side.SOURCE)
        yield Hit(places, Message(MOVED))


def _crossed(table: Sequence[Sequence[float]]) -> bool:
    """Whether some pair of sentences has clearly more in common crosswise."""
    return any(table[a][b] + table[b][a] >= table[a][a] + table[b][b] + _LEAST_LEAD for a, b in combinations(range(len(table)), 2))


ORDER = Check(
    id="structure.order",
    title=N_("Sentences changed places"),
    category=Category.OTHER,
    severity=Severity.MINOR,
    what=N_("Two sentences of one row whose words, names and figures fit crosswise."),
    why=N_("What “he” or “that” refers to may have changed with the order."),
    silence=N_("Dismiss it where the order reads better in German."),
    confidence=0.75,
    flags=(
        example(
            (
                "The ferry left Aldermoor in 1961. The captain, Otto Brandis, was 34.",
                "Der Kapitän Otto Brandis war 34. Die Fähre verließ Aldermoor 1961.",
            )
        ),
        example(("Tickets cost 14 euros. The museum opened in 1988.", "Das Museum öffnete 1988. Karten kosten 14 Euro.")),
        example(("Maren Holt won gold. Silver went to Jule Petri.", "Silber ging an Jule Petri. Maren Holt gewann Gold.")),
        example(("It has 300 rooms. The hotel is in Port Ellery.", "Das Hotel steht in Port Ellery. Es hat 300 Zimmer.")),
    ),
    passes=(
        example(("Tickets cost 14 euros. The museum opened in 1988.", "Karten kosten 14 Euro. Das Museum öffnete 1988.")),
        example(("It rained. Nobody came.", "Es regnete. Niemand kam.")),
        example(("In 1988 the museum opened.", "Das Museum öffnete 1988.")),
        example(("Maren Holt won. Holt was happy.", "Holt gewann. Maren Holt war froh.")),
    ),
    of_row=_look,
)


CHECKS = (ORDER,)
