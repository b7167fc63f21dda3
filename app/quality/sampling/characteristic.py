"""What a plan can promise: the chance that a lot passes, exactly. A lot is finite, so the draw is hypergeometric."""

from fractions import Fraction
from math import comb

from msgspec import Struct

POINTS = 100
"""Steps of a curve for a lot that is larger."""


class Point(Struct, frozen=True, array_like=True):
    """A point of an operating characteristic: with `bad` failing articles in the lot it passes with `chance` (0 to 1)."""

    bad: int
    chance: float


def acceptance(lot: int, bad: int, size: int, accept: int) -> Fraction:
    """The chance that among `size` articles drawn from `lot`, of which `bad` fail, at most `accept` fail."""
    size = min(size, lot)
    ways = sum(comb(bad, failing) * comb(lot - bad, size - failing) for failing in range(min(accept, bad, size) + 1))
    return Fraction(ways, comb(lot, size))


def characteristic(lot: int, size: int, accept: int) -> tuple[Point, ...]:
    """The operating characteristic from no failing article up to a lot in which every one fails."""
    steps = min(lot, POINTS)
    bads = sorted({lot * step // steps for step in range(steps + 1)}) if steps else [0]
    return tuple(Point(bad, float(acceptance(lot, bad, size, accept))) for bad in bads)


def least_noticed(lot: int, size: int, accept: int, chance: Fraction = Fraction(1, 20)) -> int | None:
    """The smallest number of failing articles with which the lot passes at most so often; None where even the largest passes oftener."""
    low, high = 0, lot
    if acceptance(lot, high, size, accept) > chance:
        return None
    while low < high:
        middle = (low + high) // 2
        if acceptance(lot, middle, size, accept) <= chance:
            high = middle
        else:
            low = middle + 1
    return low
