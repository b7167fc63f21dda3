"""An XML file of an agency: read as a tree of bare names, and written back with all that nobody changed as it stands."""

import html
import re
from html import escape

from lxml import etree

from app.errors import UserError
from app.formats.agency.heads import in_body, plain
from app.formats.agency.value import Value
from app.formats.agency.xhtml import under
from app.formats.parts import Place
from app.formats.rewriting import OTHERWISE, Change, Changes
from app.formats.source import Source, Tag
from app.formats.weaving import Hand, Piece, Weaving, covered
from app.formats.xhtml import bare
from app.model import Span
from app.safe.places import escaped, spelling
from app.safe.xml import parse_xml

PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>)*", re.DOTALL)
TOKEN = re.compile(r"""<!--.*?-->|<\?.*?\?>|<(/?)[^\s/>!?]+(?:[^"'>]|"[^"]*"|'[^']*')*+>""", re.DOTALL)
PACKED = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
ATTRIBUTE = re.compile(r"""\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Entry(Place):
    """A place that holds one text and no markup: an attribute of an element, or with "" all that is in it."""

    def __init__(self, holder: etree._Element, attribute: str = "") -> None:
        super().__init__(holder)
        self.attribute = attribute

    @property
    def words(self) -> str:
        """What stands there, as in running text."""
        return bare(self.holder.get(self.attribute, "") if self.attribute else "".join(map(str, self.holder.itertext())))


class Inside(Place):
    """A block of the string that an element holds: of the value, the block of this number."""

    def __init__(self, holder: etree._Element, value: Value, number: int) -> None:
        super().__init__(holder)
        self.value, self.number = value, number


def tree(data: bytes) -> etree._Element:
    """The root of an XML file whose elements have names without namespaces; comments are gone, characters named as in HTML are read.

    Raises UserError as `parse_xml` does; a document type that declares nothing may stand there, and is never loaded.
    """
    root = parse_xml(data, doctype=True)
    for named in [*root.iter(etree.Entity)]:
        _replace(named, html.unescape(named.text or ""))
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in root.iter("*"):
        element.tag = etree.QName(element).localname
    return root


def _replace(node: etree._Element, words: str) -> None:
    """Put words where a node of the tree is."""
    before, parent = node.getprevious(), node.getparent()
    assert parent is not None
    words += node.tail or ""
    node.tail = None
    parent.remove(node)
    if before is None:
        parent.text = (parent.text or "") + words
    else:
        before.tail = (before.tail or "") + words


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


class XmlWeaving(Weaving):
    """Changes to an XML file: in running text as in any markup, in a string inside it, and in places that hold nothing but words."""

    _source: XmlSource

    @property
    def first(self) -> int:
        """The number of the first block of the body. Raises UserError where there is none."""
        if (number := next(filter(self._is_body, range(len(self._places))), None)) is None:
            raise UserError(OTHERWISE)
        return number

    def pieces(self, what: Changes) -> list[Piece]:
        """What to replace by what. Raises UserError for a new field, which would need a place of its own."""
        what = Changes(what.changed, what.removed, in_body(what.added, self._is_body))
        inside = {number: place.number for number, place in enumerate(self._places) if isinstance(place, Inside)}
        if -1 in what.added and self.first in inside:
            inside[-1] = -1
        outside = {number: number for number in range(-1, len(self._places)) if number not in inside}
        packed = what.among(inside)
        return [*super().pieces(what.among(outside)), *self._copied(what), *(self._packed(packed) if packed else ())]

    def _is_body(self, number: int) -> bool:
        place = self._places[number]
        return not isinstance(place, Entry) and not _in_head(place)

    def _copied(self, what: Changes) -> list[Piece]:
        """The words of a block where the file says them again."""
        said = {**{number: plain(change.after.text) for number, change in what.changed.items()}, **dict.fromkeys(what.removed, "")}
        copies = ((copy, words) for number, words in said.items() for copy in self._places[number].copies)
        return [self._entered(copy if isinstance(copy, Entry) else Entry(copy.holder), words) for copy, words in copies]

    def _packed(self, what: Changes) -> list[Piece]:
        """Changes to the string in the file that is the body."""
        place = next(place for place in self._places if isinstance(place, Inside))
        spans = self._source.spans(place.holder, "text")
        return [(covered(spans, span), escaped(words)) for span, words in place.value.pieces(what)]

    def _changed(self, number: int, change: Change) -> list[Piece]:
        place = self._places[number]
        return [self._entered(place, plain(change.after.text))] if isinstance(place, Entry) else super()._changed(number, change)

    def _removed(self, number: int) -> list[Piece]:
        place = self._places[number]
        return [self._entered(place, "")] if isinstance(place, Entry) else super()._removed(number)

    def _entered(self, entry: Entry, words: str) -> Piece:
        if entry.attribute:
            return self._source.attribute(entry.holder, entry.attribute), escape(words)
        return self._source.inner(entry.holder), escaped(words)


def rewritten(data: bytes, root: etree._Element, places: list[Place], what: Changes, hand: Hand, body: etree._Element) -> bytes:
    """The file whose tree this is with all changes made, in its own encoding; text that was packed as CDATA is escaped instead.

    New elements get the prefix that `body` has.
    """
    if not what:
        return data
    mark, encoding = spelling(data, root)
    text = data.removeprefix(mark).decode(encoding)
    source = XmlSource(PACKED.sub(lambda found: escaped(found[1]), text), root)
    prefix = source.prefix(body)
    written = XmlWeaving(source, places, under(hand, prefix) if prefix else hand).text(what)
    return mark + written.encode(encoding, "xmlcharrefreplace")


def _in_head(place: Place) -> bool:
    """Whether a place is in what a file keeps apart from the body."""
    element = place.holder if place.holder is not None else next((origin[0] for origin in place.origins if origin), None)
    return element is not None and next(element.iterancestors("header", "head", "contentMeta"), None) is not None
