"""What Word's styles and numberings mean: which block a paragraph is, which marks a run has."""

import re

from lxml import etree
from msgspec import Struct

from app.formats.docx.package import Package, is_on
from app.formats.nodes import child, local, named, value
from app.model import Attributes, BlockKind, MarkKind

Kind = tuple[BlockKind, Attributes]

KINDS = {
    "title": BlockKind.TITLE,
    "titel": BlockKind.TITLE,
    "subtitle": BlockKind.DECK,
    "untertitel": BlockKind.DECK,
    "deck": BlockKind.DECK,
    "kicker": BlockKind.KICKER,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "credit": BlockKind.CREDIT,
    "caption": BlockKind.CAPTION,
    "beschriftung": BlockKind.CAPTION,
    "quote": BlockKind.QUOTATION,
    "zitat": BlockKind.QUOTATION,
    "intense quote": BlockKind.QUOTATION,
    "quotations": BlockKind.QUOTATION,
    "block text": BlockKind.QUOTATION,
    "html preformatted": BlockKind.CODE,
    "preformatted text": BlockKind.CODE,
    "macro": BlockKind.CODE,
    "macro text": BlockKind.CODE,
}
"""By the names that Word and LibreOffice store, in small letters."""
HEADING = re.compile(r"(?:heading|überschrift) ?([1-9])$")
LIST = re.compile(r"(?:list (bullet|number|continue)|(aufzählungszeichen)|(listennummer)) ?([2-9]?)$")
PROPERTIES = (("b", MarkKind.STRONG), ("i", MarkKind.EMPHASIS))
MARKS = {
    "strong": MarkKind.STRONG,
    "fett": MarkKind.STRONG,
    "emphasis": MarkKind.EMPHASIS,
    "hervorhebung": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "html code": MarkKind.CODE,
    "source text": MarkKind.CODE,
    "verbatim char": MarkKind.CODE,
}
"""Character styles by name, whatever they look like."""
DEPTH = 10
"""Styles are based on each other this deep at most; Word itself stops at eleven."""


class Style(Struct, frozen=True):
    """A style by its name in small letters, the id of the one it is based on, and its properties."""

    name: str
    base: str
    paragraph: etree._Element | None
    run: etree._Element | None


class Styles:
    """The styles and numberings of one document."""

    def __init__(self, package: Package) -> None:
        self._styles = {value(element, "styleId"): _style(element) for element in _children(package.styles, "style")}
        self._default = next(
            (
                value(e, "styleId")
                for e in _children(package.styles, "style")
                if value(e, "default") == "1" and value(e, "type") == "paragraph"
            ),
            "",
        )
        self._formats = _number_formats(package.numbering)

    def kind(self, properties: etree._Element | None) -> Kind:
        """What block a paragraph with these properties is."""
        chain = self._chain(value(child(properties, "pStyle")) or self._default)
        for style in chain:
            known = _kind_by_name(style.name)
            if known is not None:
                return known
        sources = [properties, *(style.paragraph for style in chain)]
        level = next((value(found) for source in sources if (found := child(source, "outlineLvl")) is not None), "")
        if level.isdecimal() and int(level) < 9:
            return (BlockKind.HEADING, (("level", str(int(level) + 1)),))
        return self._numbered(sources) or (BlockKind.PARAGRAPH, ())

    def _numbered(self, sources: list[etree._Element | None]) -> Kind | None:
        numbering = next((found for source in sources if (found := child(source, "numPr")) is not None), None)
        number, level = value(child(numbering, "numId")), value(child(numbering, "ilvl")) or "0"
        if not number or number == "0" or not level.isdecimal():
            return None
        name = "bullet" if self._formats.get((number, level), "bullet") in {"bullet", "none"} else "number"
        return (BlockKind.LIST_ITEM, (("list", name), ("depth", str(int(level) + 1))))

    def marks(self, properties: etree._Element | None) -> tuple[MarkKind, ...]:
        """The marks of a run with these properties: bold and italics, its own or those of its character style."""
        chain = self._chain(value(child(properties, "rStyle")))
        styled = [MARKS[style.name] for style in chain if style.name in MARKS]
        looking = [kind for name, kind in PROPERTIES if kind not in styled and self._is_on(name, properties, chain)]
        return (*styled, *looking)

    def is_known(self, properties: etree._Element | None) -> bool:
        """Whether the character style of a run, if it has any, is that of a link or says what a mark says."""
        names = {style.name for style in self._chain(value(child(properties, "rStyle")))}
        return not names or "hyperlink" in names or bool(names & MARKS.keys())

    def hidden(self, properties: etree._Element | None) -> bool:
        """Whether a run is hidden text."""
        return self._is_on("vanish", properties, self._chain(value(child(properties, "rStyle"))))

    def _is_on(self, name: str, properties: etree._Element | None, chain: list[Style]) -> bool:
        said = (is_on(source, name) for source in (properties, *(style.run for style in chain)))
        return next((on for on in said if on is not None), False)

    def _chain(self, name: str) -> list[Style]:
        """A style and those it is based on."""
        chain: list[Style] = []
        while name in self._styles and len(chain) < DEPTH:
            chain.append(self._styles[name])
            name = chain[-1].base
        return chain


def _kind_by_name(name: str) -> Kind | None:
    if name in KINDS:
        return (KINDS[name], ())
    heading, item = HEADING.match(name), LIST.match(name)
    if heading:
        return (BlockKind.HEADING, (("level", heading[1]),))
    if item:
        kind = "number" if item[1] == "number" or item[3] else "bullet"
        return (BlockKind.LIST_ITEM, (("list", kind), ("depth", item[4] or "1")))
    return None


def _style(element: etree._Element) -> Style:
    name = value(child(element, "name")).lower().strip()
    return Style(name, value(child(element, "basedOn")), child(element, "pPr"), child(element, "rPr"))


def _children(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if element is None else [found for found in element if local(found) == name]


def _number_formats(numbering: etree._Element | None) -> dict[tuple[str, str], str]:
    """The number format of every numbering and level."""
    if numbering is None:
        return {}
    abstract = {
        value(element, "abstractNumId"): {value(level, "ilvl"): value(child(level, "numFmt")) for level in named(element, "lvl")}
        for element in _children(numbering, "abstractNum")
    }
    return {
        (value(element, "numId"), level): form
        for element in _children(numbering, "num")
        for level, form in abstract.get(value(child(element, "abstractNumId")), {}).items()
    }
