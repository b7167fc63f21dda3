"""The best way through two lists of sentences: rows of every shape, judged by what they say to each other."""

import math
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from app.alignment.sentences import Sentence, Weighed, weighed

_PRIOR = {
    (1, 1): -0.1,
    (1, 0): -4.0,
    (0, 1): -3.5,
    (1, 2): -4.2,
    (2, 1): -4.5,
    (2, 2): -9.0,
    (1, 3): -7.0,
    (3, 1): -7.0,
    (1, 4): -9.0,
    (4, 1): -9.0,
    (2, 3): -11.0,
    (3, 2): -11.0,
    (3, 3): -13.0,
    (4, 4): -16.0,
}
_SWAP = -6.0
_NARROW, _WIDE = 0.16, 0.6
_ACROSS = -3.0


class Bead(Struct, frozen=True, gc=False):
    """A row of the best path: sentence numbers and the log odds of the pairing."""

    source: int
    source_end: int
    target: int
    target_end: int
    odds: float


class Scorer:
    """Scores rows between two lists of sentences."""

    def __init__(self, source: Sequence[Sentence], target: Sequence[Sentence]) -> None:
        """Weigh the words of both sides."""
        self.source, self.target = source, target
        self._weights = weighed(source, target), weighed(target, source)
        self._pairs: dict[tuple[int, int, int, int], float] = {}

    def odds(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """The log odds that these sentences translate each other, the prior of the shape included."""
        shape = (i_end - i, j_end - j)
        prior = _PRIOR[shape]
        if not shape[0] or not shape[1]:
            return prior
        straight = prior + self._evidence(i, i_end, j, j_end)
        if shape == (2, 2):
            crossed = self._evidence(i, i + 1, j + 1, j_end) + self._evidence(i + 1, i_end, j, j + 1) + _SWAP
            return max(straight, crossed)
        return straight

    def _evidence(self, i: int, i_end: int, j: int, j_end: int) -> float:
        place = (i, i_end, j, j_end)
        if place not in self._pairs:
            source, target = self.source[i:i_end], self.target[j:j_end]
            self._pairs[place] = (
                _heard(self._weights[0][i:i_end], frozenset().union(*(s.keys for s in target)))
                + _heard(self._weights[1][j:j_end], frozenset().union(*(s.keys for s in source)))
                + _length(sum(s.length for s in source), sum(s.length for s in target))
                + _place(source, target)
            )
        return self._pairs[place]


def _heard(weights: Sequence[Weighed], keys: frozenset[str]) -> float:
    odds = 0.0
    for sentence in weights:
        odds += sentence.silence
        for mine, gain in sentence.words:
            if not mine.isdisjoint(keys):
                odds += gain
    return odds


def _length(source: int, target: int) -> float:
    away = math.log((target + 8) / (source + 8)) - 0.16
    narrow = _NARROW + 1.2 / math.sqrt(source + 8)
    return math.log(_WIDE / narrow) - away * away * (1 / narrow**2 - 1 / _WIDE**2) / 2


def _place(source: Sequence[Sentence], target: Sequence[Sentence]) -> float:
    across = sum(a.block != b.block for side in (source, target) for a, b in pairwise(side))
    same = 0.5 if source[0].starts == target[0].starts else -1.0
    return across * _ACROSS + same + (0.5 if source[-1].asks and target[-1].asks else 0.0)


def best_path(source: Sequence[Sentence], target: Sequence[Sentence]) -> list[Bead]:
    """The rows of the best path, in order."""
    scorer = Scorer(source, target)
    n, m = len(source), len(target)
    best: dict[tuple[int, int], tuple[float, Bead | None]] = {(0, 0): (0.0, None)}
    for i in range(n + 1):
        middle = i * m // max(1, n)
        for j in range(max(0, middle - 60), min(m, middle + 60) + 1) if i not in {0, n} else range(m + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for di, dj in _PRIOR:
                if i + di <= n and j + dj <= m:
                    odds = scorer.odds(i, i + di, j, j + dj)
                    after = best.get((i + di, j + dj))
                    if after is None or here[0] + odds > after[0]:
                        best[i + di, j + dj] = (here[0] + odds, Bead(i, i + di, j, j + dj, odds))
    path: list[Bead] = []
    at = best[n, m][1]
    while at is not None:
        path.append(at)
        at = best[at.source, at.target][1]
    return path[::-1]
