"""Word's paragraphs to blocks: text as it stands after accepting all changes, with its links, bold and italics."""

import re
from collections import Counter
from collections.abc import Callable

from lxml import etree
from msgspec import Struct

from app.formats.coded import LITERAL
from app.formats.docx.looks import seen, told, uniform
from app.formats.docx.package import Package, is_on, opened
from app.formats.docx.styles import Kind, Styles
from app.formats.format import Reading
from app.formats.nodes import child, local, named, parent_of, value
from app.formats.parts import Gathering, Part, joined, with_title
from app.i18n import N_, Message
from app.model import Attributes, BlockKind, Document, Mark, MarkKind, Text
from app.safe.links import IMAGE_SCHEMES, safe_address

TRANSPARENT = frozenset("ins moveTo smartTag sdt sdtContent customXml dir bdo ruby rubyBase".split(" "))
"""Elements around runs or paragraphs that say nothing about the text itself."""
HYPERLINK = re.compile(r"""^\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))|^\s*HYPERLINK\b.*?\\l\s+(?:"([^"]*)"|(\S+))""", re.IGNORECASE)

TITLE_LENGTH = 200
NO_HEADLINE = re.compile(r"[.:;…][\"'”“’‘»«›‹)\]]*$")
"""A full stop or its like, which no headline ends with."""
WIDEST = 63
"""Columns of a table in Word."""

LEFT_OUT = {
    "del": N_("deleted text"),
    "moveFrom": N_("moved text"),
    "footnoteReference": N_("footnotes, whose signs stay in the text"),
    "endnoteReference": N_("endnotes, whose signs stay in the text"),
    "commentReference": N_("comments"),
    "oMath": N_("formulas"),
    "oMathPara": N_("formulas"),
    "altChunk": N_("texts of other formats inside"),
    "subDoc": N_("documents inside"),
    "sym": N_("symbols of another font"),
    "object": N_("embedded objects"),
    "hidden": N_("hidden text"),
    "strike": N_("struck-through text, which stays as plain text"),
    "margins": N_("headers and footers"),
}
CODES = frozenset({"footnoteReference", "endnoteReference", "oMath", "oMathPara", "sym", "object"})
"""What stands among words as one code."""
NOTES = frozenset({"footnoteReference", "endnoteReference"})
FIELD = "field"
"""The element, of no namespace, that holds the runs of a field while its document is in memory."""
TYPED = re.compile(r"\s*(?:HYPERLINK|FORM)", re.IGNORECASE)
"""Fields whose result is the writer's own words."""
SIGNS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "tab": "\t", "ptab": "\t"}


class Field(Struct):
    """An open field: what it does, and the mark over its result once that has begun."""

    instruction: str = ""
    shown: bool = False
    mark: Mark | None = None


def read(data: bytes, language: str) -> Reading:
    """Read a DOCX file. Raises UserError for one that cannot be opened or has no text."""
    package = opened(data)
    reader = walked(package)
    if package.margins:
        reader.left_out["margins"] += 1
    return Reading(document_of(reader, language), tuple(_note(name, count) for name, count in sorted(reader.left_out.items())))


def walked(package: Package) -> "Reader":
    """A reader that has read the whole body."""
    reader = Reader(package)
    reader.blocks(child(package.document, "body"))
    reader.left_out.update({name: count for name, count in reader.gathering.lone.items() if name in LEFT_OUT and name not in NOTES})
    return reader


def document_of(reader: "Reader", language: str) -> Document:
    """The Document of what was read; its blocks are the reader's parts, one by one."""
    return joined(_with_first_line(with_title(reader.gathering.parts)), language, "docx")


def _with_first_line(parts: list[Part]) -> list[Part]:
    """The parts of a document in which nobody used styles: its first line is the title, if it has no stop and text follows."""
    if len(parts) < 2 or any(part.kind is not BlockKind.PARAGRAPH for part in parts[:2]):
        return parts
    first, second = parts[0].text.plain, parts[1].text.plain
    if len(first) > TITLE_LENGTH or NO_HEADLINE.search(first) or not NO_HEADLINE.search(second) or len(first) >= len(second):
        return parts
    text = Text(first, tuple(mark for mark in parts[0].text.marks if mark.kind is not MarkKind.STRONG))
    return [Part(BlockKind.TITLE, text), *parts[1:]]


def _note(name: str, count: int) -> Message:
    return Message(N_("Left out of the document: {what} ({count})."), {"what": LEFT_OUT[name], "count": str(count)})


