"""Rows with only one side that may be each other's counterpart after all."""

import re

from app.evidence.acts import ENOUGH, strongest
from app.evidence.overlap import covered
from app.evidence.story import Row, Story

REACH = 1
"""Rows between a missing and an added sentence that may still belong together."""

FAR = 3
"""Rows between which a sentence may have changed its place."""

MOVED = 0.4
"""The share of known words in common from which a sentence that stands elsewhere is the missing one."""

SHORTER, LONGER = 0.7, 2.0
"""The shares of the source's length between which a German sentence may be its translation."""

STRANGE = 0.18
"""The share of known words in common below which two texts with names or figures of their own are no translations."""

SURELY = 2 * ENOUGH
"""The weight from which an act is beyond doubt, though the source was not asked."""

_TELLING = re.compile(r"\d+|\b[A-ZÄÖÜ]\w+(?= [A-ZÄÖÜ]\w+ (?:[A-ZÄÖÜ(|]|von\b))|\"[^\"]+\"|\b[A-ZÄÖÜ]{3,}\b")


def may_be_paired(story: Story, row: Row) -> bool:
    """Whether a row of the other kind that fits stands beside this one.

    A free translation shares neither names nor figures with its source; alignment then leaves both alone, and a missing
    and an added sentence stand side by side. A translation with figures or names that the source has not is none.
    """
    return moved(story, row) is not None or any(_fit(*_sides(row, other)) for other in story.around(row, REACH) if _opposite(row, other))


def moved(story: Story, row: Row) -> Row | None:
    """The row of the other kind a few rows off that is clearly this one's counterpart: the sentence changed its place."""
    others = [other for other in story.around(row, FAR) if _opposite(row, other)]
    best = max(others, key=lambda other: covered(*_sides(row, other)[::-1]), default=None)
    return best if best is not None and covered(*_sides(row, best)[::-1]) >= MOVED and _fit(*_sides(row, best)) else None


def _opposite(row: Row, other: Row) -> bool:
    missing, added = (row, other) if row.missing else (other, row)
    return missing.missing and added.added and not _of_no_story(added.target.plain)


def _of_no_story(text: str) -> bool:
    """Whether a text is a refusal, a promotion or the like, which translates nothing, however well its length would fit."""
    act = strongest(text)
    return act is not None and act[1] >= SURELY


def _sides(row: Row, other: Row) -> tuple[str, str]:
    """The source of the one and the translation of the other."""
    return (row.source.plain, other.target.plain) if row.missing else (other.source.plain, row.target.plain)


def _fit(source: str, target: str) -> bool:
    if not SHORTER <= len(target) / len(source) <= LONGER:
        return False
    strange = any(match.group() not in source for match in _TELLING.finditer(target))
    return not strange or covered(target, source) >= STRANGE
