"""A first look at two lists of sentences: pairs that rare words tie together, as a chain that runs through both in order."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from app.alignment.sentences import Sentence

_WORTH, _AHEAD = 6.0, 1.3
"""How much two sentences must share to be tied, and how much more than either shares with the next best."""
_COMMON, _MOST = 0.08, 8
_SMALL, _NEAR, _FAR = 6, 1, 3
"""Between anchors that are as far apart on both sides, and not farther than `_SMALL`, borders are looked for near the diagonal;
between anchors that follow each other there is only one."""
_LARGE, _BAND = 5_000, 25
"""Gaps between anchors with more places than this are looked at along their diagonal only, so many to either side."""


def anchors(source: Sequence[Sentence], target: Sequence[Sentence], counts: tuple[Counter[str], Counter[str]]) -> list[tuple[int, int]]:
    """Pairs of sentence numbers, ascending on both sides; the chain that rare words speak for most.

    `counts` says how many sentences of either side hold each key.
    """
    return _chain(_ties(source, target, counts), len(target))


def _ties(
    source: Sequence[Sentence], target: Sequence[Sentence], counts: tuple[Counter[str], Counter[str]]
) -> list[tuple[int, int, float]]:
    """The source sentences with the one target sentence with which they share clearly most, by the rarity of what they share."""
    most = min(_MOST, max(3, int(len(target) * _COMMON)))
    worths = [math.log((len(target) + 2) / (count or 1)) for count in range(most + 1)]
    worth = {key: worths[count] for key, count in counts[1].items() if count <= most and key in counts[0]}
    rare = frozenset(worth)
    places: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(target):
        for key in sentence.keys & rare:
            places[key].append(j)
    ties = []
    for i, sentence in enumerate(source):
        shared: dict[int, float] = {}
        for key in sentence.keys & rare:
            value = worth[key]
            for j in places[key]:
                shared[j] = shared.get(j, 0.0) + value
        best = max(shared, key=shared.__getitem__, default=-1)
        first = shared.pop(best, 0.0)
        if first >= _WORTH and first >= _AHEAD * max(shared.values(), default=0.0):
            ties.append((i, best, first))
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


def corridor(chain: Sequence[tuple[int, int]], start: tuple[int, int], stop: tuple[int, int], *, whole: bool = True) -> dict[int, range]:
    """For each border between source sentences from `start` to `stop` the borders of the target worth looking at.

    `chain` are the anchors between the two places. With `whole`, both lists end together; otherwise the text goes on on either
    side.
    """
    result = {}
    stops = [(start[0] - 1, start[1] - 1), *chain, stop]
    at = 0
    for border in range(start[0], stop[0] + 1):
        while stops[at + 1][0] < border:
            at += 1
        even = whole or at + 2 < len(stops)
        low, high = _columns(stops[at], stops[at + 1], border, even=even)
        result[border] = range(max(start[1], low), min(stop[1], high) + 1)
    return result


def _columns(above: tuple[int, int], below: tuple[int, int], border: int, *, even: bool) -> tuple[int, int]:
    """The first and the last border of the target for one of the source that lies between two anchors."""
    height, width = below[0] - above[0], below[1] - above[1]
    low, high = above[1] + 1 - _FAR, below[1] + _FAR
    if height == width <= _SMALL:
        same = above[1] + border - above[0]
        return (same, same) if height == 1 else (same - _NEAR, same + _NEAR)
    if height * width > _LARGE:
        slope = width / height if even else 1.0
        middle = above[1] + (border - above[0]) * slope
        return max(low, int(middle - _BAND - 2 * slope)), min(high, int(middle + _BAND + 2 * slope))
    return low, high
