"""Which rows of a text still stand in another version of it, and which stretches of that version belong to the others."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from app.model import Document, Segment, Span
from app.segmentation import segments

MOST = 4
"""Stretches of the other version that one row may have become: a sentence is rarely cut into more."""

ALIKE = 0.3
"""From this share of common words on (Dice), a changed row and a stretch are taken for two versions of one thing. The least of two
unrelated sentences of one story lies above 0.2, function words being what they share."""

LARGEST = 10_000
"""Rows times stretches up to which a passage is compared word by word; in a longer one they are paired in order."""

_SPACE = re.compile(r"[ \t\r\n\u2029]+")
_WORD = re.compile(r"\w+")


class Place(NamedTuple):
    """A row, counted from 0, and where it stands in the other version; `row` is None for a stretch that no row had."""

    row: int | None
    span: Span | None
    stands: bool


def places(old: Document, spans: Sequence[Span | None], new: Document) -> list[Place]:
    """Where the rows whose `spans` tile `old` stand in `new`: all rows in order, and between them what is new.

    A row stands when its whole text is there, in order; white space does not count. Together the places tile `new`.
    """
    images = _Images(old, new)
    fixed = [images.of(span) if span else None for span in spans]
    found: list[Place] = []
    row = at = 0
    for number in [*(number for number, span in enumerate(fixed) if span), len(spans)]:
        here = fixed[number] if number < len(spans) else None
        pieces, at = images.between(at, here.start if here else len(new.text.plain)), here.end if here else at
        texts = [span.of(old.text.plain) if (span := spans[each]) else "" for each in range(row, number)]
        paired = _paired(texts, pieces, new.text.plain)
        found += (
            Place(None if each is None else row + each, span, stands=each is not None and not span and not texts[each])
            for each, span in paired
        )
        if here:
            found.append(Place(number, here, stands=True))
        row = number + 1
    return found


class _Images:
    """The sentences that both versions have, in order."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        self._before, self._after = segments(old), segments(new)
        matcher = SequenceMatcher(None, _keys(old, self._before), _keys(new, self._after), autojunk=False)
        blocks = matcher.get_matching_blocks()
        self._image = {one + step: two + step for one, two, length in blocks for step in range(length)}
        self._starts = [segment.span.start for segment in self._before]
        self._ends = [segment.span.end for segment in self._before]

    def of(self, span: Span) -> Span | None:
        """Where a stretch of the old version stands in the new one, None when not all of it does."""
        touched = range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
        images = [self._image.get(number, -2) for number in touched]
        if not images or images[0] < 0 or images != list(range(images[0], images[0] + len(images))):
            return None
        first, last = touched[0], touched[-1]
        return Span(self._moved(first, images[0], span.start), self._moved(last, images[-1], span.end))

    def between(self, start: int, end: int) -> list[Span]:
        """The sentences of the new version, or what is left of them, between two offsets."""
        found = []
        for segment in self._after:
            piece = Span(max(start, segment.span.start), min(end, segment.span.end))
            text = piece.of(self._new.text.plain) if piece.start < piece.end else ""
            if text.strip():
                found.append(Span(piece.start + len(text) - len(text.lstrip()), piece.start + len(text.rstrip())))
        return found

    def _moved(self, old: int, new: int, offset: int) -> int:
        """An offset in an old sentence as one in the new sentence with the same words."""
        before, after = self._before[old].span, self._after[new].span
        if offset <= before.start:
            return after.start
        if offset >= before.end:
            return after.end
        signs = len(_SPACE.sub("", self._old.text.plain[before.start : offset]))
        inside = [at for at, sign in enumerate(after.of(self._new.text.plain)) if not _SPACE.match(sign)]
        spaced = _SPACE.match(self._old.text.plain[offset - 1])
        return after.start + (inside[signs] if spaced or signs == 0 else inside[signs - 1] + 1)


def _keys(document: Document, found: Sequence[Segment]) -> list[str]:
    return [as_words(segment.span.of(document.text.plain)) for segment in found]


def as_words(text: str) -> str:
    """A text with its white space made equal; a protected space stays one."""
    return _SPACE.sub(" ", text).strip()


def _paired(rows: Sequence[str], pieces: Sequence[Span], text: str) -> Iterator[tuple[int | None, Span | None]]:
    """The rows of a changed passage with the stretch that each has become, in order, and stretches that belong to none."""
    row = piece = 0
    for number, first, end in [*_alike(rows, [span.of(text) for span in pieces]), (len(rows), len(pieces), len(pieces))]:
        left = pieces[piece:first]
        if len(left) == number - row:  # as many rows as stretches, with no word in common: written anew, one by one
            yield from zip(range(row, number), left, strict=True)
        else:
            yield from ((each, None) for each in range(row, number))
            yield from ((None, span) for span in left)
        if number < len(rows):
            yield number, Span(pieces[first].start, pieces[end - 1].end)
        row, piece = number + 1, end


def _alike(rows: Sequence[str], pieces: Sequence[str]) -> list[tuple[int, int, int]]:
    """The rows that have something like them among the pieces, each with its first piece and the end: the most alike in all."""
    if len(rows) * len(pieces) > LARGEST:
        return []
    words = [[Counter(_WORD.findall(text.lower())) for text in side] for side in (rows, pieces)]
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int, int]]]] = {}
    for row in range(len(rows), -1, -1):
        for piece in range(len(pieces), -1, -1):
            choices = [best[step] for step in ((row + 1, piece), (row, piece + 1)) if step in best] or [(0.0, [])]
            if row < len(rows):
                for end in range(piece + 1, min(piece + MOST, len(pieces)) + 1):
                    gain = _dice(words[0][row], words[1][piece:end])
                    rest = best[row + 1, end]
                    if gain >= ALIKE:
                        choices.append((gain + rest[0], [(row, piece, end), *rest[1]]))
            best[row, piece] = max(choices, key=lambda choice: choice[0])
    return best[0, 0][1]


def _dice(words: Counter[str], others: Sequence[Counter[str]]) -> float:
    together = sum(others, Counter[str]())
    total = words.total() + together.total()
    return 2 * (words & together).total() / total if total else 0.0
