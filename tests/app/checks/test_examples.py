"""Every check proves itself: it finds all of its own flags and passes all of its own passes."""

import pytest

from app.checks import CHECKS
from app.evidence.story import story_of
from app.style import Profile

CASES = [
    pytest.param(check, case, wanted, id=f"{check.id}-{'flags' if wanted else 'passes'}-{number}")
    for check in CHECKS
    for wanted, cases in ((True, check.flags), (False, check.passes))
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("check", "case", "wanted"), CASES)
def test_a_check_finds_what_it_says_and_nothing_else(check, case, wanted):
    hits = [hit for hit in check.look(story_of(*case.rows), Profile()) if (hit.check or check.id) == check.id]
    sure = [hit for hit in hits if (check.confidence if hit.confidence is None else hit.confidence) >= 0.5]
    assert bool(sure) is wanted


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_shows_four_examples_of_either_kind(check):
    assert min(len(check.flags), len(check.passes)) >= 4
