"""A corrected story with every change against the imported translation: what went, what came, by whom, and what was noted."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from app import diff
from app.article import Article
from app.article.compose import Composed, blocks_of, joint
from app.article.stems import stems
from app.diff import Change
from app.formats import Piece, Record, Remark, Tracked
from app.formats.coded import same
from app.model import Block, MarkKind, RowSplice, Span, Step, Text, Unit

LOOKS = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE})


def recorded(article: Article) -> Record:
    """The story as a Record; changes and notes are signed by whoever touched that row last."""
    return Record(article.target.language, tuple(_Tracking(article).blocks()), _remarks(article))


def _remarks(article: Article) -> dict[int, Remark]:
    authors = dict[int, Remark]()
    for step, before, after in _touched(article):
        if after.note and (before is None or before.note != after.note):
            authors[after.id] = Remark(step.who, step.when)
    return {unit.id: replace(authors.get(unit.id, Remark("", "")), words=unit.note) for unit in article.units if unit.note}


def _touched(article: Article) -> Iterator[tuple[Step, Unit | None, Unit]]:
    """Each row that a step of this article left otherwise than it was, None before for one that it made."""
    for step in article.log.of(article.id):
        for splice in step.splices:
            if isinstance(splice, RowSplice):
                before = {unit.id: unit for unit in splice.before}
                yield from ((step, before.get(unit.id), unit) for unit in splice.after)


class _Tracking:
    """Lays what was imported beside what stands there now, block by block."""

    def __init__(self, article: Article) -> None:
        self._article, self._imported = article, article.target
        self._hands: dict[int, Remark] = {}
        for step, before, after in _touched(article):
            if before is None or (before.target, before.removed, before.opening) != (after.target, after.removed, after.opening):
                self._hands[after.id] = Remark(step.who, step.when)
        self._last = next((unit.id for unit in article.units), 0)
        self._came = [(unit.imported, unit.id) for unit in article.units if unit.imported]

    def blocks(self) -> Iterator[Tracked]:
        """All blocks in order; one whose kind changed goes and comes, and so does one that was moved."""
        reached = 0
        for now, stem in zip(blocks_of(self._article), stems(self._article), strict=True):
            if stem < 0:
                yield self._whole(Change.INSERTED, now)
                continue
            yield from map(self._gone, self._imported.blocks[reached:stem])
            reached = stem + 1
            was = self._imported.blocks[stem]
            if (was.kind, was.attributes) == (now.start.kind, now.start.attributes):
                yield Tracked(Change.EQUAL, was.kind, was.attributes, tuple(self._pieces(was, now)))
            else:
                yield self._gone(was)
                yield self._whole(Change.INSERTED, now)
        yield from map(self._gone, self._imported.blocks[reached:])

    def _gone(self, was: Block) -> Tracked:
        text = self._imported.excerpt(was.span)
        pieces = self._cut(Change.DELETED, text, Span(0, len(text.plain)), self._rows_before(was))
        return Tracked(Change.DELETED, was.kind, was.attributes, tuple(pieces))

    def _whole(self, change: Change, now: Composed) -> Tracked:
        pieces = self._cut(change, now.text, Span(0, len(now.text.plain)), self._rows_now(now))
        return Tracked(change, now.start.kind, now.start.attributes, tuple(pieces))

    def _pieces(self, was: Block, now: Composed) -> Iterator[Piece]:
        before, rows_before, rows = self._imported.excerpt(was.span), self._rows_before(was), self._rows_now(now)
        for chunk in diff.chunks(before.plain, now.text.plain):
            if chunk.change is not Change.EQUAL:
                yield from self._cut(Change.DELETED, before, chunk.before, rows_before)
                yield from self._cut(Change.INSERTED, now.text, chunk.after, rows)
                continue
            by = chunk.before.start - chunk.after.start
            for piece, span in self._places(Change.EQUAL, now.text, chunk.after, rows):
                yield from _stayed(piece, before.slice(span.shifted(by)))

    def _cut(self, change: Change, text: Text, span: Span, rows: list[tuple[int, int]]) -> Iterator[Piece]:
        return (piece for piece, _span in self._places(change, text, span, rows))

    def _places(self, change: Change, text: Text, span: Span, rows: list[tuple[int, int]]) -> Iterator[tuple[Piece, Span]]:
        """A stretch cut where rows begin; `rows` are the starts and ids of those in the text, in order."""
        borders = sorted({span.start, span.end, *(start for start, _row in rows if span.start < start < span.end)})
        for start, end in pairwise(borders):
            row = [each for at, each in rows if at <= start][-1]
            self._last = row
            yield Piece(change, text.slice(Span(start, end)), self._hands.get(row, Remark("", "")), row), Span(start, end)

    def _rows_before(self, was: Block) -> list[tuple[int, int]]:
        """Where in the text of an imported block its rows begin."""
        found = [
            (len(self._imported.excerpt(Span(was.span.start, span.start)).plain) if span.start > was.span.start else 0, row)
            for span, row in self._came
            if span.overlap(was.span)
        ]
        return _from_the_head(sorted(found), self._last)

    def _rows_now(self, now: Composed) -> list[tuple[int, int]]:
        """Where in the text of a block as it is now its rows begin."""
        found, at = list[tuple[int, int]](), 0
        for unit in now.rows:
            text = unit.target.plain
            at += len(joint(unit).plain) if found else -(len(text) - len(text.lstrip()))
            found.append((max(0, at), unit.id))
            at += len(text)
        return _from_the_head(found, self._last)


def _from_the_head(rows: list[tuple[int, int]], last: int) -> list[tuple[int, int]]:
    """Rows of which one stands at the very beginning: the first, or where there is none the last row before."""
    return [(0, rows[0][1] if rows else last), *rows[1:]]


def _stayed(piece: Piece, before: Text) -> Iterator[Piece]:
    """Words that stayed, cut where marks begin and end; under another link, or as another sign, they go and come."""
    if same(before, piece.text):
        yield piece
        return
    borders = {at for mark in (*before.marks, *piece.text.marks) for at in (mark.span.start, mark.span.end)}
    for start, end in pairwise(sorted({0, len(before.plain), *borders})):
        was, now = before.slice(Span(start, end)), piece.text.slice(Span(start, end))
        if same(was, now):
            yield replace(piece, text=now)
        elif same(_solid(was), _solid(now)):
            yield replace(piece, text=now, before=was)
        else:
            yield replace(piece, change=Change.DELETED, text=was)
            yield replace(piece, change=Change.INSERTED, text=now)


def _solid(text: Text) -> Text:
    """A text with those marks that are more than the look of words."""
    return Text(text.plain, tuple(mark for mark in text.marks if mark.kind not in LOOKS))
