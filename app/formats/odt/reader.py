"""An OpenDocument text to a Document: what was deleted in tracked changes, notes and fields of the margins are left out, and that is said."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from lxml import etree

from app.errors import UserError
from app.formats.coded import LITERAL
from app.formats.format import Reading
from app.formats.nodes import child, local, named, parent_of, value, words_in
from app.formats.odt.styles import Styles
from app.formats.parts import Gathering, joined, with_title
from app.i18n import N_, Message
from app.model import OBJECT, Attributes, BlockKind, Document, Mark, MarkKind
from app.safe.archive import Archive
from app.safe.links import safe_address
from app.safe.xml import parse_xml

Kind = tuple[BlockKind, Attributes]

LEFT_OUT = {
    "tracked-changes": N_("deleted text"),
    "annotation": N_("comments"),
    "table-of-content": N_("a table of contents"),
    "illustration-index": N_("an index"),
    "table-index": N_("an index"),
    "alphabetical-index": N_("an index"),
    "bibliography": N_("an index"),
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
NOTES = N_("footnotes, whose signs stay in the text")
OF_LINKS = frozenset({(("code", name),) for name in ("u", "looks")})
"""Looks that say of words in a link only that they are one."""
LONE = N_("objects")
DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
TRANSPARENT = frozenset("span a meta meta-field ruby ruby-base".split(" "))
"""Elements around words that say nothing about what the words are; any other that holds words is a field, which the file fills."""
MOST_SPACES = 1000
WHITE = re.compile(r"[ \t\n\r]+")
NO_TEXT_FILE = N_("This is not an OpenDocument text; save the story as ODT, DOCX, HTML, Markdown or plain text.")
LOCKED = N_("The file is protected with a password; save a copy without one.")


Origin = tuple[Any, str]
"""From where a run comes: the ``text`` or the ``tail`` of an element, or what the element itself stands for."""


def read(data: bytes, language: str) -> Reading:
    """Read an ODT file, packed or flat. Raises UserError for anything else, and for one that is damaged or hostile."""
    reader = walked(roots(data))
    return Reading(document_of(reader, language), _notes(reader.left_out))


def walked(parts: Sequence[etree._Element]) -> "Reader":
    """A reader that has read the whole text of a file."""
    body = next((each for each in parts[0].iter() if local(each) == "text" and local(parent_of(each)) == "body"), None)
    if body is None:
        raise UserError(NO_TEXT_FILE)
    reader = Reader(Styles(list(parts)))
    reader.blocks(body, (BlockKind.PARAGRAPH, ()))
    reader.gathering.end()
    reader.left_out.update({LONE: reader.gathering.lone["frame"]} if reader.gathering.lone["frame"] else {})
    return reader


def document_of(reader: "Reader", language: str) -> Document:
    """The Document of what was read; its blocks are the reader's parts, one by one."""
    return joined(with_title(reader.gathering.parts), language, "odt")


