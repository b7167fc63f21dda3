"""One defect is one finding: what a stronger finding explains is folded away, and the rest is put in order."""

from app.evidence.story import Story
from app.model import Finding


def fold(story: Story, findings: list[Finding]) -> list[Finding]:
    """Without the findings that a stronger one explains; gravest first, then surest, then in the order of the text."""
    return sorted(findings, key=lambda f: (-f.severity.rank, -f.confidence, story.index(f.units[0]) if f.units else 0))
