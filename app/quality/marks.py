"""Error marks: where they stand in the text that came in, and where that is now."""

from app import diff
from app.errors import UserError
from app.i18n import N_
from app.model import ErrorMark, Finding, Place, Severity, Side, Span
from app.quality.typology import Typology


def anchored(now: str, received: str, span: Span) -> Span:
    """A span of the text as it is now, in the text that came in. Raises UserError where nothing stood there.

    Both ends are moved to where their words came from; a stretch that was typed since has no length there.
    """
    if now == received:
        found = span
    else:
        last = diff.position(received, now, max(span.start, span.end - 1))
        found = Span(diff.position(received, now, span.start), last + 1 if received else 0)
    if not found.of(received).strip():
        raise UserError(N_("These words were not part of the text that came in: mark what you received, not what was corrected."))
    return found


def place_now(mark: ErrorMark, now: str, received: str) -> Place | None:
    """Where the words of a mark are in the text of its row now; None when the row no longer holds them.

    `received` is what the row holds of the text that came in, which a split or a moved border may have changed.
    """
    span = mark.span
    if span.of(received) != mark.quote:
        at = received.find(mark.quote)
        if at < 0:
            return None
        span = Span(at, at + len(mark.quote))
    if now != received:
        span = Span(diff.position(now, received, span.start), diff.position(now, received, span.end))
    return Place(mark.unit, mark.side, span)


def fitting(typology: Typology, kind: str, severity: Severity, side: Side) -> None:
    """Nothing when an error of this kind may be marked there; raises UserError otherwise."""
    found = typology.type(kind)
    if severity not in typology.severities:
        raise UserError(N_("The typology “{typology}” does not know this severity."), typology=typology.name)
    if found.side is Side.SOURCE and side is Side.TARGET:
        raise UserError(N_("This is marked on the source: select there what is missing or wrong."))


def place_of(finding: Finding, side: Side | None) -> Place | None:
    """The place at which a finding is marked: on the side that its kind asks for, else in the translation, else in the source."""
    sides = (side,) if side else (Side.TARGET, Side.SOURCE)
    return next((place for wanted in sides for place in finding.on(wanted) if place.span.length), None)
