"""Single sampling plans: each cell, the levels through their letters, and how inspection switches."""

import itertools
from random import Random

import pytest

from app.errors import UserError
from app.quality.sampling.switching import inspection_after
from app.quality.sampling.tables import AQLS, NORMAL, SIZES, Inspection, Level, Single, code_letter, single

LEVEL_II = """
2–8 A 13/0 8/0 5/0 3/0 2/0
9–15 B 13/0 8/0 5/0 3/0 2/0
16–25 C 13/0 8/0 5/0 3/0 8/1
26–50 D 13/0 8/0 5/0 13/1 8/1
51–90 E 13/0 8/0 20/1 13/1 13/2
91–150 F 13/0 32/1 20/1 20/2 20/3
151–280 G 50/1 32/1 32/2 32/3 32/5
281–500 H 50/1 50/2 50/3 50/5 50/7
501–1200 J 80/2 80/3 80/5 80/7 80/10
1201–3200 K 125/3 125/5 125/7 125/10 125/14
3201–10000 L 200/5 200/7 200/10 200/14 200/21
"""
CELLS = [
    (size, letter, aql, Single(*map(int, cell.split("/"))))
    for sizes, letter, *cells in map(str.split, LEVEL_II.strip().split("\n"))
    for size in map(int, sizes.split("–"))
    for aql, cell in zip(AQLS, cells, strict=True)
]


@pytest.mark.parametrize(("size", "letter", "aql", "plan"), CELLS)
def test_every_cell_of_level_two_at_both_ends_of_its_lots(size, letter, aql, plan):
    assert code_letter(size, Level.II) == letter
    assert single(letter, aql) == plan
    assert plan.reject == plan.accept + 1


@pytest.mark.parametrize(("aql", "accept"), list(zip(AQLS, (7, 10, 14, 21, 21), strict=True)))
def test_the_row_that_only_level_three_reaches(aql, accept):
    assert single("M", aql) == Single(315, accept)


@pytest.mark.parametrize(("level", "letters"), [("I", "AABCCDEFGHJ"), ("II", "ABCDEFGHJKL"), ("III", "BCDEFGHJKLM")])
def test_levels_go_through_their_letters(level, letters):
    lows = [2, *(size + 1 for size in SIZES[:-1])]
    for low, high, letter in zip(lows, SIZES, letters, strict=True):
        assert {code_letter(low, Level(level)), code_letter(high, Level(level))} == {letter}


def test_tightened_takes_the_plan_of_the_next_lower_aql():
    for letter, (stricter, looser) in itertools.product(NORMAL, itertools.pairwise(AQLS)):
        assert single(letter, looser, Inspection.TIGHTENED) == single(letter, stricter)


def test_tightened_is_never_easier_than_normal_at_aql_one():
    for letter in NORMAL:
        normal, tightened = single(letter, "1.0"), single(letter, "1.0", Inspection.TIGHTENED)
        assert (tightened.size >= normal.size and tightened.accept < normal.accept) or (
            tightened.size > normal.size and tightened.accept == 0
        )


def test_what_the_tables_do_not_hold_is_one_sentence():
    with pytest.raises(UserError, match="divide"):
        code_letter(10001, Level.II)
    with pytest.raises(UserError, match=r"2\.5"):
        single("F", "3.0")


@pytest.mark.parametrize(
    ("lots", "then"),
    [
        ("", "normal"),
        ("a", "normal"),
        ("r", "normal"),
        ("rr", "tightened"),
        ("raaar", "tightened"),
        ("raaaar", "normal"),
        ("rr" + "aaaaa", "normal"),
        ("rr" + "aaaa", "tightened"),
        ("rr" + "aaaraaaa", "tightened"),
        ("rr" + "rarararar", "stopped"),
        ("rr" + "aaaaa" + "r", "normal"),
        ("rr" + "rrrrr" + "a", "tightened"),
        ("rr" + "rrrrr" + "aaaaa", "normal"),
    ],
)
def test_inspection_switches(lots, then):
    assert inspection_after(lot == "a" for lot in lots) is Inspection(then)


def test_a_thousand_simulated_lots_keep_the_rules():
    """Against a second reading of the rules: one that looks back over the states instead of going on from the last."""
    chance = Random(11)
    lots = [chance.random() > (0.6 if 300 < number < 340 else 0.06) for number in range(1000)]
    states = [inspection_after(lots[:number]) for number in range(len(lots) + 1)]
    assert set(states) == set(Inspection)
    for number in range(1, len(states)):
        before, after = states[number - 1], states[number]
        since = next((at for at in range(number - 1, -1, -1) if states[at] is not before), -1) + 1
        run = lots[since:number]
        if before is Inspection.NORMAL:
            expected = Inspection.TIGHTENED if run[-5:].count(False) >= 2 else before
        elif before is Inspection.STOPPED:
            expected = Inspection.TIGHTENED
        else:
            stop_lot = [lots[since - 1]] if since and states[since - 1] is Inspection.STOPPED else []
            seen = stop_lot + run
            expected = Inspection.STOPPED if seen.count(False) >= 5 else Inspection.NORMAL if len(seen) >= 5 and all(seen[-5:]) else before
        assert after is expected, number
