"""Blocks to DOCX on python-docx's own template: named styles, real links and lists, no direct formatting but bold and italics."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, cast

from app.formats.beside import fields_last
from app.formats.inline import Run, runs, sign
from app.formats.parts import AnyPart, Part, headline, parts_of, tables
from app.model import BlockKind, Document, Mark, MarkKind, Text
from app.safe.links import safe_address

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.text.paragraph import CT_P
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run as WordRun
    from lxml import etree

STYLES = {
    BlockKind.TITLE: "Title",
    BlockKind.DECK: "Subtitle",
    BlockKind.QUOTATION: "Quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.CODE: "macro",
    BlockKind.KICKER: "Kicker",
    BlockKind.BYLINE: "Byline",
    BlockKind.DATELINE: "Dateline",
    BlockKind.CREDIT: "Credit",
}
OWN = ("Kicker", "Byline", "Dateline", "Credit")
"""Styles that the template lacks."""
INLINE_CODE = "Code"
LINK_BLUE = "0563C1"
DEEPEST = 3
"""Word's own list styles go no deeper."""


def write(document: Document) -> bytes:
    """The story as a Word document."""
    import docx

    word = docx.Document()
    parts = fields_last(parts_of(document))
    prepare(word, document.language, parts)
    lay_out(word, parts, lambda paragraph, part: _fill(paragraph, part.text))
    return saved(word)


def saved(word: "Word") -> bytes:
    """The bytes of the document."""
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def lay_out(word: "Word", parts: Iterable[AnyPart], fill: "Callable[[Paragraph, AnyPart], None]") -> None:
    """Give each part its paragraph or table cell, which `fill` then writes."""
    for table, group in groupby(parts, key=lambda part: part.kind is BlockKind.TABLE_CELL):
        members = list(group)
        if table:
            _tables(word, members, fill)
        else:
            _paragraphs(word, members, fill)


def prepare(word: "Word", language: str, parts: Sequence[Part]) -> None:
    """Give the template the story's title and language instead of its own author and remarks."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = word.core_properties
    properties.author = properties.comments = ""
    properties.title = headline(parts)[:255]
    properties.language = language
    for name in OWN:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    word.styles.add_style(INLINE_CODE, WD_STYLE_TYPE.CHARACTER).font.name = "Courier New"
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language or "de")
    word.styles["Normal"].element.get_or_add_rPr().append(spoken)


def _paragraphs(word: "Word", parts: Iterable[AnyPart], fill: "Callable[[Paragraph, AnyPart], None]") -> None:
    for part in parts:
        if part.kind is BlockKind.RULE:
            _rule(_paragraph(word))
        elif part.kind not in {BlockKind.FIGURE, BlockKind.EMBED}:
            fill(_paragraph(word, _style(part)), part)


def _paragraph(word: "Word", style: str | None = None) -> "Paragraph":
    """A new last paragraph; python-docx's own way walks over all that stand before it."""
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    element = cast("CT_P", OxmlElement("w:p"))
    word.element.body.sectPr.addprevious(element)
    paragraph = Paragraph(element, word._body)  # noqa: SLF001 - the parent that the library itself hands over
    if style:
        paragraph.style = word.styles[style]
    return paragraph


def _style(part: Part) -> str | None:
    if part.kind is BlockKind.HEADING:
        return f"Heading {min(9, max(1, int(part.attribute('level', '2'))))}"
    if part.kind is BlockKind.LIST_ITEM:
        depth = min(DEEPEST, max(1, int(part.attribute("depth", "1"))))
        name = "List Number" if part.attribute("list") == "number" else "List Bullet"
        return name if depth == 1 else f"{name} {depth}"
    return STYLES.get(part.kind)


def _fill(paragraph: "Paragraph", text: Text) -> None:
    """Write a text's runs; those under one link into one hyperlink."""
    for written, into in written_runs(paragraph, text):
        if into is not None:
            into.append(written._r)  # noqa: SLF001 - the library's way to its own XML


def written_runs(paragraph: "Paragraph", text: Text) -> "Iterator[tuple[WordRun, etree._Element | None]]":
    """Write a text's runs at the end of a paragraph, each with the hyperlink, if any, into which it is to be put."""
    for link, group in groupby(runs(text), key=_link):
        into = _hyperlink(paragraph, dict(link.attributes)["href"]) if link else None
        for run in group:
            written = paragraph.add_run()
            _write(written, run)
            if into is not None:
                _as_link(written)
            yield written, into


def _link(run: Run) -> Mark | None:
    """The link over a run, if it leads anywhere."""
    link = next((mark for mark in run.marks if mark.kind is MarkKind.LINK), None)
    return link if link and safe_address(dict(link.attributes).get("href", "")) else None


def _write(written: "WordRun", run: Run) -> None:
    mark = sign(run)
    if mark is not None:
        if mark.kind is MarkKind.LINE_BREAK:
            written.add_break()
        return
    kinds = {mark.kind for mark in run.marks}
    written.text = run.text
    if MarkKind.CODE in kinds:
        written.style = INLINE_CODE
    if MarkKind.STRONG in kinds:
        written.bold = True
    if MarkKind.EMPHASIS in kinds:
        written.italic = True


def _hyperlink(paragraph: "Paragraph", address: str) -> "etree._Element":
    """An empty hyperlink at the end of a paragraph."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    relations = paragraph.part.rels
    name = f"rIdLink{len(relations)}"  # python-docx's own way compares with every relation there is
    relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, safe_address(address), name, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), name)
    paragraph._p.append(element)  # noqa: SLF001 - the library's way to its own XML
    return element


def _as_link(written: "WordRun") -> None:
    from docx.shared import RGBColor

    written.font.underline = True
    written.font.color.rgb = RGBColor.from_string(LINK_BLUE)


def _rule(paragraph: "Paragraph") -> None:
    """Draw a line below an empty paragraph."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    border = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(border))  # noqa: SLF001 - the library's way to its own XML


def _tables(word: "Word", parts: Sequence[AnyPart], fill: "Callable[[Paragraph, AnyPart], None]") -> None:
    """Write tables; a paragraph keeps two apart."""
    for number, table in enumerate(tables(parts)):
        if number:
            _paragraph(word)
        _table(word, table, fill)


def _place(part: Part) -> tuple[int, int]:
    """The row and the column of a cell."""
    return int(part.attribute("row", "1")), int(part.attribute("column", "1"))


def _table(word: "Word", parts: Sequence[AnyPart], fill: "Callable[[Paragraph, AnyPart], None]") -> None:
    from docx.oxml import OxmlElement

    rows, columns = (max(int(part.attribute(name, "1")) for part in parts) for name in ("row", "column"))
    table = word.add_table(rows, columns, "Table Grid")
    for (row, column), group in groupby(sorted(parts, key=_place), key=_place):  # a cell that came may stand before one that went
        cell = table.cell(row - 1, column - 1)
        for number, part in enumerate(group):
            fill(cell.add_paragraph() if number else cell.paragraphs[0], part)
    heads = {int(part.attribute("row", "1")) for part in parts if part.attribute("header")}
    for row in heads:
        table.rows[row - 1]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - as above
