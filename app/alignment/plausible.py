"""Whether two texts have anything to do with each other, judged by the rows between them."""

from collections.abc import Sequence

from app.model import Span, Unit

_SPEAKS = 0.6
"""The score from which a row speaks for a translation."""
_RELATED = 0.2
"""Stories that are no translations of each other stay at 0, translations with half their text gone over 0.7 (measured on news)."""
_ENOUGH = 3
"""Texts with fewer rows than this on either side say too little to doubt them."""


def plausible(units: Sequence[Unit]) -> bool:
    """Whether the target may be a translation of the source, by the rows of a new article."""
    rows = sum(unit.source is not None for unit in units), sum(unit.imported is not None for unit in units)
    return min(rows) < _ENOUGH or agreement(units) >= _RELATED


def agreement(units: Sequence[Unit]) -> float:
    """The share of the text that stands in rows that speak for a translation, from 0 to 1, on the side where it is greater."""
    speaking = [unit for unit in units if unit.score >= _SPEAKS]
    source = _length([unit.source for unit in speaking]) / max(1, _length([unit.source for unit in units]))
    target = _length([unit.imported for unit in speaking]) / max(1, _length([unit.imported for unit in units]))
    return max(source, target)


def _length(spans: Sequence[Span | None]) -> int:
    return sum(span.length for span in spans if span)
