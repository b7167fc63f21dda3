"""What a word of one side says when a sentence of the other side has a counterpart for it, and when it has none."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from app.alignment.sentences import Sentence
from app.evidence.words import Familiar, Word

_BREADTHS = (0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0)
"""What is searched for a counterpart, in sentences of mean length."""
_FOUND = {Familiar.NUMBER: 0.93, Familiar.LISTED: 0.74, Familiar.FUNCTION: 0.5, Familiar.NAME: 0.5, Familiar.UNKNOWN: 0.15}
"""How often a word has a counterpart in its true translation (measured on news with human translations)."""
_OWN, _PRIOR_HITS, _PRIOR_SENTENCES = 0.85, 0.25, 12
"""How much of the first sentence found is put down to the translation itself; and what is assumed about a word before it was
looked for: that 3 in 100 sentences hold a counterpart by chance."""


class Odds(Struct, frozen=True, gc=False):
    """Log odds of one word by the breadth of what was searched: when it is not found, and what it gains when it is."""

    silence: tuple[float, ...]
    gain: tuple[float, ...]


class Voice(Struct, gc=False):
    """What the words of a sentence say in log odds; `silences`, by breadth, is the sum for words that are all not found."""

    words: list[tuple[frozenset[str], Odds]]
    silences: list[float | None]

    def heard(self, keys: frozenset[str], breadth: int) -> float:
        """The log odds when a text of this breadth with these keys was searched."""
        silence = self.silences[breadth]
        if silence is None:
            silence = self.silences[breadth] = sum([odds.silence[breadth] for _, odds in self.words])
        return silence + sum([odds.gain[breadth] for mine, odds in self.words if not mine.isdisjoint(keys)])


def breadth(length: int, mean: float) -> int:
    """How broad a text is beside a sentence of mean length, as an index of `_BREADTHS`: the more text, the more is found by chance."""
    return min(len(_BREADTHS) - 1, int(2 * length / mean + 0.5))


class Voices(dict[int, Voice]):
    """The voice of each sentence, made when it is asked for: most sentences are settled without."""

    def __init__(self, mine: Sequence[Sentence], frequency: Mapping[str, int], total: int) -> None:
        """Judge words by how many of the `total` sentences of the other side hold each key."""
        super().__init__()
        self._mine, self._odds = mine, _Dictionary(frequency, total)

    def __missing__(self, number: int) -> Voice:
        odds = self._odds
        voice = self[number] = Voice([(word.keys, odds[word]) for word in self._mine[number].words], [None] * len(_BREADTHS))
        return voice


class _Dictionary(dict[Word, Odds]):
    """The odds of words, worked out when they are asked for."""

    def __init__(self, frequency: Mapping[str, int], total: int) -> None:
        super().__init__()
        self._frequency, self._total = frequency, total
        self._by_hits: dict[tuple[Familiar, int], Odds] = {}

    def __missing__(self, word: Word) -> Odds:
        count = self._frequency.get
        hits = sum([count(key, 0) for key in word.keys])
        odds = self._by_hits.get((word.familiar, hits))
        if odds is None:
            chance = (max(0.0, hits - _OWN) + _PRIOR_HITS) / (self._total + _PRIOR_SENTENCES)
            odds = self._by_hits[word.familiar, hits] = _odds(_FOUND[word.familiar], chance)
        self[word] = odds
        return odds


@lru_cache(maxsize=10_000)
def _odds(found: float, chance: float) -> Odds:
    """The odds of a word that has a counterpart in its translation with one probability and in any sentence with another."""
    silence, gain = [], []
    for width in _BREADTHS:
        by_chance = 1 - (1 - min(0.9, chance)) ** width
        truly = max(found, by_chance)
        silence.append(math.log((1 - truly) / (1 - by_chance)))
        gain.append(math.log(truly / by_chance) - silence[-1])
    return Odds(tuple(silence), tuple(gain))
