"""Places of segments in an XML file of segments, and how one is filled without touching the rest."""

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from app.formats.coded import edges, same
from app.formats.codes import Dialect, Meaning, catalogue, fresh_ids, rendered, text_of
from app.formats.format import Pair
from app.formats.rewriting import Piece
from app.model import Span, Text
from app.safe.places import PlacedXml


class Slot(Struct, frozen=True, eq=False):
    """A segment in the tree of its file: its elements, and the pair that was read from them.

    `source` and `target` hold the text (`target` is None where there is none yet), `holder` carries the state, `unit` the
    notes; `after` is the element behind which a target that is missing belongs, `name` what it is called.
    """

    pair: Pair
    holder: etree._Element
    unit: etree._Element
    source: etree._Element | None
    target: etree._Element | None
    after: etree._Element | None = None
    name: str = "target"


XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def inherited(element: etree._Element, name: str, default: str = "") -> str:
    """The value of an attribute at an element or the nearest around it that has one."""
    around: etree._Element | None = element
    while around is not None:
        value = around.get(name)
        if value is not None:
            return value
        around = around.getparent()
    return default


def segment_text(element: etree._Element | None, meaning: Meaning) -> Text:
    """The whole text of a source or target, white space at its ends included; nothing for none."""
    if element is None:
        return Text()
    return text_of(element, meaning, preserve=inherited(element, XML_SPACE) == "preserve")


def ids_for(unit: etree._Element) -> Iterator[str]:
    """Ids for codes that are new in a unit."""
    return fresh_ids(element.get("id", "") for element in unit.iter("*"))


def filled(placed: PlacedXml, slot: Slot, target: Text, speech: tuple[Meaning, Dialect], ids: Iterator[str]) -> list[Piece]:
    """What to replace so that the segment has this translation, codes read and written as `speech` has it; nothing when it has."""
    if same(slot.pair.target, target):
        return []
    meaning, dialect = speech
    pattern = segment_text(slot.target, meaning)
    if not pattern.plain.strip():
        pattern = segment_text(slot.source, meaning)
    before, _core, after = edges(pattern)
    codes = catalogue(placed, slot.target, slot.source)
    return [written(placed, slot, rendered(before + target + after if target.plain else Text(), codes, dialect, ids))]


def written(placed: PlacedXml, slot: Slot, xml: str) -> Piece:
    """The piece that puts XML into the target of a segment, which is made where there is none."""
    if slot.target is not None:
        place = placed.place(slot.target)
        if place.inner is not None:
            return place.inner, xml
        tag = placed.source(place.tag)
        return place.outer, f"{tag.removesuffix('/>').rstrip()}>{xml}</{tag[1:].split('/')[0].split()[0]}>"
    after = slot.after if slot.after is not None else slot.source
    assert after is not None
    outer = placed.place(after).outer
    name = prefix_of(placed, after) + slot.name
    preserved = ' xml:space="preserve"' if slot.source is not None and slot.source.get(XML_SPACE) == "preserve" else ""
    return Span(outer.end, outer.end), f"{indent(after)}<{name}{preserved}>{xml}</{name}>"


def indent(element: etree._Element) -> str:
    """The white space before an element, for one that is put beside it."""
    before = element.getprevious()
    parent = element.getparent()
    space = before.tail if before is not None else parent.text if parent is not None else ""
    return space if space and not space.strip() else ""


def prefix_of(placed: PlacedXml, element: etree._Element) -> str:
    """The prefix under which a file writes an element's namespace, with its colon; empty for none."""
    prefix, colon, _name = re.split(r"[\s/>]", placed.source(placed.place(element).tag)[1:], maxsplit=1)[0].rpartition(":")
    return prefix + colon
