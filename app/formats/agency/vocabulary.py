"""NITF read as HTML: its elements get the names by which HTML calls the same, in the tree alone."""

from collections.abc import Callable

from lxml import etree

from app.formats.xhtml import BLOCKS, MARKS, PLAIN_BLOCKS, SIGNS

READ_AS = {
    "hl1": ("h1", ""),
    "byline": ("p", "byline"),
    "dateline": ("p", "dateline"),
    "body.head": ("header", ""),
    "abstract": ("div", "deck"),
    "bq": ("blockquote", ""),
    "credit": ("p", "credit"),
    "datasource": ("p", "credit"),
    "media": ("figure", ""),
    "media-caption": ("figcaption", ""),
    "media-producer": ("p", "credit"),
    "tagline": ("p", ""),
    "bibliography": ("p", ""),
    **dict.fromkeys(("body.content", "body.end", "hedline", "block", "nitf-table"), ("div", "")),
    **dict.fromkeys(("media-metadata", "nitf-table-metadata", "key-list", "classifier", "tobject", "distributor"), ("meta", "")),
}
"""Elements of NITF as elements and classes of HTML; all others are called alike there, or stand for their words alone."""

NOT_THE_STORY = frozenset({"note", "fn", "rights", "series", "copyrite", "media-object"})
"""What an agency says to desks, and footnotes: left out of the story, which is said."""

BOLD, CODE = frozenset({"bold", "strong", "b"}), frozenset({"code", "monospace", "tt"})
"""Classes of emphasis that mean more than emphasis."""

RUNNING = frozenset({*BLOCKS, *MARKS, "p", "li", "td", "th", "dt", "dd", "a", "span", "q"}) - {"blockquote"}
"""Elements that hold running text: what they hold and HTML does not know only says of words what they are."""

KNOWN = frozenset({*BLOCKS, *PLAIN_BLOCKS, *MARKS, *SIGNS, "a", "span", "q", "note", "fn", "copyrite"})

LEVELS = frozenset({"h3", "h4"})
IMAGES = frozenset({"image", "photo", "picture", "graphic", ""})


def as_html(root: etree._Element) -> None:
    """Give the elements of a NITF tree the names of HTML."""
    for element in root.iter("*"):
        name, classes = str(element.tag), element.get("class", "").lower().split()
        if name in SPECIAL:
            SPECIAL[name](element, classes)
        elif name in READ_AS:
            element.tag, called = READ_AS[name]
            if called:
                element.set("class", called)
        elif name not in KNOWN and _in_text(element):
            element.tag = "span"


def _in_text(element: etree._Element) -> bool:
    """Whether an element stands in running text: what is around it has its new name by now."""
    parent = element.getparent()
    return parent is not None and parent.tag in RUNNING


def _heading(element: etree._Element, classes: list[str]) -> None:
    """A second headline is a kicker or a deck, and in the body a heading."""
    parent = element.getparent()
    if parent is not None and next(parent.iterchildren("h1"), None) is not None:  # the first headline has its new name by now
        element.tag = "p"
        element.set("class", "kicker" if "kicker" in classes else "deck")
    else:
        element.tag = next((name for name in classes if name in LEVELS), "h2")


def _emphasis(element: etree._Element, classes: list[str]) -> None:
    element.tag = "strong" if BOLD & {*classes} else "code" if CODE & {*classes} else "em"


def _numbered(element: etree._Element, _classes: list[str]) -> None:
    element.set("start", element.get("seqnum", ""))


def _picture(element: etree._Element, _classes: list[str]) -> None:
    """The first of several renditions is the picture; what plays is none."""
    media = element.getparent()
    kind = "" if media is None else media.get("media-type", "").lower()
    first = media is None or next(media.iterchildren("img", "video"), None) is None
    element.tag = ("img" if kind in IMAGES else "video") if first else "link"
    element.set("src", element.get("source", ""))
    element.set("alt", element.get("alternate-text", ""))


SPECIAL: dict[str, Callable[[etree._Element, list[str]], None]] = {
    "hl2": _heading,
    "em": _emphasis,
    "ol": _numbered,
    "media-reference": _picture,
}
