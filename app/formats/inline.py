"""Marks that may cross each other as a tree of nested elements, for the formats that can only nest."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from app.model import Attributes, Mark, MarkKind, Text

RANK = {
    MarkKind.LINK: 0,
    MarkKind.STRONG: 1,
    MarkKind.EMPHASIS: 1,
    MarkKind.PAIRED: 1,
    MarkKind.CODE: 2,
    MarkKind.PROTECTED: 3,
    MarkKind.LINE_BREAK: 3,
}
"""Links enclose everything else and so stay whole; code encloses nothing but a sign that stands for itself."""
KNOWN = frozenset(RANK) - {MarkKind.PAIRED}


class Run(Struct, frozen=True):
    """A stretch of text under the same marks, outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()


def runs(text: Text, *, paired: bool = False) -> list[Run]:
    """The runs of a text, cut wherever a mark begins or ends; of two links over one place the first counts.

    Codes around words are there only if `paired`: they mean something in the file they came in and nowhere else.
    """
    kinds = RANK if paired else KNOWN
    marks = sorted((mark for mark in text.marks if mark.kind in kinds), key=lambda mark: mark.span.start)
    borders = sorted({0, len(text.plain), *(mark.span.start for mark in marks), *(mark.span.end for mark in marks)})
    found, active, begun = [], list[Mark](), 0
    for start, end in pairwise(borders):
        active = [mark for mark in active if mark.span.end > start]
        while begun < len(marks) and marks[begun].span.start <= start:
            active.append(marks[begun])
            begun += 1
        found.append(Run(text.plain[start:end], _single(sorted(active, key=_rank))))
    return found


def _rank(mark: Mark) -> tuple[int, int, int]:
    return (RANK[mark.kind], mark.span.start, -mark.span.end)


def _single(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """One mark of each kind: emphasis within emphasis, or a link within a link, says nothing more."""
    kinds: dict[tuple[MarkKind, Attributes], Mark] = {}
    for mark in marks:
        kinds.setdefault((mark.kind, mark.attributes if mark.kind is MarkKind.PAIRED else ()), mark)
    return tuple(kinds.values())


def nested(text: Text, leaf: Callable[[Run], str], element: Callable[[Mark, str], str], *, paired: bool = False) -> str:
    """A text as nested elements: `leaf` writes a run, `element` puts a mark around what was written inside it; `paired` as in `runs`."""

    def level(inside: Sequence[Run], depth: int) -> str:
        written = ""
        for mark, group in groupby(inside, key=lambda run: _enclosing(run, depth)):
            covered = list(group)
            written += element(mark, level(covered, depth + 1)) if mark else "".join(map(leaf, covered))
        return written

    return level(runs(text, paired=paired), 0)


def _enclosing(run: Run, depth: int) -> Mark | None:
    mark = run.marks[depth] if depth < len(run.marks) else None
    return None if mark is None or mark.kind in {MarkKind.PROTECTED, MarkKind.LINE_BREAK} else mark


def sign(run: Run) -> Mark | None:
    """The mark of a run that stands for something else than its text: a line break or a protected code."""
    last = run.marks[-1] if run.marks else None
    return last if last is not None and RANK[last.kind] == RANK[MarkKind.LINE_BREAK] else None
