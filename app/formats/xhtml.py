"""HTML elements to blocks, for every format that holds HTML: a page, or a stretch of it inside Markdown."""

import re
from collections import Counter
from collections.abc import Callable
from html import escape
from typing import Any

from lxml import etree
from msgspec import Struct

from app.formats.coded import LITERAL
from app.formats.parts import Gathering, Part, clean
from app.i18n import N_, Message
from app.model import OBJECT, Attributes, BlockKind, Mark, MarkKind
from app.safe.links import IMAGE_SCHEMES, safe_address

WHITE = re.compile(r"[ \t\n\r\f]+")
"""HTML's own white space; a no-break space is none."""

SILENT = frozenset("script style template noscript head meta link base title".split(" "))
"""Never text for a reader, so nobody misses it."""
CODES = frozenset("del button select textarea input iframe object embed applet svg math canvas audio video map datalist".split(" "))
"""Deletions, and what plays, asks or is drawn: among words one code each, elsewhere left out, and said so."""
LEFT_OUT = frozenset("nav aside form dialog menu".split(" "))
"""Furniture: left out, and said so."""

HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)

WEIGHT = re.compile(r"font-weight\s*:\s*(?:(bold|bolder|[6-9]00)|normal|lighter|[1-5]00)\b", re.IGNORECASE)
SLANT = re.compile(r"font-style\s*:\s*(?:(italic|oblique)|normal)\b", re.IGNORECASE)

MARKS = {
    "strong": MarkKind.STRONG,
    "b": MarkKind.STRONG,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
}
BLOCKS = {
    "h1": (BlockKind.HEADING, (("level", "1"),)),
    "h2": (BlockKind.HEADING, (("level", "2"),)),
    "h3": (BlockKind.HEADING, (("level", "3"),)),
    "h4": (BlockKind.HEADING, (("level", "4"),)),
    "h5": (BlockKind.HEADING, (("level", "5"),)),
    "h6": (BlockKind.HEADING, (("level", "6"),)),
    "blockquote": (BlockKind.QUOTATION, ()),
    "figcaption": (BlockKind.CAPTION, ()),
    "caption": (BlockKind.CAPTION, ()),
    "pre": (BlockKind.CODE, ()),
}
PLAIN_BLOCKS = frozenset(
    "address article body center dd details div dl dt fieldset figure footer header hgroup html legend li main ol p section summary "
    "table tbody td tfoot th thead tr ul".split(" ")
)
CLASSES = {
    "kicker": BlockKind.KICKER,
    "deck": BlockKind.DECK,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "credit": BlockKind.CREDIT,
    "caption": BlockKind.CAPTION,
}
"""Class names by which a paragraph says what it is; the HTML that we write uses them."""

Kind = tuple[BlockKind, Attributes]
Origin = tuple[Any, str]
"""From where a run comes: the ``text`` or the ``tail`` of an element, or the sign for which an element stands."""


class Frame(Struct):
    """An open block element: what its text is, and for lists and tables where we are in them."""

    tag: str
    kind: Kind
    list: str = ""
    start: str = ""
    row: int = 0
    column: int = 0
    table: bool = False
    element: Any = None


