"""Rows and findings in words, for those who hear the desk."""

from app.i18n import _, ngettext
from app.model import Finding, Severity, Unit
from ui.models.findings import SEVERITIES, check_title
from ui.models.units import state_name
from ui.session import Session


def spoken_row(session: Session, unit: Unit) -> str:
    """What a row is called, how grave its worst finding is, how far it is, and its note."""
    worst = max((finding.severity for finding in session.findings_at(unit.id)), key=lambda severity: severity.rank, default=None)
    return ", ".join(filter(None, (session.label(unit.id), _grave(worst), standing(unit), _noted(unit))))


def spoken_finding(session: Session, finding: Finding) -> str:
    """How grave a finding is, which check it is from, why, and which of how many."""
    number, total = session.finding_number(), len(session.findings)
    place = _("{number} of {total}").format(number=number, total=total) if number else ""
    return ". ".join(
        filter(None, (f"{_(SEVERITIES[finding.severity])}: {check_title(finding)}", finding.message.render().rstrip("."), place))
    )


def spoken_count(session: Session) -> str:
    """How many findings are open."""
    count = len(session.findings)
    return ngettext("{count} finding", "{count} findings", count).format(count=count) if count else _("No findings")


def standing(unit: Unit) -> str:
    """How far a row is, or that it is not in both texts."""
    if unit.removed:
        return _("taken out")
    if unit.source is None:
        return _("{state}, without source").format(state=state_name(unit))
    return state_name(unit) if unit.target.plain else _("{state}, translation missing").format(state=state_name(unit))


def _grave(severity: Severity | None) -> str:
    return _(SEVERITIES[severity]) if severity else ""


def _noted(unit: Unit) -> str:
    return _("Note: {note}").format(note=unit.note) if unit.note else ""
