"""Checking leaves no cyclic garbage, so the collector may rest meanwhile."""

import gc

import pytest

from app import checks
from app.checks.uncollected import uncollected
from app.evidence.story import story_of


def test_checking_leaves_nothing_to_collect():
    rows = [row for check in checks.CHECKS for known in check.flags for row in known.rows]
    story = story_of(*rows)
    checks.run(story)
    gc.collect()

    with uncollected():
        checks.run(story)
        assert gc.collect() == 0


@uncollected()
def _break_off():
    assert not gc.isenabled()
    raise ValueError("no")


def test_the_collector_goes_on_also_after_an_error():
    with pytest.raises(ValueError, match="no"):
        _break_off()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
