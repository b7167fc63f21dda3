"""How well a row of sentences goes together: the log odds of a translation against two texts that met by chance."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, repeat

from msgspec import Struct

from app.alignment.sentences import Sentence, joined
from app.alignment.weights import Voices, breadth

SHAPES = {
    (1, 1): -0.1,
    (1, 0): -3.6,
    (0, 1): -3.0,
    (1, 2): -4.2,
    (2, 1): -4.5,
    (2, 2): -7.5,
    (1, 3): -7.0,
    (3, 1): -7.0,
    (2, 3): -9.0,
    (3, 2): -9.0,
    (1, 4): -9.0,
    (4, 1): -9.0,
    (3, 3): -11.0,
    (2, 4): -12.0,
    (4, 2): -12.0,
    (3, 4): -13.0,
    (4, 3): -13.0,
    (4, 4): -14.0,
}
"""The log of how often a row has so many sentences on either side; gaps are as frequent as in machine translations with passages
that do not belong there."""
_SWAPPED = -6.0
"""The same for two sentences that changed places."""
_MEAN_RATIO, _SAME, _CHANCE, _SHORT = 0.18, 0.16, 0.75, 1.2
"""The log of the German length by the English one: its mean, its deviation in translations and between strangers, and how much more
it varies in short sentences."""
_ACROSS, _BOTH_START, _ONE_STARTS, _BOTH_ASK = -5.0, 0.5, -1.3, 0.5
"""Log odds of a row that runs over the border of a block, whose sides both begin one, only one of them, or both end in a question."""
_LEANS, _TIED = -5.0, -2.0
"""Below these log odds a sentence is not looked at as part of a row with several."""
_FREE, _LOOSE = -5.0, 0.3
"""Below these log odds further words that do not match count only so much: a free translation is likelier than a gap opposite
a gap."""
_CROSS = [[False, True], [True, False]]


class Pair(Struct, frozen=True, gc=False):
    """Two sentences: the log odds of being translations by the words of either, and in all; whether they share anything."""

    source: float
    target: float
    odds: float
    met: bool


class Evidence:
    """The log odds of rows between two lists of sentences."""

    def __init__(self, source: Sequence[Sentence], target: Sequence[Sentence], counts: tuple[Counter[str], Counter[str]]) -> None:
        """Weigh the words of both sides; `counts` says how many sentences of either hold each key."""
        self.source, self.target = source, target
        self._voices = Voices(source, counts[1], len(target)), Voices(target, counts[0], len(source))
        self._means = _mean_length(source), _mean_length(target)
        self._pairs: dict[tuple[int, int], Pair] = {}

    def pair(self, i: int, j: int) -> Pair:
        """A sentence of the source and one of the target."""
        pair = self._pairs.get((i, j))
        if pair is None:
            pair = self._pairs[i, j] = self._meet(i, j)
        return pair

    def _meet(self, i: int, j: int) -> Pair:
        source, target = self.source[i], self.target[j]
        by_source = self._voices[0][i].heard(target.keys, breadth(target.length, self._means[1]))
        by_target = self._voices[1][j].heard(source.keys, breadth(source.length, self._means[0]))
        place = _BOTH_START if source.starts == target.starts else _ONE_STARTS
        if source.asks and target.asks:
            place += _BOTH_ASK
        odds = by_source + by_target + _length(source.length, target.length) + place
        return Pair(by_source, by_target, _tempered(odds), not source.keys.isdisjoint(target.keys))

    def row(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """The log odds of several sentences against several, the shape's included."""
        height, width = i_end - i, j_end - j
        straight = SHAPES[height, width] + self._together(range(i, i_end), range(j, j_end))
        if height == width == 2:
            return max(straight, _SWAPPED + self.pair(i, j + 1).odds + self.pair(i + 1, j).odds)
        return straight

    def plausible(self, i: int, i_end: int, j: int, j_end: int) -> bool:
        """Whether several sentences may be one row: each leans on one of the other side, and nothing falls apart into two rows."""
        if i_end - i == 1:
            return all(pair.met and pair.target > _LEANS for pair in map(self.pair, repeat(i), range(j, j_end)))
        if j_end - j == 1:
            return all(pair.met and pair.source > _LEANS for pair in map(self.pair, range(i, i_end), repeat(j)))
        ties = [[self._tied(a, b) for b in range(j, j_end)] for a in range(i, i_end)]
        if not all(map(any, ties)) or not all(map(any, zip(*ties, strict=True))):
            return False
        return ties == _CROSS or sum(map(sum, ties)) >= len(ties) + len(ties[0]) - 1

    def _tied(self, i: int, j: int) -> bool:
        pair = self.pair(i, j)
        return pair.met and (pair.source > _TIED or pair.target > _TIED)

    def _together(self, rows: range, columns: range) -> float:
        source, target = self.source[rows.start : rows.stop], self.target[columns.start : columns.stop]
        mine, theirs = self._voices
        lengths = sum([sentence.length for sentence in source]), sum([sentence.length for sentence in target])
        broad = breadth(lengths[0], self._means[0]), breadth(lengths[1], self._means[1])
        keys = joined([sentence.keys for sentence in source]), joined([sentence.keys for sentence in target])
        odds = sum([mine[a].heard(keys[1], broad[1]) for a in rows]) + sum([theirs[b].heard(keys[0], broad[0]) for b in columns])
        odds += _ACROSS * sum([a.block != b.block for side in (source, target) for a, b in pairwise(side)])
        odds += _BOTH_START if source[0].starts == target[0].starts else _ONE_STARTS
        if source[-1].asks and target[-1].asks:
            odds += _BOTH_ASK
        return _tempered(odds + _length(*lengths))


def _tempered(odds: float) -> float:
    return odds if odds > _FREE else _FREE + (odds - _FREE) * _LOOSE


def _mean_length(sentences: Sequence[Sentence]) -> float:
    return max(40.0, sum([sentence.length for sentence in sentences]) / max(1, len(sentences)))


def _length(source: int, target: int) -> float:
    away = math.log((target + 8) / (source + 8)) - _MEAN_RATIO
    same = _SAME + _SHORT / math.sqrt(source + 8)
    return math.log(_CHANCE / same) - away * away * (1 / same**2 - 1 / _CHANCE**2) / 2
