"""Segments as alignment sees them: their words, their length and their place."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from msgspec import Struct

from app.alignment.terms import Terms
from app.evidence.words import Word, words
from app.model import Document, Segment

_TAIL = 12
"""Behind a question mark stands little."""
_AFTER_A_STOP = "\"'“”»«’‘) "


class Sentence(Struct, frozen=True, gc=False):
    """One segment: its different words, all their keys, its length in code points and the number of its block.

    `starts` says that it begins its block, `asks` that it ends with a question mark.
    """

    words: Collection[Word]
    keys: frozenset[str]
    length: int
    block: int
    starts: bool
    asks: bool


class Reader:
    """The segments of a document, read when they are asked for and forgotten when they lie behind."""

    def __init__(self, document: Document, segments: Sequence[Segment], terms: Terms | None = None) -> None:
        """Begin with nothing read; `segments` are those of the document, in order, `terms` those of the desk."""
        self._terms = terms
        self._plain, self._language, self._segments = document.text.plain, document.language, segments
        self._blocks = _blocks(document, segments)
        self._read: dict[int, Sentence] = {}

    def __len__(self) -> int:
        """The number of segments."""
        return len(self._segments)

    def part(self, start: int, end: int) -> list[Sentence]:
        """The sentences from `start` on, before `end`; asked for in ascending order of `start`."""
        end = min(end, len(self))
        known = self._read
        self._read = {number: known.get(number) or self._sentence(number) for number in range(start, end)}
        return list(self._read.values())

    def is_whole(self, start: int, end: int) -> bool:
        """Whether the sentences from `start` on, before `end`, are all there is of one block; none are not."""
        blocks = self._blocks
        if start == end or blocks[start] != blocks[end - 1]:
            return False
        return (start == 0 or blocks[start - 1] != blocks[start]) and (end == len(blocks) or blocks[end] != blocks[start])

    def _sentence(self, number: int) -> Sentence:
        span = self._segments[number].span
        text = self._plain[span.start : span.end]
        found = words(text, self._language)
        if self._terms is not None:
            found += tuple(self._terms.words(text, self._language))
        block = self._blocks[number]
        starts = number == 0 or self._blocks[number - 1] != block
        asks = "?" in text[-_TAIL:] and text.rstrip(_AFTER_A_STOP).endswith("?")
        return Sentence(found, joined([word.keys for word in found]), len(text), block, starts, asks)


def _blocks(document: Document, segments: Sequence[Segment]) -> list[int]:
    """The number of the block that holds each segment; both are in order."""
    found, block = [], 0
    ends = [block.span.end for block in document.blocks]
    for segment in segments:
        while block + 1 < len(ends) and segment.span.start >= ends[block]:
            block += 1
        found.append(block)
    return found


def joined(keys: Iterable[frozenset[str]]) -> frozenset[str]:
    """All keys in one set."""
    return frozenset().union(*keys)


def counted(sentences: Iterable[Sentence]) -> Counter[str]:
    """How many of the sentences hold each key."""
    return Counter(chain.from_iterable([sentence.keys for sentence in sentences]))
