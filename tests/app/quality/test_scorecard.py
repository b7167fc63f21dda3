"""What marks add up to, effort and agreement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import ErrorMark, Severity, Side, Span
from app.quality.agreement import agreement, kappa
from app.quality.effort import distance, effort
from app.quality.scorecard import Outcome, scorecard, together
from app.quality.typology import ESA, MQM
from app.quality.words import word_count

NUMBERS = iter(range(1, 100_000))


def mark(kind, severity, unit=1, span=(0, 4), reading=1, side=Side.TARGET):
    return ErrorMark(next(NUMBERS), unit, side, Span(*span), "Text", 1, kind, severity, reading=reading)


def marks(*kinds):
    return [mark(kind, Severity(severity)) for kind, severity in kinds]


def test_points_are_related_to_a_thousand_words():
    card = scorecard(MQM, marks(("name", "major"), ("style", "minor"), ("spelling", "minor")), 400)
    assert (card.points, card.per_thousand, card.words, card.errors) == (6.1, 15.25, 400, 3)
    assert card.outcome is Outcome.FAIL
    assert card.counts["name"] == {Severity.MAJOR: 1}


def test_within_the_limit_it_passes():
    assert scorecard(MQM, marks(("name", "major")), 500).outcome is Outcome.PASS


def test_a_critical_error_fails_whatever_the_score():
    assert scorecard(MQM, marks(("name", "critical")), 1_000_000).outcome is Outcome.FAIL


def test_below_three_hundred_words_only_criticals_decide():
    many = marks(*[("name", "major")] * 9)
    assert scorecard(MQM, many, 299).outcome is Outcome.PASS
    assert scorecard(MQM, many, 300).outcome is Outcome.FAIL
    assert scorecard(MQM, marks(("name", "critical")), 20).outcome is Outcome.FAIL


def test_without_words_there_is_no_score_per_thousand():
    assert scorecard(MQM, marks(("name", "major")), 0).per_thousand is None


kinds = st.sampled_from([kind.id for kind in MQM.types])
severities = st.sampled_from([each.value for each in Severity])
articles = st.lists(st.tuples(st.lists(st.tuples(kinds, severities), max_size=8), st.integers(0, 900)), max_size=6)


@given(articles)
def test_the_card_of_a_lot_is_that_of_all_its_marks(parts):
    cards = [scorecard(MQM, marks(*found), words) for found, words in parts]
    whole = scorecard(MQM, marks(*[each for found, _ in parts for each in found]), sum(words for _, words in parts))
    assert together(MQM, cards) == whole


def test_scores_of_esa_are_averaged():
    assert together(ESA, [scorecard(ESA, [], 100, 90), scorecard(ESA, [], 100, 71), scorecard(ESA, [], 100)]).score == 80


def test_words_are_counted_between_white_space():
    assert word_count("The $3.2 million – “so far” – was set aside.") == 8


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [("a b c", "a b c", 0), ("a b c", "a x c", 1), ("a b c", "", 3), ("", "a b", 2), ("a b c d", "b c d e", 2), ("a b", "b a", 2)],
)
def test_effort_is_the_least_number_of_changed_words(before, after, edits):
    assert distance(before.split(), after.split()) == edits


words = st.lists(st.sampled_from("abcd"), max_size=9)


@given(words, words, words)
def test_distance_is_a_metric(one, two, three):
    assert distance(one, two) == distance(two, one)
    assert (distance(one, two) == 0) == (one == two)
    assert distance(one, three) <= distance(one, two) + distance(two, three)


def test_effort_is_related_to_the_words_that_came_in():
    done = effort([("Der Hafen ist zu", "Der Hafen bleibt zu"), ("Ja", "")])
    assert (done.edits, done.words, done.share) == (2, 5, 0.4)
    assert effort([]).share == 0


def test_kappa_of_a_worked_example():
    """20 and 15 agreed of 50: the textbook's 0.4."""
    first = ["y"] * 25 + ["n"] * 25
    second = ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15
    assert kappa(first, second) == 0.4
    assert kappa(["y"] * 4, ["y"] * 4) is None
    assert kappa([], []) is None


def test_agreement_compares_two_readings_by_row_and_by_character():
    found = [
        mark("name", Severity.MAJOR, 1, (0, 10)),
        mark("name", Severity.MAJOR, 1, (5, 15), reading=2),
        mark("style", Severity.MINOR, 2, (0, 4)),
        mark("style", Severity.MINOR, 4, (0, 4), side=Side.SOURCE),
        mark("style", Severity.MINOR, 4, (0, 4), reading=2),
    ]
    result = agreement([1, 2, 3, 4], found)
    assert (result.rows, result.same) == (4, 3)
    assert result.overlap == pytest.approx(2 * 5 / (18 + 14), abs=1e-4)
    assert result.kappa == pytest.approx((0.75 - 0.3125) / (1 - 0.3125), abs=1e-4)


def test_two_readings_without_marks_agree():
    assert agreement([1, 2], []).overlap == 1
