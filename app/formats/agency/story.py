"""An agency's XML as blocks: the elements of the head and of the body walked as HTML, its attributes as fields."""

from collections import Counter
from collections.abc import Iterable

from lxml import etree
from msgspec import Struct

from app.formats.agency.heads import Found, alt_fields, in_order
from app.formats.agency.value import Value
from app.formats.agency.xml import Entry, Inside
from app.formats.beside import field_part, pictured
from app.formats.parts import Part, Place, is_headline
from app.formats.slots import XML_LANG
from app.formats.xhtml import Walk
from app.model import BlockKind, Text
from app.model.fields import Field

ALTS = ("alternate-text", "alt")
"""What NITF calls an alt text, and what HTML does; a picture that was read as HTML has both."""

FIELD_NAME = "field."
"""Before the name of a field, where a file keeps it among its own properties."""


class Gathered(Struct, frozen=True):
    """The blocks of a file in the order of a story, where each stands, and what was left out."""

    parts: tuple[Part, ...]
    places: tuple[Place, ...]
    left_out: Counter[str]


class Gatherer:
    """Gathers the story of one file; `spoken` is its language (BCP 47) and decides how unwritten quotation marks look."""

    def __init__(self, spoken: str, not_the_story: frozenset[str] = frozenset()) -> None:
        self._spoken, self._out = spoken, not_the_story
        self._left_out: Counter[str] = Counter()
        self._head, self._body, self._fields = list[Found](), list[Found](), list[Found]()
        self._pictures = list[Found]()

    def head(self, element: etree._Element) -> None:
        """Take an element in as part of the head."""
        self._head += [_opening(found) for found in self._walked(element)]

    def body(self, element: etree._Element) -> None:
        """Take an element in as part of the body."""
        self._body += self._walked(element)

    def value(self, element: etree._Element, *, markup: bool) -> None:
        """Take in the string that an element holds as the body."""
        value = Value(element.text or "", self._spoken, markup=markup)
        self._left_out += value.walk.left_out
        places = (Inside(element, value, number) for number in range(len(value.walk.parts)))
        self._body += zip(value.walk.parts, places, strict=True)

    def title(self, entry: Entry) -> bool:
        """Take in what a file says its title is where the head says the same; whether it does."""
        same = any(part.kind is BlockKind.TITLE and part.text.plain == entry.words for part, _place in self._head)
        if same:
            self.entry(BlockKind.TITLE, entry)
        return same

    @property
    def titled(self) -> bool:
        """Whether the head has a title."""
        return any(part.kind is BlockKind.TITLE for part, _place in self._head)

    def entry(self, kind: BlockKind, entry: Entry) -> None:
        """Take words in as part of the head, unless there are none."""
        if entry.words:
            self._head.append((Part(kind, Text(entry.words)), entry))

    def field(self, field: Field | str, entry: Entry) -> None:
        """Take words in as a field, unless there are none."""
        name = field if isinstance(field, str) else field.name
        if entry.words:
            self._fields.append((field_part(name, entry.words), entry))

    def properties(self, elements: Iterable[etree._Element]) -> None:
        """Take in fields that stand among the ``meta`` elements of a file."""
        for element in elements:
            name = element.get("name", "")
            if name.startswith(FIELD_NAME):
                self.field(name.removeprefix(FIELD_NAME), Entry(element, "content"))

    def gathered(self) -> Gathered:
        """Everything in the order of a story."""
        found = in_order(self._head, self._body, [*self._fields, *alt_fields(self._pictures)])
        return Gathered(tuple(part for part, _place in found), tuple(place for _part, place in found), self._left_out)

    def _walked(self, element: etree._Element) -> list[Found]:
        walk = Walk(self._spoken, self._out, paired=False)
        walk.over(element)
        self._left_out += walk.left_out
        described = pictured(walk.parts, walk.gathering.places)
        self._pictures += [
            (part, Entry(image, next(name for name in ALTS if image.get(name) is not None)))
            for part, image in described
            if part.attribute("alt")
        ]
        return list(zip(walk.parts, walk.gathering.places, strict=True))


def _opening(found: Found) -> Found:
    part, place = found
    title = is_headline(part)
    return (Part(BlockKind.TITLE, part.text), place) if title else found


def spoken(element: etree._Element) -> str:
    """The language that an element says it is in, as BCP 47; empty where neither it nor one around it says any."""
    around: etree._Element | None = element
    while around is not None:
        if said := (around.get(XML_LANG) or around.get("lang") or "").strip():
            return said.replace("_", "-")
        around = around.getparent()
    return ""
