"""The operating characteristic: exact, and what a simulation sees."""

from fractions import Fraction
from random import Random

import pytest

from app.quality.sampling.characteristic import acceptance, characteristic, least_noticed


def test_a_finite_lot_is_hypergeometric():
    assert float(acceptance(120, 12, 20, 1)) == pytest.approx(0.368, abs=0.0005)


@pytest.mark.parametrize(
    ("size", "accept", "chances"),
    [
        (32, 2, (0.955, 0.786, 0.367, 0.032)),
        (50, 3, (0.964, 0.760, 0.250, 0.006)),
        (80, 5, (0.985, 0.789, 0.177, 0.001)),
        (13, 1, (0.907, 0.865, 0.621, 0.234)),
    ],
)
def test_for_a_lot_without_end_it_is_the_published_curve(size, accept, chances):
    """The last plan's first figure is for four percent, its AQL."""
    shares = (4.0 if size == 13 else 2.5, 5, 10, 20)
    for share, chance in zip(shares, chances, strict=True):
        assert float(acceptance(100_000, round(1000 * share), size, accept)) == pytest.approx(chance, abs=0.001)


@pytest.mark.parametrize(("lot", "size", "accept"), [(120, 20, 1), (60, 13, 0), (300, 50, 3)])
def test_a_simulation_sees_the_same(lot, size, accept):
    chance, draws = Random(3), 20_000
    for point in characteristic(lot, size, accept)[2 :: max(1, lot // 8)]:
        passed = sum(sum(at < point.bad for at in chance.sample(range(lot), size)) <= accept for _ in range(draws))
        assert passed / draws == pytest.approx(point.chance, abs=0.01)


def test_the_curve_falls_from_certain_to_never():
    chances = [point.chance for point in characteristic(250, 32, 2)]
    assert chances == sorted(chances, reverse=True)
    assert (chances[0], chances[-1]) == (1.0, 0.0)


def test_reading_everything_promises_everything():
    assert [acceptance(12, bad, 12, 0) for bad in (0, 1, 12)] == [1, 0, 0]
    assert least_noticed(12, 12, 0) == 1


def test_least_noticed_is_the_first_count_that_nearly_always_fails():
    least = least_noticed(120, 20, 1)
    assert acceptance(120, least, 20, 1) <= Fraction(1, 20) < acceptance(120, least - 1, 20, 1)


def test_nothing_read_notices_nothing():
    assert least_noticed(40, 0, 0) is None
    assert acceptance(40, 40, 0, 0) == 1