class Reader:
    """Reads one document; `gathering` and `left_out` are what came of it."""

    def __init__(self, package: Package, styles: Styles | None = None) -> None:
        self.gathering = Gathering()
        self.left_out: Counter[str] = Counter()
        self._relations = package.relations
        self.styles = styles or Styles(package)
        self._links: list[Mark] = []
        self._fields: list[Field] = []
        self._boxes: list[etree._Element] = []
        self._uniform = True
        self.looks: dict[Attributes, list[etree._Element]] = {}

    def blocks(self, container: etree._Element | None, kind: Kind | None = None) -> None:
        """Read the paragraphs and tables of a container, as blocks of `kind` where one is given."""
        for element in () if container is None else container:
            name = local(element)
            if name == "AlternateContent":
                self.blocks(_chosen(element), kind)
            elif name == "p":
                self._paragraph(element, kind)
            elif name == "tbl":
                self._table(element)
            elif name in TRANSPARENT:
                self.blocks(element, kind)
            elif name in LEFT_OUT:
                self.left_out[name] += 1

    def _paragraph(self, element: etree._Element, kind: Kind | None) -> None:
        properties = child(element, "pPr")
        if child(properties, "pBdr", "bottom") is not None and not any(True for _ in named(element, "t")):
            self.gathering.wordless(BlockKind.RULE, holder=element)
        self._uniform = uniform(element, self.styles)
        self.gathering.begin(*(kind or self.styles.kind(properties)), element)
        self._inline(element)
        self.gathering.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _inline(self, container: etree._Element) -> None:
        for element in list(container):
            name = local(element)
            if local(parent_of(element)) == FIELD and container is not parent_of(element):
                continue
            if name == "r" and (field := _gathered(element)) is not None:
                self._code(field, FIELD, [])
            elif name == "r":
                self._run(element)
            elif name in CODES or name == FIELD or (name == "fldSimple" and not TYPED.match(value(element, "instr"))):
                self._code(element, FIELD if name == "fldSimple" else name, [])
            elif name in {"hyperlink", "fldSimple"}:
                self._linked(element, self._address(element) if name == "hyperlink" else _field_address(value(element, "instr")))
            elif name in TRANSPARENT:
                self._inline(element)
            elif name == "AlternateContent":
                self._inline(_chosen(element))
            elif name in LEFT_OUT:
                self.left_out[name] += 1

    def _address(self, hyperlink: etree._Element) -> str:
        relation = self._relations.get(value(hyperlink, "id"))
        anchor = value(hyperlink, "anchor")
        return (relation.target if relation else "") + (f"#{anchor}" if anchor else "")

    def _linked(self, element: etree._Element, address: str) -> None:
        mark = self._link(address)
        if mark:
            self._links.append(mark)
        self._inline(element)
        if mark:
            self._links.remove(mark)

    def _link(self, address: str) -> Mark | None:
        safe = safe_address(address)
        return self.gathering.mark(MarkKind.LINK, (("href", safe),)) if safe else None

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        if self.styles.hidden(properties):
            self.left_out["hidden"] += 1
            return
        if is_on(properties, "strike"):
            self.left_out["strike"] += 1
        marks = [self.gathering.mark(kind) for kind in self.styles.marks(properties)]
        looks = [] if self._uniform else seen(properties, self.styles, linked=bool(self._covering([])))
        if looks:
            self.looks.setdefault(told(looks), looks)
            marks.append(self.gathering.mark(MarkKind.PAIRED, told(looks)))
        for element in run:
            self._piece(element, marks)

    def _piece(self, element: etree._Element, marks: list[Mark]) -> None:
        name = local(element)
        if name in {"fldChar", "instrText"}:
            FIELD_STEPS.get(value(element, "fldCharType") or name, Reader.ignore)(self, element)
        elif not all(field.shown for field in self._fields):
            return
        elif name == "t" or name in SIGNS:
            self.gathering.add(SIGNS.get(name) or element.text or "", self._covering(marks), element)
        elif name == "cr" or (name == "br" and value(element, "type") in {"", "textWrapping"}):
            self.gathering.break_line(self._covering(marks), element)
        elif name in CODES:
            self.left_out.update([name] if name in NOTES else ())
            self._code(element, name, marks)
        elif name in {"drawing", "pict"}:
            self._picture(element, marks)
        elif name == "AlternateContent":
            self._children(_chosen(element), marks)
        elif name == "ruby":
            self._inline(element)
        elif name in LEFT_OUT:
            self.left_out[name] += 1

    def _code(self, element: etree._Element, name: str, marks: list[Mark]) -> None:
        """Take in what must not be touched; a field stands for its result."""
        if all(field.shown for field in self._fields):
            words = "".join(each.text or "" for each in named(element, "t"))
            said = ((LITERAL, words),) if name == FIELD and words else ()
            shown = words or value(element, "id") if name in NOTES else words
            self.gathering.add_code(name, (*said, *((("shows", shown),) if shown else ())), self._covering(marks), element)

    def _children(self, element: etree._Element, marks: list[Mark]) -> None:
        for inner in element:
            self._piece(inner, marks)

    def _covering(self, marks: list[Mark]) -> list[Mark]:
        return [*self._links, *(field.mark for field in self._fields if field.mark), *marks]

    def _picture(self, element: etree._Element, marks: list[Mark]) -> None:
        """Take in a picture by its alternative text, and by its address if it lies outside; a text box by its text."""
        boxes = list(named(element, "txbxContent"))
        self._boxes += boxes
        if boxes:
            return
        described = next((found for name in ("docPr", "shape", "imagedata") for found in named(element, name)), None)
        alternative = value(described, "descr") or value(described, "alt")
        linked = next((self._relations.get(value(found, "link")) for found in named(element, "blip")), None)
        address = safe_address(linked.target, IMAGE_SCHEMES) if linked and linked.external else ""
        self.gathering.add_picture((("src", address), ("alt", " ".join(alternative.split()))), self._covering(marks), element)

    def begin_field(self, _element: etree._Element) -> None:
        """Open a field; what follows is its instruction."""
        self._fields.append(Field())

    def instruct(self, element: etree._Element) -> None:
        """Take in a piece of the instruction."""
        if self._fields:
            self._fields[-1].instruction += element.text or ""

    def show_field(self, _element: etree._Element) -> None:
        """Come to the result, which is text like any other."""
        if self._fields:
            self._fields[-1].shown = True
            self._fields[-1].mark = self._link(_field_address(self._fields[-1].instruction))

    def end_field(self, _element: etree._Element) -> None:
        """Close the innermost field."""
        if self._fields:
            self._fields.pop()

    def ignore(self, _element: etree._Element) -> None:
        """Pass over what a damaged field left behind."""

    def _table(self, table: etree._Element) -> None:
        """Read a table by its cells; one of a single column, or around another table, only lays text out."""
        rows = [[cell for cell in _flat(row) if local(cell) == "tc"] for row in _flat(table) if local(row) == "tr"]
        columns = {at for row in rows for at, cell in enumerate(row) if any(True for _ in named(cell, "t"))}
        layout = len(columns) < 2 or any(True for _ in named(table, "tbl"))
        heads = [child(row, "trPr", "tblHeader") is not None for row in _flat(table) if local(row) == "tr"]
        for number, (cells, head) in enumerate(zip(rows, heads, strict=True), 1):
            column = 1
            for cell in cells:
                place = (("row", str(number)), ("column", str(column)), *((("header", "yes"),) if head else ()))
                self.blocks(cell, None if layout else (BlockKind.TABLE_CELL, place))
                span = value(child(cell, "tcPr", "gridSpan"))
                column += min(int(span), WIDEST) if span.isdecimal() else 1


