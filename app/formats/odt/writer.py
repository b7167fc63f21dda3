"""Blocks to an OpenDocument text: named styles, real lists, tables and links, no direct formatting but bold, italics and code."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from app.formats.beside import fields_last
from app.formats.inline import Run, nested, sign
from app.formats.parts import Part, headline, parts_of, tables
from app.model import BlockKind, Document, Mark, MarkKind, Text
from app.safe.links import safe_address

MIME = "application/vnd.oasis.opendocument.text"
NAMESPACES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("table", "table"),
            ("fo", "xsl-fo-compatible"),
            ("meta", "meta"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
STYLES = {
    BlockKind.TITLE: "Title",
    BlockKind.DECK: "Subtitle",
    BlockKind.QUOTATION: "Quotations",
    BlockKind.CAPTION: "Caption",
    BlockKind.CODE: "Preformatted_20_Text",
    BlockKind.KICKER: "Kicker",
    BlockKind.BYLINE: "Byline",
    BlockKind.DATELINE: "Dateline",
    BlockKind.CREDIT: "Credit",
}
SPANS = {MarkKind.STRONG: "Strong_20_Emphasis", MarkKind.EMPHASIS: "Emphasis", MarkKind.CODE: "Source_20_Text"}
LISTS = {"bullet": "List_20_1", "number": "Numbering_20_1"}
SPACES = re.compile(" {2,}")
DEEPEST = 10
"""Levels of a list that a style describes."""


def write(document: Document) -> bytes:
    """The story as an OpenDocument text."""
    parts = fields_last(parts_of(document))
    body = "".join(_group(kind, list(group)) for kind, group in groupby(parts, key=_holder))
    members = {
        "content.xml": f"<office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMESPACES}><office:styles>{_styles(document.language)}</office:styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {NAMESPACES}><office:meta><dc:title>{escape(headline(parts)[:255])}</dc:title>"
        f"<dc:language>{escape(document.language)}</dc:language></office:meta></office:document-meta>",
        "META-INF/manifest.xml": _manifest(),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        for name, text in members.items():
            archive.writestr(name, HEAD + text)
    return stream.getvalue()


def _manifest() -> str:
    entries = {"/": MIME, "content.xml": "text/xml", "styles.xml": "text/xml", "meta.xml": "text/xml"}
    files = (f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in entries.items())
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return f'<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">{"".join(files)}</manifest:manifest>'


def _styles(language: str) -> str:
    """The styles that the story names."""
    tongue, _, country = (language or "de").partition("-")
    properties = f"<style:text-properties fo:language={quoteattr(tongue)} fo:country={quoteattr(country or 'none')}/>"
    names = ["Horizontal_20_Line", *STYLES.values(), *(f"Heading_20_{level}" for level in range(1, 7))]
    looks = {
        "Strong_20_Emphasis": 'fo:font-weight="bold"',
        "Emphasis": 'fo:font-style="italic"',
        "Source_20_Text": 'fo:font-family="monospace"',
    }
    return "".join(
        (
            f'<style:default-style style:family="paragraph">{properties}</style:default-style>',
            '<style:style style:name="Standard" style:family="paragraph"/>',
            *(f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard"/>' for name in names),
            *(
                f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
                for name, look in looks.items()
            ),
            *(_list_style(kind, name) for kind, name in LISTS.items()),
        )
    )


def _list_style(kind: str, name: str) -> str:
    numbered = kind == "number"
    what = 'style:num-format="1" style:num-suffix="."' if numbered else 'text:bullet-char="•"'
    levels = (f'<text:list-level-style-{kind} text:level="{level}" {what}/>' for level in range(1, DEEPEST + 1))
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def _holder(part: Part) -> BlockKind:
    """What neighbours share: a list, a table, or nothing but standing one after the other."""
    return part.kind if part.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL} else BlockKind.PARAGRAPH


def _group(kind: BlockKind, parts: Sequence[Part]) -> str:
    if kind is BlockKind.LIST_ITEM:
        return "".join(map(_item, parts))
    if kind is BlockKind.TABLE_CELL:
        return "".join(map(_table, tables(parts)))
    return "".join(map(_paragraph, parts))


def _paragraph(part: Part) -> str:
    if part.kind in {BlockKind.FIGURE, BlockKind.EMBED}:
        return ""
    if part.kind is BlockKind.RULE:
        return '<text:p text:style-name="Horizontal_20_Line"/>'
    if part.kind is BlockKind.HEADING:
        level = min(6, max(1, int(part.attribute("level", "2"))))
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{_inline(part.text)}</text:h>'
    return f'<text:p text:style-name="{STYLES.get(part.kind, "Standard")}">{_inline(part.text)}</text:p>'


def _item(part: Part) -> str:
    """One item as a list of its own, which goes on with the one before, so that any depth can follow any other."""
    depth = min(DEEPEST, max(1, int(part.attribute("depth", "1"))))
    style = LISTS["number" if part.attribute("list") == "number" else "bullet"]
    opening = f'<text:list text:style-name="{style}" text:continue-numbering="true"><text:list-item>' + "<text:list><text:list-item>" * (
        depth - 1
    )
    return f'{opening}<text:p text:style-name="Standard">{_inline(part.text)}</text:p>{"</text:list-item></text:list>" * depth}'


def _table(parts: Sequence[Part]) -> str:
    width = max(int(part.attribute("column", "1")) for part in parts)
    rows = "".join(_row(list(row), width) for _number, row in groupby(parts, key=lambda part: part.attribute("row", "1")))
    return f'<table:table><table:table-column table:number-columns-repeated="{width}"/>{rows}</table:table>'


def _row(parts: Sequence[Part], width: int) -> str:
    cells = {column: list(cell) for column, cell in groupby(parts, key=lambda part: int(part.attribute("column", "1")))}
    written = "".join(f"<table:table-cell>{_cell(cells.get(column, ()))}</table:table-cell>" for column in range(1, width + 1))
    row = f"<table:table-row>{written}</table:table-row>"
    return f"<table:table-header-rows>{row}</table:table-header-rows>" if any(part.attribute("header") for part in parts) else row


def _cell(parts: Iterable[Part]) -> str:
    return "".join(f'<text:p text:style-name="Standard">{_inline(part.text)}</text:p>' for part in parts)


def _inline(text: Text) -> str:
    return nested(text, _leaf, _element)


def _leaf(run: Run) -> str:
    mark = sign(run)
    if mark is not None:
        return "<text:line-break/>" if mark.kind is MarkKind.LINE_BREAK else ""
    text = SPACES.sub(lambda found: f' <text:s text:c="{len(found[0]) - 1}"/>', escape(run.text))
    return text.replace("\t", "<text:tab/>")


def _element(mark: Mark, inside: str) -> str:
    if mark.kind is not MarkKind.LINK:
        return f'<text:span text:style-name="{SPANS[mark.kind]}">{inside}</text:span>'
    address = safe_address(dict(mark.attributes).get("href", ""))
    return f'<text:a xlink:type="simple" xlink:href={quoteattr(address)}>{inside}</text:a>' if address else inside
