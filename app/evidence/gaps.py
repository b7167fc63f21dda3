"""Rows with only one side that may be each other's counterpart after all."""

import re

from app.evidence.story import Row, Story

REACH = 1
"""Rows between a missing and an added sentence that may still belong together."""

SHORTER, LONGER = 0.7, 2.0
"""The shares of the source's length between which a German sentence may be its translation."""

_TELLING = re.compile(r"\d+|\b[A-ZÄÖÜ]\w+(?= [A-ZÄÖÜ]\w+ (?:[A-ZÄÖÜ(|]|von\b))|\"[^\"]+\"|\b[A-ZÄÖÜ]{3,}\b")


def may_be_paired(story: Story, row: Row) -> bool:
    """Whether a row of the other kind that fits stands beside this one.

    A free translation shares neither names nor figures with its source; alignment then leaves both alone, and a missing
    and an added sentence stand side by side. A translation with figures or names that the source has not is none.
    """
    return any(_fit(row, other) for other in story.around(row, REACH) if other.missing != row.missing and other.added != row.added)


def _fit(row: Row, other: Row) -> bool:
    source, target = (row.source.plain, other.target.plain) if row.missing else (other.source.plain, row.target.plain)
    strange = [match.group() for match in _TELLING.finditer(target) if match.group() not in source]
    return SHORTER <= len(target) / len(source) <= LONGER and not strange
