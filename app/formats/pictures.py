"""Where a text with markup says what its pictures show."""

from collections.abc import Sequence

from app.formats.beside import pictured
from app.formats.parts import Place
from app.formats.source import Source, attribute
from app.model import Block, Span


def alt_places(source: Source, blocks: Sequence[Block], places: Sequence[Place]) -> dict[str, list[Span]]:
    """Where the alt texts of a story's pictures stand, quotation marks included, by the addresses of the pictures.

    `places` are those of the `blocks`, in order. A picture that stands there twice is named where it says the same.
    """
    found: dict[str, list[Span]] = {}
    said: dict[str, str] = {}
    for block, element in pictured(blocks, places):
        address = block.attribute("src")
        alt = attribute(source.text, source.tag_of(element), "alt")
        if alt is not None and said.setdefault(address, block.attribute("alt")) == block.attribute("alt"):
            found.setdefault(address, []).append(alt[0])
    return found
