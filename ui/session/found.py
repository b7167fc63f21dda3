"""Asking the checks, which are loaded when the first story comes: they take longer than the whole window."""

from collections.abc import Iterable
from threading import Event

from msgspec.structs import replace

from app.evidence.story import Story
from app.model import Finding
from app.style import Profile

REACH = 120
"""Rows on either side that the row checks see while one types; in a longer story the rest waits for the full check."""


_READY = Event()


def is_ready() -> bool:
    """Whether a story has been checked before: the first one loads the engine, and nobody should wait for that at a key."""
    return _READY.is_set()


def found_in(story: Story, profile: Profile) -> list[Finding]:
    """All findings of a story."""
    from app import checks

    found = ordered(checks.run(story, profile), story)
    _READY.set()
    return found


def found_near(story: Story, unit_ids: set[int], profile: Profile) -> list[Finding]:
    """What the row checks find in these rows."""
    from app import checks

    near = _near(story, unit_ids)
    return checks.run_rows(near, [near.rows[near.index(unit)] for unit in unit_ids if near.holds(unit)], profile)


def ordered(findings: Iterable[Finding], story: Story) -> list[Finding]:
    """Gravest first, then surest, then as the text runs; tenths of confidence, since finer ones would send the eye to and fro."""
    return sorted(findings, key=lambda f: (-f.severity.rank, -round(f.confidence, 1), story.index(f.units[0]) if f.units else 0))


def is_hint(finding: Finding) -> bool:
    """Whether a finding is shown only to those who ask for hints."""
    return finding.hint


def _near(story: Story, unit_ids: set[int]) -> Story:
    """The part of a long story around some rows."""
    places = sorted(story.index(unit) for unit in unit_ids if story.holds(unit))
    if not places or len(story.rows) <= 2 * REACH:
        return story
    return replace(story, rows=story.rows[max(0, places[0] - REACH) : places[-1] + REACH + 1])
