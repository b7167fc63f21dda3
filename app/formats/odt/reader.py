"""An OpenDocument text to a Document: what was deleted in tracked changes, notes and fields of the margins are left out, and that is said."""

import re
from collections import Counter

from lxml import etree

from app.errors import UserError
from app.formats.nodes import local, value
from app.formats.format import Reading
from app.formats.odt.styles import Styles
from app.formats.parts import Gathering, joined, with_title
from app.i18n import N_, Message
from app.model import Attributes, BlockKind, Mark, MarkKind
from app.safe.archive import Archive
from app.safe.links import safe_address
from app.safe.xml import parse_xml

Kind = tuple[BlockKind, Attributes]

LEFT_OUT = {
    "tracked-changes": N_("deleted text"),
    "note": N_("footnotes"),
    "annotation": N_("comments"),
    "table-of-content": N_("a table of contents"),
    "object": N_("objects"),
    "object-ole": N_("objects"),
    "forms": "",
    "sequence-decls": "",
    "variable-decls": "",
    "user-field-decls": "",
    "annotation-end": "",
    "bookmark": "",
    "soft-page-break": "",
    "ruby-text": "",
}
"""What is no part of the story, and what it is called; without a name nobody misses it."""
MOST_SPACES = 1000
WHITE = re.compile(r"[ \t\n\r]+")
NO_TEXT_FILE = N_("This is not an OpenDocument text; save the story as ODT, DOCX, HTML, Markdown or plain text.")
LOCKED = N_("The file is protected with a password; save a copy without one.")


def read(data: bytes, language: str) -> Reading:
    """Read an ODT file, packed or flat. Raises UserError for anything else, and for one that is damaged or hostile."""
    roots = _roots(data)
    body = next((each for each in roots[0].iter() if local(each) == "text" and local(_parent(each)) == "body"), None)
    if body is None:
        raise UserError(NO_TEXT_FILE)
    reader = Reader(Styles(roots))
    reader.blocks(body, (BlockKind.PARAGRAPH, ()))
    reader.gathering.end()
    return Reading(joined(with_title(reader.gathering.parts), language, "odt"), _notes(reader.left_out))


def _roots(data: bytes) -> list[etree._Element]:
    """The root of the content, and that of the styles where it is a file of its own."""
    if not data.startswith(b"PK"):
        return [parse_xml(data)]
    archive = Archive(data)
    content, styles = archive.read("content.xml"), archive.read("styles.xml")
    if content is None:
        raise UserError(NO_TEXT_FILE)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise UserError(LOCKED)
    return [parse_xml(content), *([parse_xml(styles)] if styles else [])]


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _notes(left_out: Counter[str]) -> tuple[Message, ...]:
    return tuple(
        Message(N_("Left out of the document: {what} ({count})."), {"what": Message(name), "count": str(count)})
        for name, count in left_out.items()
    )


