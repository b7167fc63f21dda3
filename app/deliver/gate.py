"""The gate: open critical findings and an embargo stop delivery until they are settled or waved through with a reason.

An embargo can be waved through, for the moment it names, because a draft in a CMS appears to nobody; a legal hold cannot.
"""

import json
from collections.abc import Iterable, Sequence

from app.article import Article
from app.article.restraint import EMBARGO, EmbargoError, embargo, require_unheld, withheld
from app.errors import UserError
from app.i18n import N_
from app.model import Finding, Severity, Step

FIELD = "waved-through"
"""The field of an article that keeps who waved what through and why: a JSON object of fingerprint to reason."""


def blocking(article: Article, findings: Iterable[Finding]) -> list[Finding]:
    """The open critical findings that nobody waved through; delivery waits until there are none."""
    accepted = waved_through(article)
    return [
        finding
        for finding in findings
        if finding.severity is Severity.CRITICAL and not finding.hint and finding.fingerprint not in accepted
    ]


class StoppedError(UserError):
    """Open critical findings stand in the way; `findings` are these."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Take the findings that block."""
        super().__init__(N_("Open critical findings stop this: fix them, or let them pass with a reason."))
        self.findings = tuple(findings)


def require_open(article: Article, findings: Iterable[Finding]) -> None:
    """Raise HeldError while the story is on legal hold, EmbargoError under an embargo and StoppedError while critical findings block it."""
    require_unheld(article)
    if (error := waiting(article)) is not None:
        raise error
    stopping = blocking(article, findings)
    if stopping:
        raise StoppedError(stopping)


def waved_through(article: Article) -> dict[str, str]:
    """Fingerprints of findings, and embargoes with their moment, that were waved through, each with its reason."""
    return dict(json.loads(article.fields.get(FIELD, "{}")))


def waiting(article: Article) -> EmbargoError | None:
    """The embargo that stops delivery until its moment, or until it is waved through."""
    return None if _until(article) in waved_through(article) else withheld(article)


def _until(article: Article) -> str:
    return f"{EMBARGO} {embargo(article)}"


def wave_through(article: Article, findings: Sequence[Finding], reason: str, *, embargo_too: bool = False) -> Step:
    """Let these findings, and with `embargo_too` an embargo in force, pass for this reason; the step says who did it and when.

    Raises UserError without a reason.
    """
    if not reason.strip():
        raise UserError(N_("Say in a few words why this may go out as it is."))
    named = [finding.fingerprint for finding in findings] + ([_until(article)] if embargo_too and waiting(article) else [])
    accepted = waved_through(article) | dict.fromkeys(named, reason.strip())
    return article.set_field(FIELD, json.dumps(accepted, ensure_ascii=False, sort_keys=True))
