"""Whether two texts have anything to do with each other, judged by the rows between them."""

from collections.abc import Iterable, Sequence

from app.model import Link, Segment, Span

_SPEAKS = 0.6
"""The score from which a row speaks for a translation."""
_RELATED = 0.2
"""Stories that are no translations of each other stay under 0.1, translations with half their text gone over 0.4 (measured on news)."""
_ENOUGH = 3
"""Texts with fewer segments than this on either side say too little to doubt them."""


def plausible(segments: tuple[Sequence[Segment], Sequence[Segment]], links: Iterable[Link]) -> bool:
    """Whether the target may be a translation of the source; `links` are those that `align` made of these segments."""
    return min(map(len, segments)) < _ENOUGH or agreement(segments, links) >= _RELATED


def agreement(segments: tuple[Sequence[Segment], Sequence[Segment]], links: Iterable[Link]) -> float:
    """The share of the shorter text that stands in rows that speak for a translation, from 0 to 1."""
    source, target = segments
    speaking = [link for link in links if link.score >= _SPEAKS]
    shares = [
        _length(source, [link.source for link in speaking]) / max(1, _length(source, [Span(0, len(source))])),
        _length(target, [link.target for link in speaking]) / max(1, _length(target, [Span(0, len(target))])),
    ]
    return max(shares)


def _length(segments: Sequence[Segment], parts: Iterable[Span]) -> int:
    return sum(segment.span.length for part in parts for segment in segments[part.start : part.end])
