"""One defect is one finding: what a stronger finding explains is folded away, and the rest is put in order."""

from collections.abc import Iterable
from math import log2

from msgspec.structs import replace

from app.evidence.story import Story
from app.model import Finding, Place, Side

_STRENGTH = (
    ("artefact.untranslated", 3),
    ("artefact.other-language", 3),
    ("artefact.source-echo", 3),
    ("artefact.", 5),
    ("structure.addition", 4),
    ("structure.omission", 4),
    ("structure.", 1),
)
"""How much a finding explains: the first prefix that fits its check. Everything else explains nothing but itself."""

_EXPLAINED = 0.5
"""The share of a place that a stronger finding must cover."""


def fold(story: Story, findings: list[Finding]) -> list[Finding]:
    """Without the findings that a stronger one explains; gravest first, then surest, then in the order of the text."""
    unique = list({(f.check, f.places): f for f in findings}.values())
    kept: list[Finding] = []
    covering = _Cover()
    for finding in sorted(unique, key=_by_strength):
        left = covering.unexplained(finding)
        if left is not None:
            kept.append(left)
            covering.add(left)
    return sorted(kept, key=lambda f: (-f.severity.rank, -f.confidence, story.index(f.units[0]) if f.units else 0))


def strength(finding: Finding) -> int:
    """What the finding may explain: all that is weaker and lies inside its places."""
    return next((value for prefix, value in _STRENGTH if finding.check.startswith(prefix)), 0)


def _by_strength(finding: Finding) -> tuple[int, bool, int, float]:
    """The strongest first; among equals those above the level of a hint, then the clearly wider, then the surer."""
    width = round(log2(1 + sum(place.span.length for place in finding.places)))
    return -strength(finding), finding.hint, -width, -finding.confidence


class _Cover:
    """The places that findings kept so far explain."""

    def __init__(self) -> None:
        self._places: dict[tuple[int, Side], list[tuple[Place, Finding]]] = {}

    def add(self, finding: Finding) -> None:
        """Let this finding explain weaker ones."""
        if strength(finding) > 1:
            for place in finding.places:
                self._places.setdefault((place.unit, place.side), []).append((place, finding))

    def unexplained(self, finding: Finding) -> Finding | None:
        """The finding without the places that are explained already; None when nothing is left of it."""
        telling = finding.on(Side.TARGET) or finding.places
        left = [place for place in telling if not self._explains(place, finding)]
        if not left and telling:
            return None
        if len(left) == len(telling) or strength(finding) <= 1:
            return finding
        return _only(finding, left)

    def _explains(self, place: Place, finding: Finding) -> bool:
        known = self._places.get((place.unit, place.side), ())
        able = [held for held, owner in known if owner.confidence >= min(0.5, finding.confidence)]
        return _covered(place, able) >= _EXPLAINED


def _covered(place: Place, by: Iterable[Place]) -> float:
    """The share of a place that lies inside the widest of others; a point counts when it lies inside or at the border."""
    if not place.span.length:
        return float(any(held.span.start <= place.span.start <= held.span.end for held in by))
    return max((place.span.overlap(held.span) / place.span.length for held in by), default=0.0)


def _only(finding: Finding, places: list[Place]) -> Finding:
    """The finding cut to some of its places, and its repairs with it."""
    units = tuple(dict.fromkeys(place.unit for place in places))
    fixes = tuple(
        replace(fix, edits=tuple(e for e in fix.edits if e.unit in units), remove=tuple(u for u in fix.remove if u in units))
        for fix in finding.fixes
    )
    return replace(finding, places=tuple(places), units=units, fixes=tuple(fix for fix in fixes if fix.edits or fix.remove))
