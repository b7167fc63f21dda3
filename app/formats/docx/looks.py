"""What runs of Word look like beyond bold and italics: told apart by their properties, so that they can be given back."""

from collections.abc import Iterable

from lxml import etree

from app.formats.docx.styles import Styles
from app.formats.nodes import child, local, named, value
from app.model import Attributes

LOOKS = frozenset(
    "rStyle caps smallCaps strike dstrike outline shadow emboss imprint color highlight u effect bdr shd vertAlign em".split(" ")
)
"""Properties that a reader sees and no mark says; fonts and sizes are the paragraph's business."""
OF_LINKS = frozenset({"rStyle", "color", "u"})
"""Properties by which Word shows that words are a link."""
NAMES = {
    "vertAlign=superscript": "sup",
    "vertAlign=subscript": "sub",
    "highlight": "mark",
    "strike": "s",
    "u": "u",
}
"""What HTML calls such looks."""
UNSET = frozenset({"vertAlign=baseline", "u=none", "highlight=none", "color=auto"})


def seen(properties: etree._Element | None, styles: Styles, *, linked: bool) -> list[etree._Element]:
    """The properties that make a run look different."""
    known = styles.is_known(properties)
    return [
        each
        for each in (() if properties is None else properties)
        if local(each) in LOOKS
        and _said(each) not in UNSET
        and not (linked and local(each) in OF_LINKS)
        and not (known and local(each) == "rStyle")
    ]


def told(looks: Iterable[etree._Element]) -> Attributes:
    """What the mark over a run with these properties says; nothing for none."""
    said = sorted(map(_said, looks))
    names = (NAMES[key] for key in NAMES for each in said if key in {each, each.partition("=")[0]})
    return (("code", next(names, "looks")), ("looks", "; ".join(said))) if said else ()


def uniform(paragraph: etree._Element, styles: Styles) -> bool:
    """Whether all words of a paragraph look alike, so that nothing has to be told apart."""
    runs = [run for run in named(paragraph, "r") if child(run, "t") is not None]
    return len({told(seen(child(run, "rPr"), styles, linked=False)) for run in runs}) < 2


def _said(element: etree._Element) -> str:
    words = value(element) or " ".join(sorted(map(str, element.attrib.values())))
    return f"{local(element)}={words}" if words else local(element)
