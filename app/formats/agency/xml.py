"""A corrected story back in the XML file of an agency: all that nobody changed stays as it stands."""

import re
from html import escape

from lxml import etree

from app.errors import UserError
from app.formats.agency.heads import NO_PLACE, in_body, plain
from app.formats.agency.tree import XmlSource, tree
from app.formats.agency.value import Value
from app.formats.agency.xhtml import under
from app.formats.parts import Place
from app.formats.rewriting import OTHERWISE, Change, Changes, Piece
from app.formats.weaving import Hand, Weaving, covered
from app.formats.xhtml import bare
from app.safe.places import escaped, spelling

PACKED = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


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


class XmlWeaving(Weaving):
    """Changes to an XML file: in running text as in any markup, in a string inside it, and in places that hold nothing but words."""

    _source: XmlSource

    @property
    def first(self) -> int:
        """The number of the first block of the body. Raises UserError where there is none."""
        if (number := next(filter(self._is_body, range(len(self._places))), None)) is None:
            raise UserError(NO_PLACE)
        return number

    def pieces(self, what: Changes) -> list[Piece]:
        """What to replace by what. Raises UserError for a new field, which would need a place of its own."""
        what = in_body(what, self._is_body)
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

    New elements get the prefix that `body` has. Raises UserError rather than give back a file that is no XML.
    """
    if not what:
        return data
    mark, encoding = spelling(data, root)
    text = data.removeprefix(mark).decode(encoding)
    source = XmlSource(PACKED.sub(lambda found: escaped(found[1]), text), root)
    prefix = source.prefix(body)
    written = XmlWeaving(source, places, under(hand, prefix) if prefix else hand).text(what)
    again = mark + written.encode(encoding, "xmlcharrefreplace")
    try:
        tree(again)
    except UserError:  # markup of a house of its own, in which nobody can say where a block ends
        raise UserError(OTHERWISE) from None
    return again


def _in_head(place: Place) -> bool:
    """Whether a place is in what a file keeps apart from the body."""
    element = place.holder if place.holder is not None else next((origin[0] for origin in place.origins if origin), None)
    return element is not None and next(element.iterancestors("header", "head", "contentMeta"), None) is not None