class Reader:
    """One walk over a text; `gathering` and `left_out` are what came of it."""

    def __init__(self, styles: Styles) -> None:
        self.gathering = Gathering()
        self.left_out: Counter[str] = Counter()
        self._styles = styles

    def blocks(self, holder: etree._Element, kind: Kind) -> None:
        """Read paragraphs, lists, tables and sections, in which paragraphs without a meaning of their own are of this kind."""
        for element in holder:
            name = local(element)
            if name in {"p", "h"}:
                self._paragraph(element, kind)
            elif name == "list":
                self._list(element, 1, value(element, "style-name"))
            elif name == "table":
                self._table(element)
            elif name in LEFT_OUT:
                self._leave_out(element)
            else:
                self.blocks(element, kind)

    def _leave_out(self, element: etree._Element) -> None:
        name = LEFT_OUT[local(element)]
        if name and (len(element) or (element.text or "").strip()):
            self.left_out[name] += 1

    def _paragraph(self, element: etree._Element, kind: Kind) -> None:
        style = value(element, "style-name")
        if self._styles.rules(style):
            self.gathering.wordless(BlockKind.RULE)
        own = self._styles.kind(style)
        if local(element) == "h" and own is BlockKind.PARAGRAPH:
            level = value(element, "outline-level")
            kind = (BlockKind.HEADING, (("level", str(min(6, int(level))) if level.isdecimal() and int(level) else "1"),))
        elif own is not BlockKind.PARAGRAPH:
            kind = (own, ())
        self.gathering.begin(*kind)
        self._runs(element, [self.gathering.mark(each) for each in sorted(self._styles.by_hand(style))])
        self.gathering.end()

    def _list(self, element: etree._Element, depth: int, style: str) -> None:
        name = "number" if self._styles.numbered(style, depth) else "bullet"
        for item in element:
            for inner in item:
                if local(inner) == "list":
                    self._list(inner, depth + 1, value(inner, "style-name") or style)
                elif local(inner) in {"p", "h"}:
                    self._paragraph(inner, (BlockKind.LIST_ITEM, (("list", name), ("depth", str(depth)))))

    def _table(self, table: etree._Element) -> None:
        rows = [each for each in table.iter() if local(each) == "table-row" and _table_of(each) is table]
        for row, element in enumerate(rows, 1):
            head = (("header", "yes"),) if local(_parent(element)) == "table-header-rows" else ()
            column = 0
            for cell in element:
                repeated = value(cell, "number-columns-repeated")
                if local(cell) == "table-cell":
                    self.blocks(cell, (BlockKind.TABLE_CELL, (("row", str(row)), ("column", str(column + 1)), *head)))
                column += int(repeated) if repeated.isdecimal() else 1

    def _runs(self, element: etree._Element, marks: list[Mark]) -> None:
        self._words(element.text, marks)
        for child in element:
            self._run(child, marks)
            self._words(child.tail, marks)

    def _words(self, text: str | None, marks: list[Mark]) -> None:
        """Add words; white space in a row is one space, as the format has it."""
        words = WHITE.sub(" ", text or "")
        self.gathering.add(words[1:] if words.startswith(" ") and self.gathering.at_space else words, marks)

    def _run(self, element: etree._Element, marks: list[Mark]) -> None:
        name = local(element)
        if name == "s":
            count = value(element, "c")
            self.gathering.add(" " * min(MOST_SPACES, int(count) if count.isdecimal() else 1), marks)
        elif name == "tab":
            self.gathering.add("\t", marks)
        elif name == "line-break":
            self.gathering.break_line(marks)
        elif name == "image":
            self._picture(element, marks)
        elif name in LEFT_OUT:
            self._leave_out(element)
        elif not name:
            return
        elif name == "text-box":
            self._box(element, marks)
        else:
            self._runs(element, [*marks, *self._own(element, marks)])

    def _own(self, element: etree._Element, marks: list[Mark]) -> list[Mark]:
        """The marks that an element adds to those around it."""
        if local(element) == "a":
            address = safe_address(value(element, "href"))
            return [self.gathering.mark(MarkKind.LINK, (("href", address),))] if address else []
        there = {mark.kind for mark in marks}
        kinds = self._styles.marks(value(element, "style-name")) if local(element) == "span" else frozenset()
        return [self.gathering.mark(kind) for kind in sorted(kinds - there)]

    def _box(self, box: etree._Element, marks: list[Mark]) -> None:
        """The paragraphs of a box in a line, one after the other: their order is that of the file."""
        for element in box:
            self._runs(element, marks)
            self.gathering.break_line(marks)

    def _picture(self, element: etree._Element, marks: list[Mark]) -> None:
        frame = _parent(element)
        described = next((each.text or "" for each in frame if local(each) in {"desc", "title"}), "")
        self.gathering.add_picture((("src", value(element, "href")), ("alt", described)), marks)


def _table_of(element: etree._Element) -> etree._Element:
    at = _parent(element)
    while local(at) != "table" and at.getparent() is not None:
        at = _parent(at)
    return at
