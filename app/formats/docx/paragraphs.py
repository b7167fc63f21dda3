"""Paragraphs written into a Word document that is there: with the looks of their neighbours, links and emphasis as marks say."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from app.formats.docx.package import Package
from app.formats.inline import Run, runs, sign
from app.formats.nodes import child, local, named
from app.formats.parts import Part
from app.model import BlockKind, Mark, MarkKind, Text
from app.safe.links import safe_address
from app.safe.xml import parse_xml

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
REFERENCE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SWITCHES = {MarkKind.STRONG: "b", MarkKind.EMPHASIS: "i"}
AFTER_SWITCHES = frozenset(
    "iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz "
    "szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split(" ")
)
"""Properties of a run that the schema puts behind bold and italics."""
KEPT = frozenset({"footnoteReference", "endnoteReference", "commentReference", "drawing", "pict", "object", "fldChar", "instrText"})
"""What stays in a paragraph that is written anew."""


class Paragraphs:
    """Writes paragraphs of one document; `links` are the relations that it needs then, by address."""

    def __init__(self, package: Package) -> None:
        self._space = str(package.document.tag).rpartition("}")[0].removeprefix("{")
        self._known = {relation.target: name for name, relation in package.relations.items() if relation.external}
        self._taken = set(package.relations)
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
        self._fill(paragraph, part.text, _plain(_looks(model)), [])
        return paragraph

    def refill(self, paragraph: etree._Element, pieces: Sequence[etree._Element], text: Text) -> None:
        """Write a paragraph's text anew in the looks of its first run; pictures, notes and fields stay."""
        looks = next((_run_looks(piece) for piece in pieces if local(piece) == "t"), None)
        pictures = [_run_of(piece) for piece in pieces if local(piece) in {"drawing", "pict"}]
        others = [run for run in named(paragraph, "r") if any(local(each) in KEPT for each in run) and run not in pictures]
        for each in [each for each in paragraph if local(each) in {"r", "hyperlink", "ins", "smartTag", "fldSimple", "sdt"}]:
            paragraph.remove(each)
        self._fill(paragraph, text, _plain(looks), pictures)
        for run in others:
            if not any(local(each) in {"fldChar", "instrText"} for each in run):
                paragraph.append(run)

    def with_links(self, relations: bytes | None) -> bytes:
        """The relations of the document with those of the new links."""
        root = parse_xml(relations or f'<Relationships xmlns="{RELATIONS}"/>'.encode())
        for address, name in self.links.items():
            element = etree.SubElement(root, f"{{{RELATIONS}}}Relationship")
            for key, text in (("Id", name), ("Type", LINK_TYPE), ("Target", address), ("TargetMode", "External")):
                element.set(key, text)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _fill(self, paragraph: etree._Element, text: Text, looks: etree._Element | None, pictures: list[etree._Element]) -> None:
        waiting = iter(pictures)
        for address, group in groupby(runs(text), key=_address):
            into = paragraph
            if address:
                into = etree.SubElement(paragraph, self._name("hyperlink"))
                into.set(f"{{{REFERENCE}}}id", self._relation(address))
            for run in group:
                mark = sign(run)
                if mark is not None and mark.kind is MarkKind.PROTECTED:
                    into.extend([picture] if (picture := next(waiting, None)) is not None else [])
                else:
                    into.append(self._run(run, looks, mark))

    def _run(self, run: Run, looks: etree._Element | None, mark: Mark | None) -> etree._Element:
        element = etree.Element(self._name("r"))
        properties = deepcopy(looks) if looks is not None else etree.Element(self._name("rPr"))
        kinds = {mark.kind for mark in run.marks}
        at = next((number for number, each in enumerate(properties) if local(each) in AFTER_SWITCHES), len(properties))
        for number, name in enumerate(name for kind, name in SWITCHES.items() if kind in kinds):
            properties.insert(at + number, etree.Element(self._name(name)))
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


def _run_of(piece: etree._Element) -> etree._Element:
    return next(around for around in piece.iterancestors() if local(around) == "r")


def _run_looks(piece: etree._Element) -> etree._Element | None:
    return child(_run_of(piece), "rPr")


def _looks(paragraph: etree._Element) -> etree._Element | None:
    run = next((run for run in named(paragraph, "r") if child(run, "t") is not None), None)
    return child(run, "rPr")


def _plain(looks: etree._Element | None) -> etree._Element | None:
    """The looks of a run without bold, italics and the style of a link, which marks say."""
    if looks is None:
        return None
    looks = deepcopy(looks)
    for gone in [each for each in looks if local(each) in {"b", "bCs", "i", "iCs", "rStyle"}]:
        looks.remove(gone)
    return looks
