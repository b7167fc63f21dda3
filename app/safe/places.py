"""Where the elements of an XML file stand in it, so that a part can be replaced and the rest stays to the byte."""

import re
from collections.abc import Iterable
from xml.parsers import expat

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.model import Span
from app.safe.encoding import BOMS, mark_of
from app.safe.xml import DAMAGED, parse_xml

TAG_END = re.compile(rb"""(?:[^"'>]|"[^"]*"|'[^']*')*>""")
NAMED = re.compile(rb"""<[^\s/>]+|\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
QUOTED = ESCAPES | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Place(Struct, frozen=True, gc=False):
    """Where an element stands, in bytes of UTF-8: from its start tag to the end of its end tag, and what lies between the tags.

    `inner` is None for an element that is one empty tag.
    """

    outer: Span
    inner: Span | None

    @property
    def tag(self) -> Span:
        """The start tag."""
        return Span(self.outer.start, self.inner.start if self.inner else self.outer.end)


class PlacedXml:
    """An XML file with the place of each element; `root` is its tree. Raises UserError as `parse_xml` does.

    Places count in UTF-8 whatever the encoding of the file, which `replaced` writes again.
    """

    def __init__(self, data: bytes, *, doctype: bool = False) -> None:
        self.root = parse_xml(data, doctype=doctype)
        self._mark, self._encoding = spelling(data, self.root)
        self._text = data.removeprefix(self._mark).decode(self._encoding).encode()
        places = _places(self._text)
        self._places = dict(zip(self.root.iter("*"), places, strict=True))

    def place(self, element: etree._Element) -> Place:
        """Where an element of the tree stands."""
        return self._places[element]

    def source(self, span: Span) -> str:
        """What stands there, as it is written."""
        return self._text[span.start : span.end].decode()

    def attribute(self, element: etree._Element, name: str) -> Span | None:
        """Where an attribute of this name, prefix included, stands with the space before it; None where there is none."""
        tag = self.place(element).tag
        for found in NAMED.finditer(self._text, tag.start, tag.end):
            if found[1] == name.encode():
                return Span(*found.span())
        return None

    def with_attribute(self, element: etree._Element, name: str, value: str) -> tuple[Span, str]:
        """What to replace by what, so that an attribute has this value; an empty value takes it away."""
        there = self.attribute(element, name)
        if there is None:
            begin = NAMED.match(self._text, self.place(element).tag.start)
            assert begin is not None
            there = Span(begin.end(), begin.end())
        return there, f' {name}="{quoted(value)}"' if value else ""

    def replaced(self, pieces: Iterable[tuple[Span, str]]) -> bytes:
        """The file with these stretches replaced by others; they must not overlap. A stretch without length inserts."""
        written, at = [], 0
        for span, instead in sorted(pieces, key=lambda piece: piece[0]):
            written += [self._text[at : span.start], instead.encode()]
            at = span.end
        text = b"".join([*written, self._text[at:]])
        return self._mark + text.decode().encode(self._encoding, "xmlcharrefreplace")


def spelling(data: bytes, root: etree._Element) -> tuple[bytes, str]:
    """The byte order mark of an XML file, which may be none, and its encoding."""
    mark = mark_of(data)
    marked = next((encoding for known, encoding in BOMS if mark and known == mark), "")
    return mark, marked or root.getroottree().docinfo.encoding or "utf-8"


def escaped(text: str) -> str:
    """Text as it stands between tags; what no XML file can hold is gone."""
    return UNWRITABLE.sub("", text).translate(ESCAPES)


def quoted(text: str) -> str:
    """Text as it stands in an attribute."""
    return UNWRITABLE.sub("", text).translate(QUOTED)


def _places(text: bytes) -> list[Place]:
    """The place of every element in the order of their start tags."""
    parser = expat.ParserCreate("utf-8")
    starts, ends, opened = list[int](), dict[int, int](), list[int]()

    def start(_name: str, _attributes: object) -> None:
        opened.append(len(starts))
        starts.append(parser.CurrentByteIndex)

    def end(_name: str) -> None:
        ends[opened.pop()] = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(text, True)  # noqa: FBT003 - the library's own switch: there is no more to come
    except expat.ExpatError as error:
        raise UserError(DAMAGED, line=error.lineno, reason=expat.ErrorString(error.code)) from None
    return [_place(text, at, ends[number]) for number, at in enumerate(starts)]


def _place(text: bytes, start: int, close: int) -> Place:
    found = TAG_END.match(text, start)
    assert found is not None
    if text[found.end() - 2 : found.end()] == b"/>":
        return Place(Span(start, found.end()), None)
    return Place(Span(start, text.index(b">", close) + 1), Span(found.end(), close))