def _gathered(run: etree._Element) -> etree._Element | None:
    """The field that begins with this run as one element, if it ends beside it and its result is not the writer's own words."""
    if not any(value(each, "fldCharType") == "begin" for each in run if local(each) == "fldChar") or child(run, "t") is not None:
        return None
    depth, instruction = 0, ""
    runs: list[etree._Element] = []
    for each in (run, *run.itersiblings()):
        runs.append(each)
        kinds = [value(inner, "fldCharType") for inner in named(each, "fldChar")]
        depth += kinds.count("begin") - kinds.count("end")
        instruction += "".join(inner.text or "" for inner in named(each, "instrText"))
        if not depth:
            break
    if depth or TYPED.match(instruction) or any(local(each) not in {"r", "bookmarkStart", "bookmarkEnd", "proofErr"} for each in runs):
        return None
    field = etree.Element(FIELD)
    run.addprevious(field)
    field.extend(runs)
    return field


def unwrapped(root: etree._Element) -> None:
    """Put the runs of fields back where they stood."""
    for field in list(root.iter(FIELD)):
        for each in list(field):
            field.addprevious(each)
        parent_of(field).remove(field)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The first of several ways to say the same; the others are for older programs."""
    return next((found for found in alternatives if local(found) in {"Choice", "Fallback"}), alternatives)


def _flat(container: etree._Element) -> list[etree._Element]:
    """The children of a row or a table, those inside transparent elements included."""
    found: list[etree._Element] = []
    for element in container:
        found += _flat(element) if local(element) in TRANSPARENT else [element]
    return found


def _field_address(instruction: str) -> str:
    """The address in a HYPERLINK instruction; empty for any other field."""
    found = HYPERLINK.match(instruction)
    if not found:
        return ""
    return found[1] or found[2] or f"#{found[3] or found[4] or ''}"


FIELD_STEPS: dict[str, Callable[[Reader, etree._Element], None]] = {
    "begin": Reader.begin_field,
    "instrText": Reader.instruct,
    "separate": Reader.show_field,
    "end": Reader.end_field,
}
