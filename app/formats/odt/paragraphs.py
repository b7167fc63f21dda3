"""Paragraphs written into an OpenDocument text that is there, with the looks of their neighbours."""

import re
from itertools import groupby

from lxml import etree

from app.formats.inline import Run, runs, sign
from app.formats.nodes import local, parent_of, value, words_in
from app.formats.odt.reader import DRAWING, LEFT_OUT
from app.formats.odt.styles import WRITTEN, Styles
from app.formats.odt.writer import STYLES
from app.formats.parts import Part
from app.formats.trees import Codes
from app.model import BlockKind, MarkKind, Text
from app.safe.links import safe_address

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
LOOK = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LINK = "{http://www.w3.org/1999/xlink}"
WORDS = frozenset("span a s tab line-break".split(" "))
PLAIN = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
"""Blocks that are what they are by where they stand."""
MEANT = re.compile(r"( {2,}|\t)")
"""White space that the format would take for a single space."""
LOOKS = {MarkKind.STRONG: ("font-weight", "bold"), MarkKind.EMPHASIS: ("font-style", "italic"), MarkKind.CODE: ("font-family", "monospace")}


class Paragraphs:
    """Writes paragraphs of one text; styles that it needs and has not are added to those that stand for work by hand."""

    def __init__(self, root: etree._Element, styles: Styles, codes: Codes) -> None:
        self._root, self._styles, self._codes = root, styles, codes
        self._named: dict[frozenset[MarkKind], str] = {}
        links = list(root.iter(f"{TEXT}a"))
        self._links = {safe_address(value(each, "href")): dict(each.attrib) for each in links}
        self._inside = next((value(each[0], "style-name") for each in links if len(each) and local(each[0]) == "span"), "")

    def like(self, model: etree._Element, part: Part) -> etree._Element:
        """A new paragraph that looks like another one of its kind, else like all of its kind."""
        level = part.attribute("level", "2") if part.kind is BlockKind.HEADING else ""
        paragraph = etree.Element(f"{TEXT}h" if level else f"{TEXT}p")
        paragraph.set(f"{TEXT}style-name", f"Heading_20_{level}" if level else self._look(model, part.kind))
        if level:
            paragraph.set(f"{TEXT}outline-level", level)
        self._fill(paragraph, part.text)
        return paragraph

    def _look(self, model: etree._Element, kind: BlockKind) -> str:
        own, meant = value(model, "style-name"), BlockKind.PARAGRAPH if kind in PLAIN else kind
        if local(model) == "p" and self._styles.kind(own) is meant:
            return self._styles.unbroken(own) or "Standard"
        return STYLES.get(kind) or self._running()

    def refill(self, paragraph: etree._Element, text: Text) -> None:
        """Write a paragraph's text anew; boxes, comments and what nobody sees of what stood in it follow the words."""
        kept = [each for each in paragraph.iterdescendants() if not self._codes.holds(each) and _stays(each)]
        kept = [each for each in kept if not any(other in kept for other in each.iterancestors())]
        for each in kept:
            each.tail = None
        for each in list(paragraph):
            paragraph.remove(each)
        self._fill(paragraph, text)
        paragraph.extend(kept)

    def _running(self) -> str:
        """The style of most paragraphs that are nothing else."""
        names = [value(each, "style-name") for each in self._root.iter(f"{TEXT}p") if local(parent_of(each)) in {"text", "section"}]
        plain = [
            self._styles.unbroken(name) for name in names if self._styles.kind(name) is BlockKind.PARAGRAPH and not self._styles.rules(name)
        ]
        return max(plain, key=plain.count, default="Standard")

    def _fill(self, paragraph: etree._Element, text: Text) -> None:
        paragraph.text = None
        for address, group in groupby(runs(text, paired=True), key=_address):
            into = paragraph
            if address:
                known = self._links.get(address) or {f"{LINK}type": "simple", f"{LINK}href": address}
                into = etree.SubElement(paragraph, f"{TEXT}a", known)
                into = etree.SubElement(into, f"{TEXT}span", {f"{TEXT}style-name": self._inside}) if self._inside else into
            for run in group:
                self._run(into, run)

    def _run(self, into: etree._Element, run: Run) -> None:
        mark = sign(run)
        if mark is not None and mark.kind is MarkKind.PROTECTED:
            code = self._codes.taken(mark)
            into.extend([] if code is None else [code])
            return
        styles = [dict(mark.attributes).get("style", "") for mark in run.marks if mark.kind is MarkKind.PAIRED]
        for style in filter(self._styles.has, styles):
            into = etree.SubElement(into, f"{TEXT}span", {f"{TEXT}style-name": style})
        kinds = frozenset(mark.kind for mark in run.marks if mark.kind in LOOKS)
        if kinds:
            into = etree.SubElement(into, f"{TEXT}span", {f"{TEXT}style-name": self._style(kinds)})
        if mark is not None:
            etree.SubElement(into, f"{TEXT}line-break")
        elif len(into):
            put_in(into[-1], "tail", (into[-1].tail or "") + run.text)
        else:
            put_in(into, "text", (into.text or "") + run.text)

    def _style(self, kinds: frozenset[MarkKind]) -> str:
        """A style that means just this: one of the file's own, or a new one."""
        if kinds not in self._named:
            names = [WRITTEN[kind] for kind in kinds if kind in WRITTEN]
            self._named[kinds] = names[0] if len(kinds) == len(names) == 1 else self._added(kinds)
        return self._named[kinds]

    def _added(self, kinds: frozenset[MarkKind]) -> str:
        holder = next((each for each in self._root if local(each) == "automatic-styles"), None)
        if holder is None:
            holder = etree.Element(self._root.tag.replace(local(self._root), "automatic-styles"))
            body = next(each for each in self._root if local(each) == "body")
            body.addprevious(holder)
        name = f"Marked_{'_'.join(sorted(kinds))}"
        style = etree.SubElement(holder, f"{STYLE}style", {f"{STYLE}name": name, f"{STYLE}family": "text"})
        etree.SubElement(style, f"{STYLE}text-properties", {f"{LOOK}{key}": look for key, look in (LOOKS[kind] for kind in sorted(kinds))})
        return name


def put_in(element: etree._Element, part: str, text: str) -> None:
    """Let a text stand in an element or behind it; white space that counts is elements of its own."""
    head, *pieces = MEANT.split(text)
    if part == "text":
        element.text = head
    else:
        element.tail = head
    holder, at = (element, 0) if part == "text" else (parent_of(element), parent_of(element).index(element) + 1)
    for space, words in zip(pieces[::2], pieces[1::2], strict=True):
        sign_ = etree.Element(f"{TEXT}tab") if space == "\t" else etree.Element(f"{TEXT}s", {f"{TEXT}c": str(len(space))})
        sign_.tail = words
        holder.insert(at, sign_)
        at += 1


def _stays(element: etree._Element) -> bool:
    """Whether an element holds no words of the paragraph: a box, a comment, a mark of a place."""
    if str(element.tag).startswith(DRAWING) or local(element) in LEFT_OUT:
        return True
    return local(element) not in WORDS and not words_in(element)


def _address(run: Run) -> str:
    link = next((mark for mark in run.marks if mark.kind is MarkKind.LINK), None)
    return safe_address(dict(link.attributes).get("href", "")) if link else ""