class Walk:
    """One walk over a tree of HTML elements; `parts` and `left_out` are what came of it.

    `meanings` says which marks elements became, `unread` holds elements that the text does not show.

    `foreign` are the names of further elements that are no part of the story. Inline elements without a meaning are codes
    around their words unless nothing is `paired`.
    """

    def __init__(self, language: str = "", foreign: frozenset[str] = frozenset(), *, paired: bool = True) -> None:
        self.gathering = Gathering()
        self._quotes = "„“" if language.lower().startswith("de") else "“”"
        self._foreign, self._paired = foreign, paired
        self.left_out: Counter[str] = Counter()
        self._frames = [Frame("", (BlockKind.PARAGRAPH, ()))]
        self._marks: list[tuple[etree._Element, Mark]] = []
        self.meanings: list[tuple[Any, MarkKind, Attributes]] = []
        self.unread: list[Any] = []

    @property
    def parts(self) -> list[Part]:
        """The blocks so far."""
        return self.gathering.parts

    def over(self, root: etree._Element) -> None:
        """Walk from an element to its end."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            out = str(element.tag) if element.tag in self._foreign else why_left_out(element)
            if event == "start" and out:
                self._leave_out(element, out)
                walk.skip_subtree()
            elif event == "start":
                self._start(element)
                self._text(element.text, (element, "text"))
            elif not out:
                self._end(element)
            if event == "end" and element is not root:
                self._text(element.tail, (element, "tail"))
        self.gathering.end()
        self.left_out += self.gathering.lone

    def _leave_out(self, element: etree._Element, why: str) -> None:
        if why in CODES:
            words = WHITE.sub(" ", "".join(map(str, element.itertext()))).strip()
            self.gathering.add_code(why, (("shows", words),) if words else (), self._covering(), (element, OBJECT))
        else:
            self.left_out[why] += 1
            self.unread.append(element)

    def _text(self, text: str | None, origin: Origin) -> None:
        if not text:
            return
        marks = self._covering()
        if any(frame.tag == "pre" for frame in self._frames):
            self._code(text, marks, origin)
            return
        words = WHITE.sub(" ", text)
        self.gathering.add(words[1:] if words[0] == " " and self.gathering.at_space else words, marks, origin)

    def _code(self, text: str, marks: list[Mark], origin: Origin) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self.gathering.break_line(marks)
            self.gathering.add(line, marks, None if number else origin)

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in BLOCKS or tag in PLAIN_BLOCKS:
            self._frames.append(self._frame(element, tag))
            self._frames[-1].element = element
            self._begin()
        elif tag in SIGNS:
            SIGNS[tag](self, element)
        elif tag == "a":
            address = safe_address(element.get("href", ""))
            if address:
                self._open(element, MarkKind.LINK, (("href", address),))
        elif tag == "q":
            self.gathering.add(self._quotes[0], self._covering(), (element, self._quotes[0]))
        else:
            self._inline(element, tag)

    def _inline(self, element: etree._Element, tag: str) -> None:
        """Take in an inline element by what it means; one without a meaning is a code around its words."""
        code = self._frames[-1].kind[0] is BlockKind.CODE
        kinds = [kind for kind in marks_of(element) if not code or kind is not MarkKind.CODE]
        for kind in kinds:
            self._open(element, kind)
        if not any(map(str.strip, map(str, element.itertext()))) and next(element.iter(*SIGNS, *CODES), None) is None:
            self.unread.append(element)
        elif self._paired and not kinds and not code and tag not in MARKS and next(element.iter(*BLOCKS, *PLAIN_BLOCKS), None) is None:
            self._open(element, MarkKind.PAIRED, tag_attributes(element))

    def _covering(self) -> list[Mark]:
        return [mark for _element, mark in self._marks]

    def _open(self, element: etree._Element, kind: MarkKind, attributes: Attributes = ()) -> None:
        self._marks.append((element, self.gathering.mark(kind, attributes)))
        self.meanings.append((element, kind, attributes))

    def _begin(self) -> None:
        self.gathering.begin(*self._frames[-1].kind, self._frames[-1].element)

    def _end(self, element: etree._Element) -> None:
        while self._marks and self._marks[-1][0] is element:
            self._marks.pop()
        if element.tag == "q":
            self.gathering.add(self._quotes[1], self._covering(), (element, self._quotes[1]))
        elif element.tag in BLOCKS or element.tag in PLAIN_BLOCKS:
            self._frames.pop()
            self._begin()

    def _frame(self, element: etree._Element, tag: str) -> Frame:
        """The frame of a block element: its own kind, or that of the element around it."""
        around = self._frames[-1]
        if tag in BLOCKS and not (tag == "blockquote" and around.kind[0] is BlockKind.LIST_ITEM):
            return Frame(tag, BLOCKS[tag])
        if tag in {"ul", "ol"}:
            start = element.get("start", "") if tag == "ol" else ""
            return Frame(tag, around.kind, list="number" if tag == "ol" else "bullet", start=start if start.isdecimal() else "")
        if tag == "li":
            return Frame(tag, self._item())
        if tag == "table":
            return Frame(tag, around.kind, table=is_table(element))
        if tag in {"tr", "td", "th"}:
            return Frame(tag, self._cell(tag, around))
        named = (CLASSES[name] for name in element.get("class", "").split() if name in CLASSES) if tag in {"p", "div"} else iter(())
        kind = next(named, None)
        return Frame(tag, (kind, ()) if kind else around.kind)

    def _item(self) -> Kind:
        lists = [frame for frame in self._frames if frame.list]
        if not lists:
            return (BlockKind.LIST_ITEM, (("list", "bullet"), ("depth", "1")))
        start, lists[-1].start = lists[-1].start, ""
        attributes = (("list", lists[-1].list), ("depth", str(len(lists))))
        return (BlockKind.LIST_ITEM, (*attributes, ("start", start)) if start not in {"", "1"} else attributes)

    def _cell(self, tag: str, around: Frame) -> Kind:
        table = next((frame for frame in reversed(self._frames) if frame.tag == "table"), None)
        if table is None or not table.table:
            return around.kind
        if tag == "tr":
            table.row, table.column = table.row + 1, 0
            return around.kind
        table.column += 1
        place = (("row", str(table.row)), ("column", str(table.column)))
        return (BlockKind.TABLE_CELL, (*place, ("header", "yes")) if tag == "th" else place)

    def line_break(self, element: etree._Element) -> None:
        """Break the line; twice in a row, as old pages do it, begins a paragraph."""
        if self.gathering.at_break:
            self._begin()
        elif not self.gathering.empty:
            self.gathering.break_line(self._covering(), (element, "\n"))

    def picture(self, element: etree._Element) -> None:
        """Take in a picture by its address; one that is part of the page's own bytes is left out."""
        address = safe_address(element.get("src", ""), IMAGE_SCHEMES) or safe_address(element.get("data-src", ""), IMAGE_SCHEMES)
        if not address:
            self.left_out["img"] += 1
            return
        attributes = (("src", address), ("alt", WHITE.sub(" ", element.get("alt", "")).strip()))
        self.gathering.add_picture(attributes, self._covering(), (element, OBJECT))

    def written(self, element: etree._Element) -> None:
        """Take in characters that are a code of the format they are written in."""
        characters = element.get(AS, "")
        self.gathering.add_code(SHORTCODE, ((LITERAL, characters), ("shows", characters)), self._covering(), (element, OBJECT))

    def rule(self, element: etree._Element) -> None:
        """Take in a rule between paragraphs."""
        self.gathering.wordless(BlockKind.RULE, holder=element)
        self._begin()


