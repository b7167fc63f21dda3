"""Many small places of one rule as one finding with one repair: what house style needs."""

from collections.abc import Iterable

from msgspec import Struct

from app.checks.check import Hit
from app.evidence.story import Row
from app.i18n import N_, Message
from app.model import Edit, Fix, Place, Side, Span

APPLY = N_("Apply house style")
_AROUND = 12


class Slip(Struct, frozen=True):
    """One place that breaks a rule, and what should stand there; None when that is not certain."""

    row: Row
    span: Span
    right: str | None = None

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.row.place(Side.TARGET, self.span.start, self.span.end)

    @property
    def shown(self) -> str:
        """The place with a few letters around it."""
        text = self.row.target.plain
        return text[max(0, self.span.start - _AROUND) : self.span.end + _AROUND].strip()


def gathered(slips: Iterable[Slip], template: str, label: str = APPLY, confidence: float | None = None) -> Iterable[Hit]:
    """All slips of an article as one hit; `template` speaks of the first and may name its {example}. None without slips."""
    found = list(slips)
    if not found:
        return
    message = Message(template, {"example": found[0].shown})
    if len(found) > 1:
        message = Message(N_("{first} – {count} places in all"), {"first": message, "count": str(len(found))})
    edits = tuple(Edit(slip.row.unit, slip.span, slip.right) for slip in found if slip.right is not None)
    fixes = (Fix(_label(label, len(edits)), edits),) if edits else ()
    yield Hit(tuple(slip.place for slip in found), message, None, confidence, fixes)


def _label(label: str, count: int) -> Message:
    single = Message(label)
    return single if count == 1 else Message(N_("{repair} in all {count} places"), {"repair": single, "count": str(count)})
