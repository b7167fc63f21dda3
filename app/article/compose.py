"""The corrected story: a fold over openings and targets, back into a Document."""

from app.article.article import Article
from app.article.cutting import block_start
from app.model import OBJECT, PARAGRAPH_BREAK, Block, BlockKind, BlockStart, Document, Joint, Mark, MarkKind, Span, Text, Unit

SEPARATOR = "\n\n"


def composed(article: Article) -> Document:
    """The translation as it stands: removed and empty rows add nothing, and their block start goes to the next row.

    Blocks are joined by a blank line; the language and the origin are those of the imported translation.
    """
    parts: list[tuple[BlockStart, Text]] = []
    waiting: BlockStart | None = BlockStart(BlockKind.PARAGRAPH)
    for unit in article.units:
        if isinstance(unit.opening, BlockStart):
            waiting = unit.opening
        if not unit.exported:
            continue
        if waiting is not None:
            parts.append((waiting, unit.target))
            waiting = None
        else:
            start, text = parts[-1]
            parts[-1] = (start, text + _joint(unit) + unit.target)
    return _document(article.target, [piece for part in parts for piece in _at_breaks(*part)])


def _joint(unit: Unit) -> Text:
    return unit.opening.text if isinstance(unit.opening, Joint) else Text(" ")


def _at_breaks(start: BlockStart, text: Text) -> list[tuple[BlockStart, Text]]:
    """A text with paragraph breaks inside as the blocks it stands for."""
    pieces, begin = [], 0
    for mark in sorted(text.marks, key=lambda m: m.span.start):
        if mark.kind is MarkKind.BREAK and text.plain[mark.span.start : mark.span.end] == PARAGRAPH_BREAK:
            pieces.append((start, text.slice(Span(begin, mark.span.start))))
            start = block_start(mark)
            begin = mark.span.end
    pieces.append((start, text.slice(Span(begin, len(text.plain)))))
    return [(s, t.stripped()) for s, t in pieces if t.plain.strip() or t.plain == OBJECT]


def _document(imported: Document, parts: list[tuple[BlockStart, Text]]) -> Document:
    plain, marks, blocks = "", list[Mark](), []
    for start, text in parts:
        plain += SEPARATOR if plain else ""
        at = len(plain)
        plain += text.plain
        marks += [mark.at(mark.span.shifted(at)) for mark in text.marks]
        blocks.append(Block(start.kind, Span(at, len(plain)), start.attributes))
    return Document(imported.language, imported.origin, Text(plain, tuple(marks)), tuple(blocks))
