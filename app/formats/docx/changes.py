"""DOCX with tracked changes: what went stands there struck out, what came marked, notes beside them as comments."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from app.diff import Change
from app.formats.docx.writer import INLINE_CODE, lay_out, prepare, saved, written_runs
from app.formats.format import Piece, Record, Remark, Tracked
from app.formats.nodes import child, local, named, value
from app.formats.parts import FORBIDDEN, WORDLESS, Part, writable
from app.i18n import _
from app.model import MarkKind, Text

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

NAMES = {Change.INSERTED: "w:ins", Change.DELETED: "w:del"}
LONG_AGO = "1970-01-01T00:00:00Z"
"""Word wants a moment for every change; this one stands where none is known."""
TAGS = {MarkKind.STRONG: "w:b", MarkKind.EMPHASIS: "w:i"}


class _Block(Part, frozen=True, kw_only=True):
    """A part that knows how it came about."""

    tracked: Tracked


def write(record: Record) -> bytes:
    """The story as a Word document: to accept every change gives it as it is now, to reject them gives what was imported."""
    import docx

    word = docx.Document()
    parts = [_part(block) for block in record.blocks if block.pieces or block.kind in WORDLESS]
    prepare(word, record.language, parts)
    tracking = _Tracking(word, record.remarks)
    lay_out(word, parts, tracking.fill)
    tracking.comment()
    for row in list(named(word.element.body, "tr")):
        _settle(row)
    return saved(word)


def _part(block: Tracked) -> _Block:
    whole = Text()
    for piece in block.pieces:
        whole = whole + (piece.text if piece.change is not Change.DELETED or block.change is Change.DELETED else Text())
    return _Block(block.kind, writable(whole), block.attributes, tracked=block)


class _Tracking:
    """Writes pieces as runs under their changes, and remembers the runs of each row for the comments."""

    def __init__(self, word: "Word", remarks: Mapping[int, Remark]) -> None:
        self._word, self._remarks, self._count = word, remarks, 0
        self._runs: defaultdict[int, list[etree._Element]] = defaultdict(list)

    def fill(self, paragraph: "Paragraph", block: _Block) -> None:
        """Write a block into its paragraph; one that came or went does so with its paragraph mark."""
        tracked = block.tracked
        for piece in tracked.pieces:
            self._write(paragraph, piece)
        if tracked.change in NAMES:
            properties = _element("w:rPr")
            properties.append(self._change(NAMES[tracked.change], tracked.pieces[-1].hand))
            _properties(paragraph).append(properties)

    def _write(self, paragraph: "Paragraph", piece: Piece) -> None:
        for written, link in written_runs(paragraph, writable(piece.text)):
            run = _bare(written)
            if piece.change is Change.DELETED:
                _strike(run)
            if piece.before is not None:
                self._reformat(written, piece)
            holder = run.getparent() if link is None else _joined(paragraph, link)
            assert holder is not None
            if piece.change in NAMES:
                change = self._change(NAMES[piece.change], piece.hand)
                change.append(run)
                holder.append(change)
            else:
                holder.append(run)
            self._runs[piece.row].append(run)
        for link in [each for each in _element_of(paragraph) if local(each) == "hyperlink" and not len(each)]:
            _remove(link)

    def _change(self, name: str, hand: Remark) -> etree._Element:
        self._count += 1
        return _element(name, id=str(self._count), author=_author(hand), date=_moment(hand))

    def _reformat(self, written: "Run", piece: Piece) -> None:
        """Say of a run that stayed how it looked before."""
        assert piece.before is not None
        before = _element("w:rPr")
        kinds = {mark.kind for mark in piece.before.marks}
        if MarkKind.CODE in kinds:
            before.append(_element("w:rStyle", val=INLINE_CODE))
        before.extend(_element(TAGS[kind]) for kind in TAGS if kind in kinds)
        change = self._change("w:rPrChange", piece.hand)
        change.append(before)
        cast("Any", _bare(written)).get_or_add_rPr().append(change)

    def comment(self) -> None:
        """Set the remarks beside their rows; those of rows of which nothing is there stand after the story."""
        for row, remark in self._remarks.items():
            name = _author(remark)
            initials = "".join(word[0] for word in name.split())
            comment = self._word.comments.add_comment(FORBIDDEN.sub("", remark.words), name, initials)
            cast("Any", comment)._comment_elm.set(_name("w:date"), _moment(remark))  # noqa: SLF001 - the library knows only now
            runs = self._runs.get(row) or [_bare(self._word.add_paragraph().add_run())]
            _anchor(str(comment.comment_id), runs[0], runs[-1])


def _author(remark: Remark) -> str:
    return remark.who or _("Reviewer")


def _moment(remark: Remark) -> str:
    """When it was, the way Word writes it."""
    return remark.when.replace("+00:00", "Z") or LONG_AGO


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)


def _element(name: str, **values: str) -> etree._Element:
    """A new element with these attributes of Word's."""
    from docx.oxml import OxmlElement

    element: etree._Element = cast("Any", OxmlElement(name))
    for key, text in values.items():
        element.set(_name(f"w:{key}"), text)
    return element


