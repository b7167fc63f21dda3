"""How far two reviewers agree who marked the same text without seeing each other's marks."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from app.model import ErrorMark, Severity, Side, Span


class Agreement(Struct, frozen=True):
    """Two readings of the same rows.

    `same` of `rows` got the same label: the gravest severity marked in the row, or none. `kappa` is Cohen's: 1 is full
    agreement, 0 what chance alone would give; None where chance alone explains everything. `overlap` is the share of marked
    characters that both marked (twice the common ones over the sum of both), 1 where neither marked anything.
    """

    rows: int
    same: int
    kappa: float | None
    overlap: float


def agreement(units: Sequence[int], marks: Iterable[ErrorMark]) -> Agreement:
    """The agreement of the first and the second reading over these rows."""
    readings: dict[int, list[ErrorMark]] = {1: [], 2: []}
    for mark in marks:
        readings.setdefault(mark.reading, []).append(mark)
    first, second = (labels(units, readings[reading]) for reading in (1, 2))
    same = sum(one == two for one, two in zip(first, second, strict=True))
    return Agreement(len(units), same, kappa(first, second), overlap(readings[1], readings[2]))


def labels(units: Iterable[int], marks: Iterable[ErrorMark]) -> list[str]:
    """For each row the gravest severity marked in it, "" for none."""
    gravest: dict[int, Severity] = {}
    for mark in marks:
        if mark.unit not in gravest or gravest[mark.unit].rank < mark.severity.rank:
            gravest[mark.unit] = mark.severity
    return [gravest[unit].value if unit in gravest else "" for unit in units]


def kappa(first: Sequence[str], second: Sequence[str]) -> float | None:
    """Cohen's kappa of two sequences of labels; None without any, or when both always give one and the same label."""
    total = len(first)
    if not total:
        return None
    seen = sum(one == two for one, two in zip(first, second, strict=True)) / total
    one, two = Counter(first), Counter(second)
    chance = sum(one[label] * two[label] for label in one) / total**2
    return None if chance == 1 else round((seen - chance) / (1 - chance), 4)


def overlap(first: Iterable[ErrorMark], second: Iterable[ErrorMark]) -> float:
    """Twice the characters that both marked, over the sum of what each marked; 1 where neither marked anything."""
    one, two = _characters(first), _characters(second)
    return round(2 * len(one & two) / (len(one) + len(two)), 4) if one or two else 1.0


def _characters(marks: Iterable[ErrorMark]) -> set[tuple[int, Side, int]]:
    return {(mark.unit, mark.side, at) for mark in marks for at in _range(mark.span)}


def _range(span: Span) -> range:
    return range(span.start, span.end)
