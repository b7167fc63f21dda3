"""Segments as alignment sees them: their words with what a match of each is worth, their length and their place."""

import math
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from app.evidence.words import Word, words
from app.model import Document, Segment

FOUND_KNOWN, FOUND_UNKNOWN = 0.72, 0.3
"""How often a word of a sentence has a counterpart in its true translation, when the word list knows it and when not."""


class Sentence(Struct, frozen=True, gc=False):
    """One segment: its different words, all their keys, its length in code points and the number of its block."""

    words: tuple[Word, ...]
    keys: frozenset[str]
    length: int
    block: int
    starts: bool
    asks: bool


class Weighed(Struct, frozen=True, gc=False):
    """What the words of a sentence say: `silence` when none has a counterpart, and what each adds that has one."""

    silence: float
    words: tuple[tuple[frozenset[str], float], ...]


def sentences(document: Document, segments: Sequence[Segment]) -> list[Sentence]:
    """The segments of a document, read."""
    read, block = [], -1
    for segment in segments:
        text = segment.span.of(document.text.plain)
        mine = document.block_index(segment.span.start)
        found = words(text, document.language)
        keys = frozenset().union(*(word.keys for word in found))
        read.append(Sentence(found, keys, len(text), mine, mine != block, text.rstrip("\"“”«»’' ").endswith("?")))
        block = mine
    return read


def weighed(mine: Sequence[Sentence], others: Sequence[Sentence]) -> list[Weighed]:
    """The log odds that each word contributes, judged by how many sentences of the other side hold a counterpart by chance."""
    frequency = Counter(key for sentence in others for key in sentence.keys)
    cache: dict[Word, tuple[float, float]] = {}
    result = []
    for sentence in mine:
        silence, gains = 0.0, []
        for word in sentence.words:
            if word not in cache:
                cache[word] = _odds(word, frequency, len(others))
            minus, gain = cache[word]
            silence += minus
            gains.append((word.keys, gain))
        result.append(Weighed(silence, tuple(gains)))
    return result


def _odds(word: Word, frequency: Counter[str], total: int) -> tuple[float, float]:
    chance = min(0.9, (sum(frequency[key] for key in word.keys) + 0.3) / (total + 10))
    found = max(FOUND_KNOWN if word.known else FOUND_UNKNOWN, chance)
    minus = math.log((1 - found) / (1 - chance))
    return minus, math.log(found / chance) - minus
