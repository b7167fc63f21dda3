"""A first look at two lists of sentences: pairs that rare words tie together, as a chain that runs through both in order."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from operator import itemgetter

from app.alignment.sentences import Sentence

_CANDIDATES = 3
_WORTH = 6.0
_COMMON, _MOST = 0.08, 12
_NEAR, _FAR = 1, 3
_LARGE, _BAND = 10_000, 40
"""Gaps between anchors with more places than this are looked at along their diagonal only, so many to either side."""


def anchors(source: Sequence[Sentence], target: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Pairs of sentence numbers, ascending on both sides; the chain that rare words speak for most."""
    ties = ((i, j, worth) for i, found in enumerate(_ties(source, target)) for j, worth in found)
    return _chain(ties, len(target))


def _ties(source: Sequence[Sentence], target: Sequence[Sentence]) -> list[list[tuple[int, float]]]:
    """For each source sentence the few target sentences with which it shares most, by the rarity of what they share."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(target):
        for key in sentence.keys:
            places[key].append(j)
    most = min(_MOST, max(3, int(len(target) * _COMMON)))
    worth = {key: math.log((len(target) + 2) / len(found)) for key, found in places.items() if len(found) <= most}
    rare = frozenset(worth)
    ties = []
    for sentence in source:
        shared: dict[int, float] = defaultdict(float)
        for key in sentence.keys & rare:
            for j in places[key]:
                shared[j] += worth[key]
        strong = [tie for tie in shared.items() if tie[1] >= _WORTH]
        ties.append(nlargest(_CANDIDATES, strong, key=itemgetter(1)) if len(strong) > _CANDIDATES else strong)
    return ties


def _chain(ties: Iterable[tuple[int, int, float]], width: int) -> list[tuple[int, int]]:
    """The ties with the greatest worth in all that ascend strictly on both sides."""
    order = sorted(ties, key=lambda tie: (tie[0], -tie[1]))
    best = _Best(width)
    before = []
    for number, (_, j, worth) in enumerate(order):
        total, previous = best.below(j)
        before.append(previous)
        best.raise_from(j, (total + worth, number))
    at = best.below(width)[1]
    chain = []
    while at >= 0:
        chain.append(order[at][:2])
        at = before[at]
    return chain[::-1]


class _Best:
    """The best chain that ends before a target sentence, kept in a Fenwick tree."""

    def __init__(self, width: int) -> None:
        """Begin without any chain."""
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)

    def below(self, j: int) -> tuple[float, int]:
        """The worth and the last tie of the best chain that ends before `j`."""
        best = (0.0, -1)
        while j > 0:
            best = max(best, self._tree[j])
            j -= j & -j
        return best

    def raise_from(self, j: int, value: tuple[float, int]) -> None:
        """Note a chain that ends at `j`."""
        j += 1
        while j < len(self._tree):
            self._tree[j] = max(self._tree[j], value)
            j += j & -j


def corridor(chain: Sequence[tuple[int, int]], height: int, width: int, *, whole: bool = True) -> list[range]:
    """For each border between source sentences (0 to `height`) the borders of the target worth looking at.

    Between anchors that follow each other on both sides that is the border itself and its neighbours. With `whole`, both lists
    end together; otherwise the text goes on on either side.
    """
    result = []
    stops = [(-1, -1), *chain, (height, width)]
    at = 0
    for border in range(height + 1):
        while stops[at + 1][0] < border:
            at += 1
        above, below = stops[at], stops[at + 1]
        margin = _NEAR if below[0] - above[0] == below[1] - above[1] == 1 else _FAR
        low, high = above[1] + 1 - margin, below[1] + margin
        if (below[0] - above[0]) * (below[1] - above[1]) > _LARGE:
            even = whole or at + 2 < len(stops)
            slope = (below[1] - above[1]) / (below[0] - above[0]) if even else 1.0
            middle = above[1] + (border - above[0]) * slope
            low, high = max(low, int(middle - _BAND - 2 * slope)), min(high, int(middle + _BAND + 2 * slope))
        result.append(range(max(0, low), min(width, high) + 1))
    return result
