"""The corrected story: a fold over openings and targets, back into a Document."""

from collections.abc import Iterator
from typing import NamedTuple

from app.article.article import Article
from app.article.cutting import block_start
from app.model import OBJECT, PARAGRAPH_BREAK, Block, BlockKind, BlockStart, Document, Joint, Mark, MarkKind, Span, Text, Unit

SEPARATOR = "\n\n"


class Composed(NamedTuple):
    """A block of the corrected story, with the rows whose text stands in it."""

    start: BlockStart
    text: Text
    rows: tuple[Unit, ...]


def composed(article: Article) -> Document:
    """The translation as it stands: removed and empty rows add nothing, and their block start goes to the next row.

    Blocks are joined by a blank line; the language and the origin are those of the imported translation.
    """
    return _document(article.target, blocks_of(article))


def blocks_of(article: Article) -> list[Composed]:
    """The blocks of the corrected story in order."""
    parts: list[Composed] = []
    for unit, begins in begun(article):
        if begins is not None:
            parts.append(Composed(begins, unit.target, (unit,)))
        else:
            start, text, rows = parts[-1]
            parts[-1] = Composed(start, text + joint(unit) + unit.target, (*rows, unit))
    return [piece for part in parts for piece in _at_breaks(part)]


def begun(article: Article) -> Iterator[tuple[Unit, BlockStart | None]]:
    """The rows that are exported, each with the start of the block that it begins; None for one that joins the row before."""
    waiting: BlockStart | None = BlockStart(BlockKind.PARAGRAPH)
    for unit in article.units:
        if isinstance(unit.opening, BlockStart):
            waiting = unit.opening
        if unit.exported:
            yield unit, waiting
            waiting = None


def joint(unit: Unit) -> Text:
    """What stands between a row and the one before in its block; a space where the row would begin one."""
    return unit.opening.text if isinstance(unit.opening, Joint) else Text(" ")


def _at_breaks(block: Composed) -> list[Composed]:
    """A text with paragraph breaks inside as the blocks it stands for; the rows stay with the first."""
    start, text, rows = block
    pieces, begin = [], 0
    for mark in sorted(text.marks, key=lambda m: m.span.start):
        if mark.kind is MarkKind.BREAK and text.plain[mark.span.start : mark.span.end] == PARAGRAPH_BREAK:
            pieces.append((start, text.slice(Span(begin, mark.span.start))))
            start = block_start(mark)
            begin = mark.span.end
    pieces.append((start, text.slice(Span(begin, len(text.plain)))))
    filled = [(s, t.stripped()) for s, t in pieces if t.plain.strip() or t.plain == OBJECT]
    return [Composed(s, t, () if number else rows) for number, (s, t) in enumerate(filled)]


def _document(imported: Document, parts: list[Composed]) -> Document:
    plain, marks, blocks = "", list[Mark](), []
    for start, text, _rows in parts:
        plain += SEPARATOR if plain else ""
        at = len(plain)
        plain += text.plain
        marks += [mark.at(mark.span.shifted(at)) for mark in text.marks]
        blocks.append(Block(start.kind, Span(at, len(plain)), start.attributes))
    return Document(imported.language, imported.origin, Text(plain, tuple(marks)), tuple(blocks))
