"""How well a row of sentences goes together: the log odds of a translation against two texts that met by chance."""

import math
from collections.abc import Sequence
from itertools import pairwise

from app.alignment.sentences import Sentence, joined
from app.alignment.weights import Voice, voices

SHAPES = {
    (1, 1): -0.1,
    (1, 0): -4.0,
    (0, 1): -3.5,
    (1, 2): -4.2,
    (2, 1): -4.5,
    (2, 2): -7.0,
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
"""The log of how often a row has so many sentences on either side."""
_SWAPPED = -6.0
_MEAN_RATIO, _SAME, _CHANCE, _SHORT = 0.16, 0.16, 0.6, 1.2
_ACROSS = -3.0
_SPEAKS = 1.5


class Evidence:
    """The log odds of rows between two lists of sentences."""

    def __init__(self, source: Sequence[Sentence], target: Sequence[Sentence]) -> None:
        """Weigh the words of both sides."""
        self.source, self.target = source, target
        self.voices = voices(source, target), voices(target, source)
        self._seen: dict[tuple[int, int, int, int], float] = {}
        self._pairs: dict[tuple[int, int], float] = {}

    def row(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """The log odds of the sentences `i` to `i_end` of the source against `j` to `j_end` of the target, the shape's included."""
        shape = (i_end - i, j_end - j)
        prior = SHAPES[shape]
        if not shape[0] or not shape[1]:
            return prior
        straight = prior + self._together(i, i_end, j, j_end)
        if shape == (2, 2):
            return max(straight, _SWAPPED + self._together(i, i + 1, j + 1, j_end) + self._together(i + 1, i_end, j, j + 1))
        return straight

    def speaks(self, i: int, j: int) -> bool:
        """Whether two sentences have enough in common to be part of the same row."""
        if (i, j) not in self._pairs:
            heard = _gain(self.voices[0][i : i + 1], self.target[j].keys, 0) + _gain(self.voices[1][j : j + 1], self.source[i].keys, 0)
            self._pairs[i, j] = heard
        return self._pairs[i, j] > _SPEAKS

    def _together(self, i: int, i_end: int, j: int, j_end: int) -> float:
        place = (i, i_end, j, j_end)
        if place not in self._seen:
            source, target = self.source[i:i_end], self.target[j:j_end]
            self._seen[place] = (
                _heard(self.voices[0][i:i_end], target)
                + _heard(self.voices[1][j:j_end], source)
                + _length(sum(s.length for s in source), sum(s.length for s in target))
                + _place(source, target)
            )
        return self._seen[place]


def _heard(speakers: Sequence[Voice], listeners: Sequence[Sentence]) -> float:
    width = len(listeners) - 1
    keys = listeners[0].keys if not width else joined(s.keys for s in listeners)
    return sum(voice.silence[width] for voice in speakers) + _gain(speakers, keys, width)


def _gain(speakers: Sequence[Voice], keys: frozenset[str], width: int) -> float:
    odds = 0.0
    for voice in speakers:
        for mine, gains in voice.words:
            if not mine.isdisjoint(keys):
                odds += gains[width]
    return odds


def _length(source: int, target: int) -> float:
    away = math.log((target + 8) / (source + 8)) - _MEAN_RATIO
    same = _SAME + _SHORT / math.sqrt(source + 8)
    return math.log(_CHANCE / same) - away * away * (1 / same**2 - 1 / _CHANCE**2) / 2


def _place(source: Sequence[Sentence], target: Sequence[Sentence]) -> float:
    across = sum(a.block != b.block for side in (source, target) for a, b in pairwise(side))
    same = 0.5 if source[0].starts == target[0].starts else -1.0
    return across * _ACROSS + same + (0.5 if source[-1].asks and target[-1].asks else 0.0)
