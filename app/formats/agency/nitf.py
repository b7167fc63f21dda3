"""Clean HTML turned into NITF: the same blocks in its elements, none where its schema has no place for it."""

from collections.abc import Callable
from html import escape

from lxml import etree

from app.formats.agency.xhtml import parsed
from app.formats.elements import block, inline
from app.formats.parts import Part
from app.formats.weaving import Hand
from app.model import Text

EMPHASIS = {"em": "<em>", "strong": '<em class="strong">', "code": '<em class="code">'}
HOLDING_PICTURES = ("p", "h1", "h2", "h3", "h4", "li", "td", "th", "figcaption")


def nitf_inline(text: Text) -> str:
    """A text with its marks; a picture in it is gone, since only blocks can hold one."""
    return _words(parsed(inline(text)))


def nitf_block(part: Part) -> str:
    """One block."""
    return nitf_blocks(block(part, classes=True))


def nitf_blocks(written: str) -> str:
    """The blocks of clean HTML; who made a picture is named inside it."""
    found = list[str]()
    for element in parsed(written):
        credit = element.tag == "p" and element.get("class") == "credit"
        if credit and found and found[-1].endswith("</media>"):
            found[-1] = f"{found[-1].removesuffix('</media>')}<media-producer>{_words(element)}</media-producer></media>"
        else:
            found.append(_element(element))
    return "\n".join(found)


HAND = Hand(inline=nitf_inline, block=nitf_block, parting="<br/><br/>")
"""How new text is written into NITF."""


def _element(element: etree._Element) -> str:
    """A block, with the pictures in its text behind it."""
    name = str(element.tag)
    return BLOCKS[name](element) + ("" if name in WITH_PICTURES else _pictures(element))


def _paragraph(element: etree._Element) -> str:
    called = element.get("class")
    return f'<p class="{escape(called)}">{_words(element)}</p>' if called else f"<p>{_words(element)}</p>"


def _heading(element: etree._Element) -> str:
    level = "" if element.tag in {"h1", "h2"} else f' class="{element.tag}"'
    return f"<hl2{level}>{_words(element)}</hl2>"


def _list(element: etree._Element) -> str:
    start = f' seqnum="{escape(element.get("start", ""))}"' if element.get("start") else ""
    return f"<{element.tag}{start}>{''.join(f'<li>{_mixed(item)}</li>' for item in element)}</{element.tag}>"


def _quotation(element: etree._Element) -> str:
    return f"<bq><block>{''.join(map(_element, element))}</block></bq>"


def _code(element: etree._Element) -> str:
    return f"<pre>{escape(''.join(map(str, element.itertext())), quote=False)}</pre>"


def _rule(_rule: etree._Element) -> str:
    return "<hr/>"


def _table(element: etree._Element) -> str:
    rows = ("".join(f"<{cell.tag}>{_mixed(cell)}</{cell.tag}>" for cell in row) for row in element)
    return f"<table>{''.join(f'<tr>{cells}</tr>' for cells in rows)}</table>"


def _figure(element: etree._Element) -> str:
    captions = "".join(f"<media-caption>{_mixed(caption)}</media-caption>" for caption in element.iter("figcaption"))
    return "".join(_media(picture, captions) for picture in element.iterchildren("img"))


def _media(picture: etree._Element, captions: str = "") -> str:
    source, words = escape(picture.get("src", "")), escape(picture.get("alt", ""))
    return f'<media media-type="image"><media-reference source="{source}" alternate-text="{words}"/>{captions}</media>'


def _pictures(element: etree._Element) -> str:
    """The pictures in the text of a block, whose text can hold none."""
    found = (each for each in element.iter("img") if next(each.iterancestors(*HOLDING_PICTURES), None) is element)
    return "".join(map(_media, found))


def _mixed(element: etree._Element) -> str:
    """What stands in an element that holds text, blocks, or both."""
    return _words(element) + _pictures(element)


def _words(element: etree._Element) -> str:
    """The text of an element with what is marked in it, and the blocks in it."""
    inner = (_inner(child) + escape(child.tail or "", quote=False) for child in element)
    return escape(element.text or "", quote=False) + "".join(inner)


def _inner(child: etree._Element) -> str:
    name = str(child.tag)
    if name in EMPHASIS:
        return f"{EMPHASIS[name]}{_words(child)}</em>"
    if name == "a":
        return f'<a href="{escape(child.get("href", ""))}">{_words(child)}</a>'
    if name == "br":
        return "<br/>"
    return _element(child) if name in BLOCKS else ""


BLOCKS: dict[str, Callable[[etree._Element], str]] = {
    "p": _paragraph,
    **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "blockquote": _quotation,
    "pre": _code,
    "hr": _rule,
    "table": _table,
    "figure": _figure,
}
WITH_PICTURES = frozenset({"figure", "ul", "ol", "table", "blockquote"})
"""Blocks in which every picture has its place."""
