"""Whether a translation has marks at all: plain text never had any."""

from app.evidence.story import Story
from app.model import MarkKind

SHOWN = frozenset({MarkKind.LINK, MarkKind.STRONG, MarkKind.EMPHASIS})


def is_marked(story: Story) -> bool:
    """Whether the translation has any mark that a reader sees."""
    if "_marked" not in story.__dict__:
        story.__dict__["_marked"] = any(mark.kind in SHOWN for row in story.rows for mark in row.target.marks)
    return bool(story.__dict__["_marked"])
