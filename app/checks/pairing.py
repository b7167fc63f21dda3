"""Rows whose two sides may not belong together."""

from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.evidence.gaps import LONGER, SHORTER
from app.evidence.overlap import rendered
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.model.unit import DOUBTFUL
from app.style import Profile

_LEAST_LENGTH = 30
_NOTHING = 0.02
"""The share of its words with a counterpart up to which a sentence has nothing in common with its translation."""


def _look(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if row.source.plain and row.target.plain and (row.doubt >= DOUBTFUL or _are_strangers(row)):
        places = row.place(Side.SOURCE), row.place(Side.TARGET)
        yield Hit(places, Message(N_("These sentences may not belong together.")), None, max(row.doubt, 0.6))


def _are_strangers(row: Row) -> bool:
    """Whether two sentences of very different length share no word, name or figure."""
    source, target = row.source.plain, row.target.plain
    usual = SHORTER <= len(target) / len(source) <= LONGER
    return not usual and len(source) >= _LEAST_LENGTH and rendered(source, target) <= _NOTHING


ALIGNMENT_DOUBT = Check(
    id="structure.alignment-doubt",
    title=N_("Doubtful pairing"),
    category=Category.OTHER,
    severity=Severity.NEUTRAL,
    what=N_("A row whose source and translation were put side by side with little to go by. It is a hint where to look, not an error."),
    why=N_("In such a row, other checks compare two sentences that may have nothing to do with each other."),
    silence=N_("Split, join or move the sentences, and the row is no longer in doubt."),
    flags=(
        example(("The ferry sank at night off the rocky coast.", "Das Urteil ist gefallen.")),
        example(
            (
                "Nobody knows where the violin is hidden now.",
                "Am Freitag beginnt im ganzen Land die Ernte, und die Bauern rechnen mit einem sehr guten Jahr für Weizen.",
            )
        ),
        example(("Two trees fell across the northern road.", "Sie singt wieder.")),
        example(
            (
                "She teaches French to refugees every evening.",
                "Der Preis für Milch stieg abermals deutlich, weil viele Höfe im Süden wegen der langen Dürre aufgegeben haben.",
            )
        ),
    ),
    passes=(
        example(("The ferry sank at night off the coast.", "Die Fähre sank in der Nacht vor der Küste.")),
        example(("Not so fast!", "Immer mit der Ruhe, dafür ist später auch noch Zeit!")),
        example(("", "Der Haushalt fand eine knappe Mehrheit im Rat.")),
        example(("Nobody knows where the violin is now.", "")),
    ),
    of_row=_look,
)

CHECKS = (ALIGNMENT_DOUBT,)
