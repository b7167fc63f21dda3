"""Paragraphs written into a Word document that is there: with the looks of their neighbours, links and emphasis as marks say."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

from app.formats.docx.looks import LOOKS, OF_LINKS, uniform
from app.formats.docx.package import Package
from app.formats.docx.reader import FIELD
from app.formats.docx.styles import Styles
from app.formats.inline import Run, runs, sign
from app.formats.nodes import child, local, named
from app.formats.parts import Part
from app.formats.trees import Codes
from app.model import Attributes, BlockKind, Mark, MarkKind, Text
from app.safe.links import safe_address
from app.safe.xml import parse_xml

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
REFERENCE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SWITCHES = {MarkKind.STRONG: "b", MarkKind.EMPHASIS: "i"}
ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w "
    "kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
).split(" ")
"""Properties of a run in the order of the schema."""
KEPT = frozenset({"commentReference", "drawing", "pict", "object"})
"""What stays in a paragraph that is written anew, unless it is a code of the text."""
WRITTEN = frozenset({"r", "hyperlink", "ins", "smartTag", "fldSimple", "sdt", FIELD})


Looks = Mapping[Attributes, Sequence[Any]]
"""The properties of runs by what the marks over them say."""


class Paragraphs:
    """Writes paragraphs of one document; `links` are the relations that it needs then, by address.

    `codes` and `looks` say what stands behind codes among words and around them.
    """

    def __init__(self, package: Package, styles: Styles, codes: Codes, looks: Looks) -> None:
        self._styles, self._codes, self._around = styles, codes, looks
        self._space = str(package.document.tag).rpartition("}")[0].removeprefix("{")
        self._known = {relation.target: name for name, relation in package.relations.items() if relation.external}
        self._taken = set(package.relations)
        linked = next((run for link in named(package.document, "hyperlink") for run in named(link, "r")), None)
        self._of_links = [each for each in _children(child(linked, "rPr")) if local(each) in OF_LINKS]
        self.links: dict[str, str] = {}

    def like(self, model: etree._Element, part: Part) -> etree._Element:
        """A new paragraph that looks like another one, without its heading, list or break of section where the part is none."""
        paragraph = etree.Element(self._name("p"))
        looks = child(model, "pPr")
        if looks is not None and part.kind not in {BlockKind.HEADING, BlockKind.TITLE}:
            looks = deepcopy(looks)
            for gone in [each for each in looks if local(each) in {"sectPr", "outlineLvl", "pageBreakBefore"}]:
                looks.remove(gone)
            paragraph.append(looks)
        self._fill(paragraph, part.text, self._plain(model))
        return paragraph

    def refill(self, paragraph: etree._Element, text: Text) -> None:
        """Write a paragraph's text anew in the looks of its first run; boxes and comments stay."""
        looks = self._plain(paragraph)
        others = [run for run in named(paragraph, "r") if self._stays(run)]
        for each in [each for each in paragraph if local(each) in WRITTEN or self._codes.holds(each)]:
            paragraph.remove(each)
        self._fill(paragraph, text, looks)
        paragraph.extend(others)

    def _stays(self, run: etree._Element) -> bool:
        inside = list(run.iterdescendants())
        return any(local(each) in KEPT for each in inside) and not any(self._codes.holds(each) for each in inside)

    def _plain(self, paragraph: etree._Element) -> etree._Element | None:
        """The looks of a paragraph's first words, without what marks say."""
        run = next((run for run in named(paragraph, "r") if child(run, "t") is not None), None)
        looks = deepcopy(child(run, "rPr"))
        if looks is not None:
            said = {"b", "bCs", "i", "iCs", "rStyle"} | (set() if uniform(paragraph, self._styles) else LOOKS)
            for gone in [each for each in looks if local(each) in said]:
                looks.remove(gone)
        return looks

    def with_links(self, relations: bytes | None) -> bytes:
        """The relations of the document with those of the new links."""
        root = parse_xml(relations or f'<Relationships xmlns="{RELATIONS}"/>'.encode())
        for address, name in self.links.items():
            element = etree.SubElement(root, f"{{{RELATIONS}}}Relationship")
            for key, text in (("Id", name), ("Type", LINK_TYPE), ("Target", address), ("TargetMode", "External")):
                element.set(key, text)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _fill(self, paragraph: etree._Element, text: Text, looks: etree._Element | None) -> None:
        for address, group in groupby(runs(text, paired=True), key=_address):
            into = paragraph
            if address:
                into = etree.SubElement(paragraph, self._name("hyperlink"))
                into.set(f"{{{REFERENCE}}}id", self._relation(address))
            for run in group:
                mark = sign(run)
                if mark is not None and mark.kind is MarkKind.PROTECTED:
                    into.extend(self._code(mark))
                else:
                    into.append(self._run(run, looks, mark))

    def _code(self, mark: Mark) -> list[etree._Element]:
        """A code, in a run of its own with the looks it had where it stood in one."""
        run = self._codes.around(mark, "r")
        looks = deepcopy(child(run, "rPr"))
        element = self._codes.taken(mark)
        if element is None or run is None:
            return [] if element is None else [element]
        carrier = etree.Element(self._name("r"))
        carrier.extend([element] if looks is None else [looks, element])
        return [carrier]

    def _run(self, run: Run, looks: etree._Element | None, mark: Mark | None) -> etree._Element:
        element = etree.Element(self._name("r"))
        properties = deepcopy(looks) if looks is not None else etree.Element(self._name("rPr"))
        kinds = {mark.kind for mark in run.marks}
        properties.extend(etree.Element(self._name(name)) for kind, name in SWITCHES.items() if kind in kinds)
        for around in run.marks:
            properties.extend(map(deepcopy, self._around.get(around.attributes, ()) if around.kind is MarkKind.PAIRED else ()))
        if any(mark.kind is MarkKind.LINK for mark in run.marks):
            properties.extend(map(deepcopy, self._of_links))
        for twice in [each for each in properties if each.tag in {other.tag for other in each.itersiblings()}]:
            properties.remove(twice)
        properties[:] = sorted(properties, key=lambda each: ORDER.index(local(each)) if local(each) in ORDER else len(ORDER))
        if len(properties):
            element.append(properties)
        if mark is not None:
            etree.SubElement(element, self._name("br"))
        else:
            words = etree.SubElement(element, self._name("t"))
            words.text = run.text
            words.set(SPACE, "preserve")
        return element

    def _relation(self, address: str) -> str:
        if address in self._known:
            return self._known[address]
        if address not in self.links:
            name = next(name for number in range(len(self._taken) + len(self.links) + 1) if (name := f"rIdLink{number}") not in self._taken)
            self.links[address] = name
            self._taken.add(name)
        return self.links[address]

    def _name(self, name: str) -> str:
        return f"{{{self._space}}}{name}"


def _address(run: Run) -> str:
    link = next((mark for mark in run.marks if mark.kind is MarkKind.LINK), None)
    return safe_address(dict(link.attributes).get("href", "")) if link else ""


def _children(element: etree._Element | None) -> list[etree._Element]:
    return [] if element is None else list(element)
