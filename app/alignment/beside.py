"""Fields beside a story are no sentences: they are paired by their names, and the text around them is aligned without them."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from app.model import BlockKind, Document, Segment, Span
from app.model.fields import ALT, FIELDS

KNOWN = [field.name for field in FIELDS]

Sides = tuple[Sequence[Segment], Sequence[Segment]]


def field_runs(source: Document, target: Document, segments: Sides) -> tuple[Span, Span] | None:
    """Where among the segments of both sides the fields stand.

    None where a side has none, has them in several places, or has text before them while the other has not.
    """
    found = [_run(document, side) for document, side in zip((source, target), segments, strict=True)]
    ours, theirs = found
    if ours is None or theirs is None or bool(ours.start) != bool(theirs.start):
        return None
    if (ours.end < len(segments[0])) != (theirs.end < len(segments[1])):
        return None
    return ours, theirs


def _run(document: Document, segments: Sequence[Segment]) -> Span | None:
    numbers = [at for at, segment in enumerate(segments) if document.block_at(segment.span.start).kind is BlockKind.FIELD]
    together = bool(numbers) and numbers[-1] - numbers[0] == len(numbers) - 1
    return Span(numbers[0], numbers[-1] + 1) if together else None


def field_pairs(source: Document, target: Document, segments: Sides, runs: tuple[Span, Span]) -> Iterator[tuple[Span, Span]]:
    """The segments that are the same field, one side empty where the other has no such field; numbers count all segments."""
    ours, theirs = (_names(*each) for each in zip((source, target), segments, runs, strict=True))
    by_address = not {key for key in ours if key[0] == ALT.name}.isdisjoint(theirs)
    if not by_address:
        ours, theirs = _counted(ours), _counted(theirs)
    for tag, first, end, other, other_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        here, there = range(first, end), range(other, other_end)
        pairs = zip(here, there, strict=True) if tag == "equal" else [*((at, None) for at in here), *((None, at) for at in there)]
        for one, two in pairs:
            yield _numbered(one, first, runs[0]), _numbered(two, other, runs[1])


def _numbered(at: int | None, empty: int, run: Span) -> Span:
    """One segment, or an empty stretch."""
    start = run.start + (empty if at is None else at)
    return Span(start, start if at is None else start + 1)


def _names(document: Document, segments: Sequence[Segment], run: Span) -> list[tuple[str, str]]:
    """The names of fields, of alt texts with the address of the picture."""
    blocks = [document.block_at(segment.span.start) for segment in segments[run.start : run.end]]
    return [(block.attribute("name"), block.attribute("src")) for block in blocks]


def _counted(names: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same with numbers for addresses: pictures of two sites are the same in turn."""
    return [(name, str(sum(other == name for other, _address in names[:at]))) for at, (name, _address) in enumerate(names)]
