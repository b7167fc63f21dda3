"""A Word document whose body is one table of source and translation, row by row."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.evidence.language import language_of
from app.formats.coded import same
from app.formats.docx.package import Package, opened
from app.formats.docx.reader import Reader
from app.formats.docx.rewriter import Rewriting, said
from app.formats.docx.styles import Styles
from app.formats.format import Aligned, Bilingual, Pair
from app.formats.nodes import child, local, named
from app.formats.parts import Part, Place
from app.formats.rewriting import Change, unnamed
from app.formats.rows import state_of
from app.formats.trees import Codes, pieces_of
from app.i18n import N_
from app.model import OBJECT, Attributes, BlockKind, Mark, MarkKind, Span, Text

FEWEST = 2
"""Rows that make a table of segments."""
AROUND = 0.2
"""The share of the text that may stand outside the table: a headline, instructions."""
NO_TABLE = N_("This Word document is no table of source and translation.")
HEADS = frozenset("source target english german deutsch englisch original translation übersetzung ausgangstext zieltext en de".split(" "))


class Cell(Struct, frozen=True, eq=False):
    """A cell of the table: its element, and what stands in its paragraphs with where that comes from."""

    element: etree._Element
    parts: tuple[Part, ...]
    places: tuple[Place, ...]
    looks: dict[Attributes, list[Any]]

    @property
    def text(self) -> Text:
        """Its paragraphs as one text, a line break between them."""
        text = Text()
        for at, part in enumerate(self.parts):
            text = (text + Text(" ", (Mark(Span(0, 1), MarkKind.LINE_BREAK),)) if at else text) + _plain(part)
        return text


Row = tuple[Cell, Cell]


def recognises(data: bytes) -> bool:
    """Whether the document is such a table."""
    try:
        return bool(_rows(opened(data)))
    except UserError:
        return False


def read(data: bytes) -> Aligned:
    """The one story of such a table; its rows are segments. Raises UserError for any other document."""
    rows = _rows(opened(data))
    if not rows:
        raise UserError(NO_TABLE)
    pairs = tuple(_pair(row) for row in rows)
    languages = [language_of(" ".join(cell.text.plain for cell in column)) for column in zip(*rows, strict=True)]
    return Aligned((Bilingual("", languages[0] or "en", languages[1] or "de", pairs),))


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same document with the translations of this story."""
    from app.safe.archive import with_members

    package = opened(data)
    rows = _rows(package)
    looks = {meant: looks for row in rows for cell in row for meant, looks in cell.looks.items()}
    rewriting = Rewriting(package, Styles(package), _codes(rows), looks, data)
    changed = False
    for (_source, target), pair in zip(rows, stories[0].pairs, strict=True):
        if not same(target.text, pair.target):
            _fill(rewriting, target, pair.target)
            changed = True
    return with_members(data, rewriting.members()) if changed else data


def _codes(rows: Sequence[Row]) -> Codes:
    """The codes of the translations, then copies of those of the sources, which stay where they are."""
    sources, targets = zip(*rows, strict=True)
    signs = [
        [[piece for piece in pieces_of(place) if said(piece) == OBJECT] for cell in side for place in cell.places]
        for side in (targets, sources)
    ]
    texts = [unnamed(part.text) for side in (targets, sources) for cell in side for part in cell.parts]
    return Codes(texts, [*signs[0], *(list(map(deepcopy, elements)) for elements in signs[1])])


def _pair(row: Row) -> Pair:
    source, target = (cell.text for cell in row)
    return Pair(source=source, target=target, state=state_of(None, target))


def _rows(package: Package) -> list[Row]:
    """The rows of the one table, by the two columns that hold most words; nothing when these are not two languages."""
    body = child(package.document, "body")
    tables = [] if body is None else [element for element in body if local(element) == "tbl"]
    if len(tables) != 1 or any(local(inner) == "tbl" for inner in tables[0].iterdescendants()):
        return []
    inside = sum(len(text.text or "") for text in named(tables[0], "t"))
    whole = sum(len(text.text or "") for text in named(package.document, "t"))
    if whole - inside > whole * AROUND:
        return []
    styles = Styles(package)
    cells = [[_cell(package, styles, cell) for cell in row if local(cell) == "tc"] for row in tables[0] if local(row) == "tr"]
    width = min((len(row) for row in cells), default=0)
    if width < 2 or len(cells) < FEWEST:
        return []
    lengths = [sum(len(row[at].text.plain) for row in cells) for at in range(width)]
    columns = sorted(sorted(range(width), key=lambda at: -lengths[at])[:2])
    first, second = (" ".join(row[at].text.plain for row in cells) for at in columns)
    rows = [(row[columns[0]], row[columns[1]]) for row in cells]
    if _is_head(rows[0]):
        rows = rows[1:]
    told = language_of(first), language_of(second)
    return [row for row in rows if row[0].parts or row[1].parts] if told[0] and told[1] and told[0] != told[1] else []


def _plain(part: Part) -> Text:
    """A paragraph's text; a line break inside is a space under its mark, as rows have it."""
    text = unnamed(part.text)
    return Text(text.plain.replace("\n", " "), text.marks)


def _is_head(row: Row) -> bool:
    return all(cell.text.plain.strip(" :").lower() in HEADS for cell in row)


def _cell(package: Package, styles: Styles, element: etree._Element) -> Cell:
    reader = Reader(package, styles)
    reader.blocks(element, (BlockKind.PARAGRAPH, ()))
    return Cell(element, tuple(reader.gathering.parts), tuple(reader.gathering.places), reader.looks)


def _fill(rewriting: Rewriting, cell: Cell, text: Text) -> None:
    """Give a cell another text: paragraph by paragraph where there are as many, else all of it in the first."""
    lines = _lines(text)
    if len(lines) == len(cell.parts):
        for part, place, line in zip(cell.parts, cell.places, lines, strict=True):
            if not same(_plain(part), line):
                rewriting.change(place, Change(_plain(part), Part(part.kind, line)))
        return
    paragraphs = [element for element in cell.element if local(element) == "p"]
    for paragraph in paragraphs[1:]:
        cell.element.remove(paragraph)
    rewriting.refill(paragraphs[0], [], text)


def _lines(text: Text) -> list[Text]:
    """A text cut at its line breaks."""
    breaks = sorted(mark.span.start for mark in text.marks if mark.kind is MarkKind.LINE_BREAK)
    starts, ends = [0, *(at + 1 for at in breaks)], [*breaks, len(text.plain)]
    return [unnamed(text.slice(Span(start, end)).stripped()) for start, end in zip(starts, ends, strict=True)]
