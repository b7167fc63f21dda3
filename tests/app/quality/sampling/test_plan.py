"""What plans choose, and what follows from what was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.quality.sampling.drawing import drawn, shares, shuffled
from app.quality.sampling.plan import Candidate, Kind, Plan, RowSize, Stratum, decide, extract, reading_minutes, take
from app.quality.sampling.promises import promises

LOT = [
    Candidate(number, f"key-{number}", 400, 1 / number, 2 if number in {7, 40} else 0, "ab"[number % 3 == 0]) for number in range(1, 121)
]


def plan(kind, **more):
    return Plan(kind, "1f2e3d", **more)


def test_a_draw_is_the_same_everywhere_and_always():
    """Written down once: a machine that draws otherwise has another SHA-256."""
    assert shuffled("1f2e3d", ["a", "b", "c", "d", "e", "ü"]) == ["e", "c", "d", "b", "a", "ü"]


@given(st.permutations(list(range(30))))
def test_the_order_of_import_draws_nothing_else(order):
    keys = [f"key-{number}" for number in order]
    assert shuffled("s", keys) == shuffled("s", sorted(keys))


def test_another_seed_draws_others():
    keys = [f"key-{number}" for number in range(100)]
    assert len({tuple(shuffled(str(seed), keys)[:10]) for seed in range(50)}) == 50


def test_every_article_is_drawn_about_equally_often():
    keys = [f"key-{number}" for number in range(50)]
    times = dict.fromkeys(keys, 0)
    for seed in range(2000):
        for key in shuffled(str(seed), keys)[:10]:
            times[key] += 1
    assert all(320 < count < 480 for count in times.values())


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(1, 60), min_size=1, max_size=8), st.integers(0, 300))
def test_shares_add_up_and_no_stratum_gives_more_than_it_has(sizes, count):
    given_shares = shares(sizes, count)
    assert sum(given_shares.values()) == min(count, sum(sizes.values()))
    assert all(0 <= given_shares[name] <= sizes[name] for name in sizes)
    if count >= len(sizes):
        assert all(given_shares.values())


def test_strata_are_drawn_in_proportion():
    keys = drawn("s", {"small": [f"s{n}" for n in range(20)], "large": [f"l{n}" for n in range(80)]}, 10)
    assert sorted(key[0] for key in keys) == ["l"] * 8 + ["s"] * 2


@pytest.mark.parametrize("kind", Kind)
def test_articles_with_open_criticals_are_always_read(kind):
    assert set(take(plan(kind, count=3, minutes=12), LOT).always) == {7, 40}


def test_the_tables_are_applied_to_the_rest():
    sample = take(plan(Kind.ISO, aql="2.5"), LOT)
    assert (sample.population, sample.letter, len(sample.drawn), sample.accept) == (118, "F", 20, 1)
    assert not set(sample.drawn) & {7, 40}


def test_where_the_sample_reaches_the_lot_everything_is_read():
    sample = take(plan(Kind.ISO, aql="1.0"), LOT[:9])
    assert len(sample.to_read) == 9


def test_the_riskiest_come_first():
    assert take(plan(Kind.RISKIEST, count=3), LOT).drawn == (1, 2, 3)


def test_what_can_be_read_until_ten_fits_with_what_is_always_read():
    until = plan(Kind.UNTIL, minutes=60, words_per_minute=100)
    sample = take(until, LOT)
    by_number = {each.article: each for each in LOT}
    assert reading_minutes(until, [by_number[number] for number in sample.to_read]) <= 60
    assert len(sample.to_read) == 15


def test_a_stratified_draw_takes_from_each():
    sample = take(plan(Kind.RANDOM, count=30, stratum=Stratum.FEED), LOT)
    names = [LOT[number - 1].stratum for number in sample.drawn]
    assert (names.count("a"), names.count("b")) == (20, 10)


def test_a_lot_is_open_until_all_is_read_and_rejected_as_soon_as_too_many_failed():
    sample = take(plan(Kind.ISO), LOT)
    assert decide(sample, {}).accepted is None
    assert decide(sample, dict.fromkeys(sample.drawn[:1], True)).accepted is None
    assert decide(sample, dict.fromkeys(sample.drawn[:2], True)).accepted is False
    assert decide(sample, dict.fromkeys(sample.to_read, False)).accepted is True


def test_what_is_always_read_decides_about_itself_alone():
    sample = take(plan(Kind.ISO), LOT)
    assert decide(sample, dict.fromkeys(sample.drawn, False) | dict.fromkeys(sample.always, True)).accepted is True


def test_an_extract_has_the_head_and_the_riskiest_rows_in_the_order_of_the_text():
    rows = [RowSize(1, 10, 0.0, head=True), *(RowSize(number, 60, number / 100) for number in range(2, 12))]
    assert extract(rows, 200) == (1, 9, 10, 11)


def test_an_extract_is_never_empty():
    assert extract([RowSize(5, 900, 0.1)], 300) == (5,)


def test_the_words_tell_what_a_plan_cannot_promise():
    said = [each.render() for each in promises(plan(Kind.ISO, aql="2.5"), take(plan(Kind.ISO, aql="2.5"), LOT))]
    assert "2 here" in said[0]
    assert "12 bad ones" in said[1]
    assert "still pass 36 %" in said[1]
    assert "not the quality you get" in said[3]
    assert "says nothing about the other 98" in " ".join(
        each.render() for each in promises(plan(Kind.RISKIEST), take(plan(Kind.RISKIEST), LOT))
    )
    assert len(promises(plan(Kind.EVERYTHING), take(plan(Kind.EVERYTHING), LOT))) == 2
