"""All ways through two lists of sentences inside a corridor: the best one, and how sure each of its rows is."""

import math
from collections.abc import Iterable, Mapping

from msgspec import Struct

from app.alignment.evidence import SHAPES, Evidence

_MISSING, _ADDED, _PAIR = SHAPES[1, 0], SHAPES[0, 1], SHAPES[1, 1]
_WIDE = [shape for shape in SHAPES if sum(shape) > 2]
_USUAL = [(1, 2), (2, 1), (2, 2), (1, 3), (3, 1)]
_UNSURE = range(6, 13)
"""Rows of unusual shapes are looked for where a border has so many places: fewer leave no room for them, and more are a gap between
anchors in which there is nothing to hold on to."""


class Bead(Struct, frozen=True, gc=False):
    """A row of the best way: sentence numbers, its log odds, and the probability that it is right."""

    source: int
    source_end: int
    target: int
    target_end: int
    odds: float
    certainty: float


Corridor = Mapping[int, range]
"""For each border between source sentences, in order, the borders of the target worth looking at."""

_NOWHERE = range(0)

Edge = tuple[int, int, float]
"""A row that begins at a place: how many sentences it takes on either side, and its log odds."""


class Lattice:
    """The rows that may begin at each place (source border, target border) of a corridor."""

    def __init__(self, evidence: Evidence, corridor: Corridor) -> None:
        """Look at every place of the corridor once."""
        self._evidence = evidence
        self._corridor = corridor
        self._height, self._width = max(corridor), max(columns.stop for columns in corridor.values()) - 1
        self._edges: dict[tuple[int, int], list[Edge]] = {}
        self._total: dict[tuple[int, int], float] = {}
        self._best: dict[tuple[int, int], tuple[float, Edge | None]] = {}
        self._look()

    def best_way(self, end: tuple[int, int]) -> list[Bead]:
        """The rows of the best way from the first place of the corridor to `end`, in order."""
        after = self._after(end)
        way: list[Bead] = []
        i, j = end
        while (edge := self._best[i, j][1]) is not None:
            di, dj, odds = edge
            certainty = sum([self._chance(place, edge, after, end) for place in self._same(i - di, j - dj, edge)])
            way.append(Bead(i - di, i, j - dj, j, odds, min(1.0, certainty)))
            i, j = i - di, j - dj
        return way[::-1]

    def _same(self, i: int, j: int, edge: Edge) -> Iterable[tuple[int, int]]:
        """The places where this row says the same: a sentence with nothing opposite may stand before or after its neighbours."""
        di, dj, _ = edge
        if not dj:
            return [(i, column) for column in self._corridor[i]]
        if di:
            return [(i, j)]
        first = last = i
        while j in self._corridor.get(first - 1, _NOWHERE):
            first -= 1
        while j in self._corridor.get(last + 1, _NOWHERE):
            last += 1
        return [(row, j) for row in range(first, last + 1)]

    def _chance(self, place: tuple[int, int], edge: Edge, after: Mapping[tuple[int, int], float], end: tuple[int, int]) -> float:
        """The share of the ways to `end`, by their odds, on which this row begins at this place."""
        di, dj, odds = edge
        there = place[0] + di, place[1] + dj
        if place not in self._total or there not in after:
            return 0.0
        return math.exp(min(0.0, self._total[place] + odds + after[there] - self._total[end]))

    def ends(self) -> list[tuple[float, tuple[int, int]]]:
        """The places where one side is used up, each with the odds of the best way there."""
        found = [(self._height, j) for j in self._corridor[self._height]]
        found += [(i, self._width) for i, columns in self._corridor.items() if self._width in columns]
        return [(self._best[place][0], place) for place in found if place in self._best]

    def _look(self) -> None:
        """Follow all rows forwards: the best way to every place, and the sum over all ways."""
        best, total = self._best, self._total
        top = min(self._corridor)
        first = top, self._corridor[top].start
        best[first], total[first] = (0.0, None), 0.0
        for i, columns in self._corridor.items():
            for j in columns:
                if (i, j) not in best:
                    continue
                here, sum_here = best[i, j][0], total[i, j]
                edges = self._edges[i, j] = self._rows_from(i, j)
                for edge in edges:
                    di, dj, odds = edge
                    there = (i + di, j + dj)
                    if there not in best:
                        best[there], total[there] = (here + odds, edge), sum_here + odds
                        continue
                    if here + odds > best[there][0]:
                        best[there] = (here + odds, edge)
                    total[there] = _log_add(total[there], sum_here + odds)

    def _after(self, end: tuple[int, int]) -> dict[tuple[int, int], float]:
        """The sum over all ways from every place to `end`."""
        after = {end: 0.0}
        for place in reversed(self._edges):
            if place == end:
                continue
            i, j = place
            sums = [after[i + di, j + dj] + odds for di, dj, odds in self._edges[place] if (i + di, j + dj) in after]
            if sums:
                most = max(sums)
                after[place] = most + math.log(sum(math.exp(value - most) for value in sums))
        return after

    def _rows_from(self, i: int, j: int) -> list[Edge]:
        found: list[Edge] = []
        if i < self._height and j in self._corridor[i + 1]:
            found.append((1, 0, _MISSING))
        if j + 1 in self._corridor[i]:
            found.append((0, 1, _ADDED))
        if i == self._height or j == self._width:
            return found
        if j + 1 in self._corridor[i + 1]:
            found.append((1, 1, _PAIR + self._evidence.pair(i, j).odds))
        row, plausible = self._evidence.row, self._evidence.plausible
        for di, dj in _WIDE if len(self._corridor[i]) in _UNSURE else _USUAL:
            if self._inside(i + di, j + dj) and plausible(i, i + di, j, j + dj):
                found.append((di, dj, row(i, i + di, j, j + dj)))
        return found

    def _inside(self, i: int, j: int) -> bool:
        return j in self._corridor.get(i, _NOWHERE)


def _log_add(one: float, other: float) -> float:
    high, low = (one, other) if one > other else (other, one)
    return high + math.log1p(math.exp(low - high))
