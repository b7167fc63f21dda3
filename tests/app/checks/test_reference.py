"""The reference of the checks: complete, and printed from the checks."""

import pytest

from app.checks import CHECKS
from app.checks.reference import FAMILIES, page, reference


def test_every_check_has_its_place_in_the_reference():
    headings = [line.removeprefix("### ") for line in reference(CHECKS).splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted(check.id for check in CHECKS)
    assert {check.id.partition(".")[0] for check in CHECKS} <= FAMILIES.keys()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_says_what_why_by_example_and_how_to_silence_it(check):
    assert all((check.title, check.what, check.why, check.silence, check.flags, check.passes))
    assert all(part in page(check) for part in (check.id, "Flagged:", "Not flagged:", "To silence it:"))


def test_no_example_is_taken_for_markup_by_the_page_around_it():
    assert not any(line.strip() == "~~~~" for check in CHECKS for line in page(check).splitlines())
