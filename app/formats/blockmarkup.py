"""Blocks to WordPress block markup: clean HTML between the comments by which its editor knows a block.

The comments and classes are those that the editor of WordPress 6.2 writes; older ones take them over when a post is edited.
"""

import json
from collections.abc import Sequence
from html import escape

from lxml import etree, html

from app.formats.body import body_html
from app.formats.elements import blocks
from app.formats.parts import Part
from app.formats.source import quoted
from app.model import BlockKind, Document
from app.safe.clean import clean_html

CLASSES = {
    "h2": "wp-block-heading",
    "h3": "wp-block-heading",
    "h4": "wp-block-heading",
    "blockquote": "wp-block-quote",
    "pre": "wp-block-code",
}
NAMES = {
    "p": "paragraph",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "ul": "list",
    "ol": "list",
    "li": "list-item",
    "blockquote": "quote",
    "figure": "image",
    "table": "table",
    "pre": "code",
}
CAPTION = "wp-element-caption"
VOID = frozenset({"br", "hr", "img"})


def block_markup(document: Document) -> str:
    """The story without its title as the content of a WordPress post; `body_html` says what is in it."""
    return "\n\n".join(map(_block, _elements(body_html(document))))


def marked(parts: Sequence[Part]) -> str:
    """Some blocks of a story; items of a list alone come without the list, for one that is there."""
    elements = _elements(clean_html("\n".join(blocks(parts, classes=False))))
    if all(part.kind is BlockKind.LIST_ITEM for part in parts):
        return "\n\n".join(_item(item) for listed in elements for item in listed)
    return "\n\n".join(map(_block, elements))


def _elements(body: str) -> list[etree._Element]:
    return list(html.fragment_fromstring(body, create_parent="div"))


def _block(element: etree._Element) -> str:
    """An element between its comments; an element that WordPress has no block for is a block of HTML."""
    name = NAMES.get(str(element.tag))
    inner, attributes = _dressed(element)
    if name is None:
        return _between("html", {}, inner)
    return _between(name, attributes, inner)


def _between(name: str, attributes: dict[str, object], inner: str) -> str:
    said = f" {json.dumps(attributes, ensure_ascii=False, separators=(',', ':'))}" if attributes else ""
    return f"<!-- wp:{name}{said} -->\n{inner}\n<!-- /wp:{name} -->"


def _dressed(element: etree._Element) -> tuple[str, dict[str, object]]:
    """The HTML of a block with its class, and what its comment says about it."""
    match str(element.tag):
        case "ul" | "ol" as tag:
            return _list(element, tag)
        case "blockquote":
            return f'<blockquote class="wp-block-quote">{"".join(_block(part) for part in element)}</blockquote>', {}
        case "figure":
            return _figure(element), {}
        case "table":
            return f'<figure class="wp-block-table">{_with_body(element)}</figure>', {}
        case "h3" | "h4" as tag:
            return _plain(element), {"level": int(tag[1])}
        case _:
            return _plain(element), {}


def _plain(element: etree._Element) -> str:
    if (name := CLASSES.get(str(element.tag))) is not None:
        element.set("class", name)
    return _written(element)


def _list(element: etree._Element, tag: str) -> tuple[str, dict[str, object]]:
    return f"<{tag}>{''.join(map(_item, element))}</{tag}>", {"ordered": True} if tag == "ol" else {}


def _item(element: etree._Element) -> str:
    """A list item; lists inside it are blocks of their own."""
    inner = [part for part in element if part.tag in {"ul", "ol"}]
    for part in inner:
        element.remove(part)
    written = _written(element).removesuffix("</li>")
    return _between("list-item", {}, written + "".join(map(_block, inner)) + "</li>")


def _figure(element: etree._Element) -> str:
    element.set("class", "wp-block-image")
    for caption in element.iter("figcaption"):
        caption.set("class", CAPTION)
    return _written(element)


def _with_body(table: etree._Element) -> str:
    """A table whose rows stand in a body, as the editor writes it."""
    if table.find("tbody") is None:
        body = etree.SubElement(table, "tbody")
        body.extend(table.findall("tr"))
    return _written(table)


def _written(element: etree._Element) -> str:
    """An element as HTML; lxml's own hand would spell addresses otherwise than they came."""
    tag = str(element.tag)
    start = "".join([f"<{tag}", *(f" {name}={quoted(element.get(name, ''))}" for name in map(str, element.keys())), ">"])
    if tag in VOID:
        return start
    inner = "".join(_written(part) + escape(part.tail or "", quote=False) for part in element)
    return f"{start}{escape(element.text or '', quote=False)}{inner}</{tag}>"
