"""How likely it is that a row holds a major or critical error."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.model import Finding, Severity, Unit

SURE = {Severity.CRITICAL: 0.95, Severity.MAJOR: 0.8, Severity.MINOR: 0.12, Severity.NEUTRAL: 0.04}
"""The share of findings of each severity, at full confidence, behind which a grave error stands."""

OF_A_PAGE = {
    "artefact.related-link": 0.5,
    "artefact.promo": 0.5,
    "artefact.site-furniture": 0.4,
    "artefact.caption": 0.3,
    "artefact.markup": 0.5,
    "artefact.repetition": 0.6,
}
"""The same for what is in the way without misleading anybody: reviewers call it major about as often as minor."""

BASE, PER_CHARACTER = 0.005, 0.00005
"""What speaks for an error in a row without findings: a little, and a little more the longer it is.

Small on purpose: what the checks see decides the order of articles, not their length."""


def row_risks(units: Iterable[Unit], findings: Iterable[Finding]) -> dict[int, float]:
    """For each unit id the probability that what stands there now holds a major or critical error."""
    safe: defaultdict[int, float] = defaultdict(lambda: 1.0)
    for finding in findings:
        for unit_id in finding.units:
            safe[unit_id] *= 1.0 - min(SURE[finding.severity], OF_A_PAGE.get(finding.check, 1.0)) * finding.confidence
    return {unit.id: round(1.0 - safe[unit.id] * (1.0 - _unseen(unit)), 4) for unit in units if not unit.removed}


def _unseen(unit: Unit) -> float:
    return min(0.3, BASE + PER_CHARACTER * len(unit.target.plain) + 0.3 * unit.doubt)


def article_risk(risks: Mapping[int, float]) -> float:
    """The expected number of rows with a major or critical error."""
    return round(sum(risks.values()), 4)