def tag_attributes(element: etree._Element) -> Attributes:
    """What the mark of a code around words says: the name of its element, and that element's own attributes, each behind an “@”."""
    return (("code", str(element.tag)), *((f"@{name!s}", str(words)) for name, words in element.attrib.items()))


def start_tag(attributes: Attributes) -> str:
    """The start tag that is said in the mark of a code around words."""
    return (
        "<" + " ".join([dict(attributes)["code"], *(f'{name[1:]}="{escape(words)}"' for name, words in attributes if name[0] == "@")]) + ">"
    )


WRITTEN = "x-written"
"""The element by which a format that is turned into HTML says that characters (`AS`) are a code of its own."""
AS = "as"
SHORTCODE = "shortcode"

VOID = frozenset("br img hr wbr input source track embed area col link meta base param".split(" "))
"""Elements without an end tag."""


def is_inline(name: str) -> bool:
    """Whether an element of this name stands around words in a line."""
    return name not in BLOCKS and name not in PLAIN_BLOCKS and name not in SILENT and name not in LEFT_OUT and name not in CODES | VOID


SIGNS: dict[str, Callable[[Walk, etree._Element], None]] = {
    "br": Walk.line_break,
    "img": Walk.picture,
    "hr": Walk.rule,
    WRITTEN: Walk.written,
}


def bare(text: str) -> str:
    """A text without markup as running text has it."""
    return WHITE.sub(" ", clean(text)).strip()


def why_left_out(element: etree._Element) -> str:
    """The name under which an element is left out: its tag, or ``hidden``; empty for one that belongs to the text."""
    tag = str(element.tag)
    parent = element.getparent()
    foot_of_page = tag == "footer" and parent is not None and parent.tag == "body"
    if foot_of_page or tag in SILENT or tag in LEFT_OUT:
        return tag
    if HIDING.search(element.get("style", "")) or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return "hidden"
    return tag if tag in CODES else ""


def marks_of(element: etree._Element) -> list[MarkKind]:
    """The marks of an inline element: by its name, and as word processors paste them, by its style, which has the last word."""
    kinds = {MARKS[str(element.tag)]} if element.tag in MARKS else set()
    for pattern, kind in ((WEIGHT, MarkKind.STRONG), (SLANT, MarkKind.EMPHASIS)):
        said = pattern.search(element.get("style", ""))
        if said:
            kinds = kinds | {kind} if said[1] else kinds - {kind}
    return sorted(kinds)


def is_table(element: etree._Element) -> bool:
    """Whether a table holds data: text in two columns or more, no table inside; all others only put text side by side."""
    rows = [list(row.iterchildren("td", "th")) for row in element.iter("tr")]
    columns = {at for row in rows for at, cell in enumerate(row) if "".join(map(str, cell.itertext())).strip()}
    return len(columns) > 1 and next(element.iterdescendants("table"), None) is None


def note_left_out(left_out: Counter[str]) -> tuple[Message, ...]:
    """What a person should know about a walk: which elements were left out, and how many."""
    names = ", ".join(f"{name} ({count})" for name, count in sorted(left_out.items()) if name not in SILENT)
    if not names:
        return ()
    return (Message(N_("Left out of the page: {names}."), {"names": names}),)