def roots(data: bytes) -> list[etree._Element]:
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
        self.styles = styles
        self._boxes: list[etree._Element] = []

    def blocks(self, holder: etree._Element, kind: Kind) -> None:
        """Read paragraphs, lists, tables and sections, in which paragraphs without a meaning of their own are of this kind."""
        for element in holder:
            name = local(element)
            if name in {"p", "h"}:
                self.paragraph(element, kind)
            elif name == "list":
                self._list(element, 1, value(element, "style-name"))
            elif name == "table":
                self._table(element)
            elif name in LEFT_OUT:
                self._leave_out(element)
            elif name == "frame":
                self.gathering.begin(*kind, element)
                self._drawing(element, [])
                self._end()
            else:
                self.blocks(element, kind)

    def _leave_out(self, element: etree._Element) -> None:
        name = LEFT_OUT[local(element)]
        if name and (len(element) or (element.text or "").strip()):
            self.left_out[name] += 1

    def paragraph(self, element: etree._Element, kind: Kind) -> None:
        """Read a paragraph or a heading, and what hangs on it."""
        style = value(element, "style-name")
        if self.styles.rules(style):
            self.gathering.wordless(BlockKind.RULE, holder=element)
        own = self.styles.kind(style)
        if local(element) == "h" and own is BlockKind.PARAGRAPH:
            level = value(element, "outline-level")
            kind = (BlockKind.HEADING, (("level", str(min(6, int(level))) if level.isdecimal() and int(level) else "1"),))
        elif own is not BlockKind.PARAGRAPH:
            kind = (own, ())
        self.gathering.begin(*kind, element)
        self._runs(element, [self.gathering.mark(each) for each in sorted(self.styles.by_hand(style))])
        self._end()

    def _end(self) -> None:
        """Close a block; the boxes that hang on it follow."""
        self.gathering.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, (BlockKind.PARAGRAPH, ()))

    def _list(self, element: etree._Element, depth: int, style: str) -> None:
        name = "number" if self.styles.numbered(style, depth) else "bullet"
        for item in element:
            for inner in item:
                if local(inner) == "list":
                    self._list(inner, depth + 1, value(inner, "style-name") or style)
                elif local(inner) in {"p", "h"}:
                    self.paragraph(inner, (BlockKind.LIST_ITEM, (("list", name), ("depth", str(depth)))))

    def _table(self, table: etree._Element) -> None:
        rows = [each for each in table.iter() if local(each) == "table-row" and _table_of(each) is table]
        for row, element in enumerate(rows, 1):
            head = (("header", "yes"),) if local(parent_of(element)) == "table-header-rows" else ()
            column = 0
            for cell in element:
                repeated = value(cell, "number-columns-repeated")
                if local(cell) == "table-cell":
                    self.blocks(cell, (BlockKind.TABLE_CELL, (("row", str(row)), ("column", str(column + 1)), *head)))
                column += int(repeated) if repeated.isdecimal() else 1

    def _runs(self, element: etree._Element, marks: list[Mark]) -> None:
        self._words(element.text, marks, (element, "text"))
        for inner in element:
            self._run(inner, marks)
            self._words(inner.tail, marks, (inner, "tail"))

    def _words(self, text: str | None, marks: list[Mark], origin: Origin) -> None:
        """Text between tags: white space there is one space, none at the beginning of a line."""
        words = WHITE.sub(" ", text or "")
        self.gathering.add(words[1:] if words.startswith(" ") and self.gathering.at_space else words, marks, origin)

    def _run(self, element: etree._Element, marks: list[Mark]) -> None:
        name = local(element)
        if name in {"s", "tab"}:
            self.gathering.add(spaces(element), marks, (element, spaces(element)))
        elif name == "line-break":
            self.gathering.break_line(marks, (element, "\n"))
        elif name in LEFT_OUT:
            self._leave_out(element)
        elif name == "note":
            self.left_out[NOTES] += 1
            self._code(element, marks, words_in(child(element, "note-citation")))
        elif name in TRANSPARENT:
            self._runs(element, [*marks, *self._own(element, marks)])
        elif str(element.tag).startswith(DRAWING):
            self._drawing(element, marks)
        elif name and (shown := words_in(element)):
            self._code(element, marks, shown)

    def _code(self, element: etree._Element, marks: list[Mark], shown: str) -> None:
        """Take in what must not be touched; a field stands for what it shows."""
        said = ((LITERAL, shown),) if shown and local(element) != "note" else ()
        self.gathering.add_code(local(element), (*said, *((("shows", shown),) if shown else ())), marks, (element, OBJECT))

    def _drawing(self, drawing: etree._Element, marks: list[Mark]) -> None:
        """Take in a drawing by the text in it, as blocks of its own; else a picture by its address, an object as a code."""
        boxes = [each for each in drawing.iter() if any(local(inner) in {"p", "h", "list", "table"} for inner in each)]
        self._boxes += [box for box in boxes if not any(other in boxes for other in box.iterancestors())]
        if boxes:
            return
        inner = next((each for name in ("object", "object-ole", "image") for each in named(drawing, name)), None)
        if inner is not None and local(inner) == "image":
            described = next((each.text or "" for name in ("desc", "title") for each in named(drawing, name)), "")
            self.gathering.add_picture((("src", value(inner, "href")), ("alt", described)), marks, (drawing, OBJECT))
        elif inner is not None:
            self._code(drawing, marks, "")

    def _own(self, element: etree._Element, marks: list[Mark]) -> list[Mark]:
        """The marks that an element adds to those around it."""
        if local(element) == "a":
            address = safe_address(value(element, "href"))
            return [self.gathering.mark(MarkKind.LINK, (("href", address),))] if address else []
        if local(element) != "span":
            return []
        style, there = value(element, "style-name"), {mark.kind for mark in marks}
        own = [self.gathering.mark(kind) for kind in sorted(self.styles.marks(style) - there)]
        code = self.styles.code(style)
        if MarkKind.LINK in there and code[:1] in OF_LINKS:
            return own
        return [*own, self.gathering.mark(MarkKind.PAIRED, code)] if code else own


def spaces(element: etree._Element) -> str:
    """The white space for which an element stands."""
    if local(element) == "tab":
        return "\t"
    number = value(element, "c")
    return " " * min(MOST_SPACES, int(number) if number.isdecimal() else 1)


def _table_of(element: etree._Element) -> etree._Element:
    at = parent_of(element)
    while local(at) != "table" and at.getparent() is not None:
        at = parent_of(at)
    return at