def _bare(written: "Run") -> etree._Element:
    """The XML of a run."""
    element: etree._Element = cast("Any", written).element
    return element


def _element_of(paragraph: "Paragraph") -> etree._Element:
    element: etree._Element = cast("Any", paragraph).paragraph_format.element
    return element


def _properties(paragraph: "Paragraph") -> etree._Element:
    properties: etree._Element = cast("Any", _element_of(paragraph)).get_or_add_pPr()
    return properties


def _strike(run: etree._Element) -> None:
    """Text that went has a name of its own."""
    for text in list(named(run, "t")):
        text.tag = _name("w:delText")


def _joined(paragraph: "Paragraph", link: etree._Element) -> etree._Element:
    """The link into which a run goes: the one before where it leads to the same place, so that a change cuts none in two."""
    before = link.getprevious()
    targets = paragraph.part.rels
    if before is None or local(before) != "hyperlink" or targets[value(before, "id")].target_ref != targets[value(link, "id")].target_ref:
        return link
    return before


def _outermost(run: etree._Element) -> etree._Element:
    """What holds a run in its paragraph."""
    at = run
    while (parent := at.getparent()) is not None and local(parent) != "p":
        at = parent
    return at


def _anchor(number: str, first: etree._Element, last: etree._Element) -> None:
    """Lay a comment over runs; its sign goes with the paragraph where that goes as a whole, and otherwise stays."""
    _outermost(first).addprevious(_element("w:commentRangeStart", id=number))
    reference, end = _element("w:r"), _element("w:commentRangeEnd", id=number)
    reference.append(_element("w:commentReference", id=number))
    holder = _outermost(last)
    holder.addnext(end)
    paragraph = holder.getparent()
    assert paragraph is not None
    (end if _mark(paragraph) is None else last).addnext(reference)


def _settle(row: etree._Element) -> None:
    """Let a row of a table come or go with all that stands in it; without that, no cell can lose its last paragraph."""
    marks = [mark for paragraph in named(row, "p") if len(paragraph) for mark in [_mark(paragraph)]]
    kinds = {None if mark is None else local(mark) for mark in marks}
    if len(kinds) == 1 and marks[0] is not None:
        properties = cast("Any", row).get_or_add_trPr()
        properties.append(_element(f"w:{local(marks[0])}", **{key: value(marks[0], key) for key in ("id", "author", "date")}))
        return
    for cell in named(row, "tc"):
        last = _mark([paragraph for paragraph in cell if local(paragraph) == "p"][-1])
        if last is not None:
            _remove(last)


def _mark(paragraph: etree._Element) -> etree._Element | None:
    """The change of a paragraph's mark."""
    properties = child(paragraph, "pPr", "rPr")
    return None if properties is None else next((each for each in properties if local(each) in {"ins", "del"}), None)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
