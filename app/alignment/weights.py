"""What a word of one side says when a sentence of the other side has a counterpart for it, and when it has none."""

import math
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from app.alignment.sentences import Sentence
from app.evidence.words import Familiar, Word

WIDEST = 4
"""The most sentences of one side in a row."""

_FOUND = {Familiar.NUMBER: 0.93, Familiar.LISTED: 0.68, Familiar.NAME: 0.5, Familiar.UNKNOWN: 0.16}
"""How often a word has a counterpart in its true translation (measured on news with human translations)."""
_PRIOR_HITS, _PRIOR_SENTENCES = 0.3, 10
"""What is assumed about a word before it was looked for: that 3 in 100 sentences hold a counterpart by chance."""


class Voice(Struct, frozen=True, gc=False):
    """The words of a sentence in log odds, against 1 to `WIDEST` sentences: `silence` when none is found, and each one's gain."""

    silence: tuple[float, ...]
    words: tuple[tuple[frozenset[str], tuple[float, ...]], ...]


def voices(mine: Sequence[Sentence], others: Sequence[Sentence]) -> list[Voice]:
    """The voice of each sentence, judged by how many sentences of the other side hold a counterpart by chance."""
    frequency = Counter(key for sentence in others for key in sentence.keys)
    known: dict[Word, tuple[tuple[float, ...], tuple[float, ...]]] = {}
    result = []
    for sentence in mine:
        for word in sentence.words:
            if word not in known:
                known[word] = _odds(word, frequency, len(others))
        odds = [known[word] for word in sentence.words]
        silence = tuple(map(sum, zip(*(minus for minus, _ in odds), strict=True))) or (0.0,) * WIDEST
        result.append(Voice(silence, tuple((word.keys, gains) for word, (_, gains) in zip(sentence.words, odds, strict=True))))
    return result


def _odds(word: Word, frequency: Counter[str], total: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Log odds of silence and gain when found, against 1 to `WIDEST` sentences."""
    hits = sum(frequency[key] for key in word.keys)
    chance = min(0.9, (hits + _PRIOR_HITS) / (total + _PRIOR_SENTENCES))
    minus, gains = [], []
    for width in range(1, WIDEST + 1):
        by_chance = 1 - (1 - chance) ** width
        found = max(_FOUND[word.familiar], by_chance)
        minus.append(math.log((1 - found) / (1 - by_chance)))
        gains.append(math.log(found / by_chance) - minus[-1])
    return tuple(minus), tuple(gains)
