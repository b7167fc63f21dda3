"""A text, with HTML in it or without any markup, that is the value of something else: a string in JSON, data in XML."""

import re

from lxml import etree

from app.formats.parts import Place
from app.formats.rewriting import Changes, Piece, line_breaks
from app.formats.source import Source, attribute, quoted
from app.formats.weaving import HTML, Hand, Weaving
from app.formats.xhtml import Walk
from app.model import OBJECT, Span, Text
from app.safe.places import UNWRITABLE
from app.safe.xml import parse_html

MARKUP = re.compile(r"<(?:p|br|div|section|article|h[1-6]|ul|ol|table|em|strong|a|b|i|span|body|html)\b[^>]*>", re.IGNORECASE)
BLANK_LINE = re.compile(r"\S[^\S\n]*\n[^\S\n]*\n\s*\S")
PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
LINE = re.compile(r"\S[^\n]*")


class PlainSource(Source):
    """A text without tags against the paragraphs that were made of it, each at its span."""

    def __init__(self, text: str, paragraphs: dict[etree._Element, Span]) -> None:
        self.text, self.tags = text, []
        self._starts: list[int] = []
        self._paragraphs = paragraphs

    def spans(self, element: etree._Element, part: str) -> list[Span]:
        """Where each character of a paragraph stands."""
        span = self._paragraphs[element] if part == "text" else Span(0, 0)
        return [Span(at, at + 1) for at in range(span.start, span.end)]


def _words(text: Text) -> str:
    return line_breaks(text, "\n").replace(OBJECT, "")


PLAIN = Hand(words=str, inline=_words, code=_words, block=lambda part: _words(part.text), parting="\n\n")
"""How new text is written where there is no markup."""


class Value:
    """Such a text as blocks: `walk` has them and where each stands. Spans count the code points of the text.

    Raises UserError as `parse_html` does.
    """

    def __init__(self, text: str, spoken: str, *, markup: bool) -> None:
        self.text, self.markup = text, markup
        self.walk = Walk(spoken)
        self._paragraphs: dict[etree._Element, Span] = {}
        self._root = parse_html(text) if markup else self._lines()
        if self._root is not None:
            self.walk.over(self._root)

    @property
    def places(self) -> list[Place]:
        """Where each block stands."""
        return self.walk.gathering.places

    def pieces(self, what: Changes) -> list[Piece]:
        """What to replace by what in the text; `what` counts its blocks."""
        assert self._root is not None
        source = Source(self.text, self._root) if self.markup else PlainSource(self.text, self._paragraphs)
        return Weaving(source, self.places, HTML if self.markup else PLAIN).pieces(what)

    def described(self, image: etree._Element, words: str) -> list[Piece]:
        """What to replace by what, so that a picture in the text has this alt text."""
        assert self._root is not None
        source = Source(self.text, self._root)
        found = attribute(self.text, source.tag_of(image), "alt")
        return [] if found is None else [(found[0], quoted(words))]

    def _lines(self) -> etree._Element:
        """Paragraphs are parted by empty lines; where there are none, each line is one."""
        root = etree.Element("body")
        for found in (PARAGRAPH if BLANK_LINE.search(self.text) else LINE).finditer(self.text):
            paragraph = etree.SubElement(root, "p")
            paragraph.text = UNWRITABLE.sub(" ", found[0])
            self._paragraphs[paragraph] = Span(*found.span())
        return root
