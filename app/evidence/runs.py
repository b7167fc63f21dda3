"""Neighbouring rows that have only one side: a passage that was added, or one that is missing."""

from app.evidence.story import Row, Story

LONGEST = 60
"""Rows looked at together: a story of which hundreds of rows have no counterpart is the wrong file, not a passage."""


def run_of(story: Story, row: Row) -> tuple[Row, ...]:
    """The neighbouring rows that lack the same side as this one, itself included, in portions of at most `LONGEST`."""
    cache: dict[int, tuple[Row, ...]] = story.__dict__.setdefault("_runs", {})
    if row.unit not in cache:
        whole = _whole(story, row)
        for start in range(0, len(whole), LONGEST):
            portion = whole[start : start + LONGEST]
            cache.update(dict.fromkeys((member.unit for member in portion), portion))
    return cache[row.unit]


def _whole(story: Story, row: Row) -> tuple[Row, ...]:
    first = last = story.index(row.unit)
    while first > 0 and _alike(story.rows[first - 1], row):
        first -= 1
    while last + 1 < len(story.rows) and _alike(story.rows[last + 1], row):
        last += 1
    return story.rows[first : last + 1]


def _alike(one: Row, other: Row) -> bool:
    return (one.added and other.added) or (one.missing and other.missing)
