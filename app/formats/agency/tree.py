"""An XML file of an agency as a tree of bare names, and where in its text each of it stands."""

import html
import re

from lxml import etree

from app.errors import UserError
from app.formats.source import Source, Tag
from app.model import Span
from app.safe.xml import DECLARES, parse_xml

PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>)*", re.DOTALL)
NAMED = re.compile(rb"<!\[CDATA\[.*?\]\]>|&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;", re.DOTALL)
"""A character named as in HTML or in a document type that is never loaded; in packed text nothing is."""

TOKEN = re.compile(r"""<!--.*?-->|<\?.*?\?>|<(/?)[^\s/>!?]+(?:[^"'>]|"[^"]*"|'[^']*')*+>""", re.DOTALL)
ATTRIBUTE = re.compile(r"""\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def tree(data: bytes) -> etree._Element:
    """The root of an XML file whose elements have names without namespaces; comments are gone, characters named as in HTML are read.

    Raises UserError as `parse_xml` does, and for a name that HTML does not have; a document type that declares nothing may stand there,
    and is never loaded.
    """
    root = parse_xml(NAMED.sub(_numbered, data), doctype=True)
    if next(root.iter(etree.Entity), None) is not None:
        raise UserError(DECLARES)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in root.iter("*"):
        element.tag = etree.QName(element).localname
    return root


def _numbered(found: re.Match[bytes]) -> bytes:
    """A character that is named as in HTML, by its number; anything else as it is."""
    name = found[0]
    meant = "" if name.startswith(b"<") else html.unescape(name.decode())
    return name if meant in {"", name.decode(errors="replace")} else meant.encode("ascii", "xmlcharrefreplace")


class XmlSource(Source):
    """The text of an XML file against its tree, in which elements may have been given other names since."""

    raw = frozenset[str]()

    def __init__(self, text: str, root: etree._Element) -> None:
        self._order = [*root.iter("*")]
        self._starts_of: dict[etree._Element, Tag] = {}
        self._ends_of: dict[etree._Element, Tag] = {}
        super().__init__(text, root)

    def tag_of(self, element: etree._Element) -> Tag:
        """The start tag of an element."""
        return self._starts_of[element]

    def inner(self, element: etree._Element) -> Span:
        """What stands between the tags of an element."""
        return Span(self._starts_of[element].span.end, self._ends_of[element].span.start)

    def prefix(self, element: etree._Element) -> str:
        """The prefix with which an element is written, with its colon; empty for none."""
        tag = self._starts_of[element].span.of(self.text)
        before, colon, _name = re.split(r"[\s/>]", tag[1:], maxsplit=1)[0].rpartition(":")
        return before + colon

    def attribute(self, element: etree._Element, name: str) -> Span:
        """The value of an attribute that an element has, without its quotation marks."""
        tag = self._starts_of[element].span
        found = next(each for each in ATTRIBUTE.finditer(self.text, tag.start, tag.end) if each[1].rpartition(":")[2] == name)
        return Span(*found.span(2 if found[2] is not None else 3))

    def _scan(self) -> None:
        prolog = PROLOG.match(self.text)
        assert prolog is not None
        opened: list[etree._Element] = []
        elements = iter(self._order)
        at = prolog.end()
        while found := TOKEN.search(self.text, at):
            self._read(at, found.start())
            at = found.end()
            if found[1] is None:
                continue
            element = opened.pop() if found[1] else next(elements)
            tag = Tag(Span(*found.span()), str(element.tag), bool(found[1]))
            self.tags.append(tag)
            (self._ends_of if found[1] else self._starts_of)[element] = tag
            if not found[1] and not found[0].endswith("/>"):
                opened.append(element)
        self._read(at, len(self.text))
