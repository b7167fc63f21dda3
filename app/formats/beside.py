"""Fields beside a story's text: taken in behind its title, and told from the text again for writing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from app.formats.parts import Part, Place
from app.i18n import _
from app.model import Block, BlockKind, Text
from app.model.fields import ALT, FIELDS, field_named

if TYPE_CHECKING:  # texts without markup are written without it
    from lxml import etree

AnyBlock = TypeVar("AnyBlock", Part, Block)
Where = TypeVar("Where")


def field_part(name: str, words: str, *attributes: tuple[str, str]) -> Part:
    """A field as a part."""
    return Part(BlockKind.FIELD, Text(words), (("name", name), *attributes))


def alts(parts: Iterable[Part]) -> list[Part]:
    """The alt texts of pictures as fields, one for each address."""
    said = {part.attribute("src"): part.attribute("alt") for part in reversed(list(parts)) if part.kind is BlockKind.FIGURE}
    return [field_part(ALT.name, words, ("src", address)) for address, words in reversed(said.items()) if words]


def pictured(blocks: Iterable[AnyBlock], places: Iterable[Place]) -> "Iterator[tuple[AnyBlock, etree._Element]]":
    """The figures among blocks that come from elements of HTML, each with the element of its picture."""
    seen: Counter[int] = Counter()
    for block, place in zip(blocks, places, strict=True):
        if block.kind is BlockKind.FIGURE:
            pictures = [element for element, part in filter(None, place.origins) if part not in {"text", "tail"} and element.tag == "img"]
            yield block, pictures[seen[id(place)]]
            seen[id(place)] += 1


def field_place(parts: Sequence[Part]) -> int:
    """The number of the part before which fields stand: the one behind the title, or the first."""
    return next((at + 1 for at, part in enumerate(parts) if part.kind is BlockKind.TITLE), 0)


def ranked_fields(fields: Iterable[tuple[Part, Where]]) -> list[tuple[Part, Where]]:
    """Fields, each with where it comes from, in the order in which they are shown, the unknown ones last."""
    known = [field.name for field in FIELDS]
    return sorted(fields, key=lambda each: known.index(name) if (name := each[0].attribute("name")) in known else len(known))


def set_beside(parts: Sequence[Part], fields: Iterable[tuple[Part, Where]]) -> tuple[list[Part], range, tuple[Where, ...]]:
    """Parts with these fields in their place, the numbers that the fields have there, and where each of them comes from."""
    at, ranked = field_place(parts), ranked_fields(fields)
    return with_fields(parts, [part for part, _where in ranked]), range(at, at + len(ranked)), tuple(where for _part, where in ranked)


def with_fields(parts: Sequence[Part], fields: Sequence[Part]) -> list[Part]:
    """Parts with these fields in their place."""
    at = field_place(parts)
    return [*parts[:at], *fields, *parts[at:]]


def without_fields(parts: Iterable[Part]) -> tuple[list[Part], list[Part]]:
    """The parts of the text, and the fields beside it."""
    everything = list(parts)
    return [part for part in everything if part.kind is not BlockKind.FIELD], [part for part in everything if part.kind is BlockKind.FIELD]


def fields_last(parts: Iterable[Part]) -> list[Part]:
    """For files that have no place for fields: each as a paragraph at the end that begins with the name of its field."""
    text, fields = without_fields(parts)
    return [*text, *(Part(BlockKind.PARAGRAPH, Text(f"{_(field_named(each.attribute('name')).title)}: ") + each.text) for each in fields)]
