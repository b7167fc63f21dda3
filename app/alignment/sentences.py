"""Segments as alignment sees them: their words, their length and their place."""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from app.evidence.words import Word, words
from app.model import Document, Segment

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


def sentences(document: Document, segments: Sequence[Segment]) -> list[Sentence]:
    """The segments of a document, read."""
    read, block = [], -1
    for segment in segments:
        text = segment.span.of(document.text.plain)
        mine = document.block_index(segment.span.start)
        found = words(text, document.language)
        asks = text.rstrip(_AFTER_A_STOP).endswith("?")
        read.append(Sentence(found, joined([word.keys for word in found]), len(text), mine, mine != block, asks))
        block = mine
    return read


def joined(keys: Iterable[frozenset[str]]) -> frozenset[str]:
    """All keys in one set."""
    return frozenset().union(*keys)
