"""Clean HTML as XML: for a body in XHTML, or to be turned into other elements."""

import re

from lxml import etree
from msgspec.structs import replace

from app.formats.elements import block, inline
from app.formats.parts import Part
from app.formats.weaving import Hand
from app.model import Text
from app.safe.places import UNWRITABLE

EMPTY = re.compile(r"<(br|hr|img[^>]*)>")
"""The empty elements that are ever written; a sign that ends a tag never stands in an attribute as it is."""


def closed(written: str) -> str:
    """Clean HTML with its empty elements closed and nothing in it that XML cannot hold."""
    return EMPTY.sub(r"<\1/>", UNWRITABLE.sub("", written))


def parsed(written: str) -> etree._Element:
    """Clean HTML as the children of one element."""
    return etree.fromstring(f"<div>{closed(written)}</div>")


def _inline(text: Text) -> str:
    return closed(inline(text))


def _block(part: Part) -> str:
    return closed(block(part, classes=True))


HAND = Hand(inline=_inline, block=_block, parting="<br/><br/>")
"""How new text is written into XHTML."""


def under(hand: Hand, prefix: str) -> Hand:
    """The same hand in a file that writes its elements with this prefix; the colon belongs to it."""

    def named(written: str) -> str:
        return re.sub(r"<(/?)", rf"<\1{prefix}", written)

    return replace(
        hand,
        inline=lambda text: named(hand.inline(text)),
        block=lambda part: named(hand.block(part)),
        parting=named(hand.parting),
    )
