"""A page as it is written: where its tags stand and from which characters each text of its tree comes."""

import html
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.rewriting import OTHERWISE
from app.formats.xhtml import VOID
from app.model import Span

TOKEN = re.compile(r"""<!--.*?-->|<[!?][^>]*>|<(/?)([a-zA-Z][^\s/>]*)(?:[^"'>]|"[^"]*"|'[^']*')*+>""", re.DOTALL)
RAW = frozenset({"script", "style"})
"""Elements in which nothing is a tag but their own end."""
ATTRIBUTE = re.compile(r"""([^\s"'=<>/]++)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);?")


class Tag(Struct, frozen=True, order=True):
    """A start or an end tag and where it stands, in code points."""

    span: Span
    name: str
    ends: bool


def tags_of(page: str) -> Iterator[Tag]:
    """The tags of a page in order; what stands in comments, scripts and styles is none."""
    return (tag for _covered, tag in _tokens(page) if tag is not None)


def _tokens(page: str) -> Iterator[tuple[Span, Tag | None]]:
    """What is no text, up to where text goes on: tags, each with the script or style behind it, comments and declarations."""
    at = 0
    while found := TOKEN.search(page, at):
        at, name = found.end(), (found[2] or "").lower()
        if name in RAW and not found[1]:
            close = re.compile(f"</{name}", re.IGNORECASE).search(page, at)
            at = close.start() if close else len(page)
        yield Span(found.start(), at), Tag(Span(*found.span()), name, bool(found[1])) if name else None


class Source:
    """The text of a page against its tree. Raises UserError when the one does not follow the other."""

    raw = RAW

    def __init__(self, text: str, root: etree._Element) -> None:
        self.text = text
        self.tags: list[Tag] = []
        self.comments: list[Span] = []
        self._signs: list[str] = []
        self._places: list[Span] = []
        self._scan()
        self._starts = [tag.span.start for tag in self.tags]
        self._spans: dict[tuple[etree._Element, str], list[Span]] = {}
        self._follow(root)
        self._elements = root

    def spans(self, element: etree._Element, part: str) -> list[Span]:
        """Where each character of an element's ``text`` or ``tail`` stands."""
        return self._spans[element, part]

    def tag_of(self, element: etree._Element) -> Tag:
        """The start tag of an element whose name the parser never makes up, such as a picture's."""
        found = self._tags_of.get(element)
        if found is None:
            raise UserError(OTHERWISE)
        return found

    @cached_property
    def _tags_of(self) -> dict[etree._Element, Tag]:
        """The start tag of every element that has one: the first of a name has the first tag of that name, and so on."""
        free: defaultdict[str, list[Tag]] = defaultdict(list)
        for tag in reversed(self.tags):
            if not tag.ends:
                free[tag.name].append(tag)
        return {element: left.pop() for element in self._elements.iter("*") if (left := free[str(element.tag)])}

    def outer(self, element: etree._Element) -> Span:
        """An element with its end tag, if it has one."""
        start = self.tag_of(element)
        if start.name in VOID or self.text[start.span.start : start.span.end].endswith("/>"):
            return start.span
        depth = 0
        for tag in self.tags[bisect_left(self._starts, start.span.start) :]:
            if tag.name == start.name:
                depth += -1 if tag.ends else 1
            if not depth:
                return Span(start.span.start, tag.span.end)
        raise UserError(OTHERWISE)

    def before(self, at: int) -> list[Tag]:
        """The tags that stand directly before an offset, nearest first, with nothing but white space between."""
        found, number = list[Tag](), bisect_left(self._starts, at) - 1
        while number >= 0 and not self.text[self.tags[number].span.end : at].strip():
            found.append(self.tags[number])
            at, number = self.tags[number].span.start, number - 1
        return found

    def after(self, at: int) -> list[Tag]:
        """The tags that stand directly behind an offset, nearest first, with nothing but white space between."""
        found, number = list[Tag](), bisect_left(self._starts, at)
        while number < len(self.tags) and not self.text[at : self.tags[number].span.start].strip():
            found.append(self.tags[number])
            at, number = self.tags[number].span.end, number + 1
        return found

    def _scan(self) -> None:
        at = 0
        for covered, tag in _tokens(self.text):
            self._read(at, covered.start)
            at = covered.end
            if tag is not None:
                self.tags.append(tag)
            elif self.text.startswith("<!--", covered.start):
                self.comments.append(covered)
        self._read(at, len(self.text))

    def _read(self, start: int, end: int) -> None:
        """Take in characters between tags, references as what they stand for."""
        at = start
        for found in REFERENCE.finditer(self.text, start, end):
            meant = html.unescape(found[0])
            if meant == found[0]:
                continue
            self._signs += self.text[at : found.start()]
            self._places += [Span(place, place + 1) for place in range(at, found.start())]
            self._signs += meant
            self._places += [Span(*found.span())] * len(meant)
            at = found.end()
        self._signs += self.text[at:end]
        self._places += [Span(place, place + 1) for place in range(at, end)]

    def _follow(self, root: etree._Element) -> None:
        """Lay the texts of the tree along the characters of the page; white space may be missing on either side."""
        at = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            part, text = ("text", element.text) if event == "start" else ("tail", element.tail)
            spans = list[Span]()
            for sign in "" if part == "text" and element.tag in self.raw else text or "":
                at = self._next(sign, at)
                found = at < len(self._signs) and (self._signs[at] == sign or (self._signs[at].isspace() and sign.isspace()))
                if not found and not sign.isspace():
                    raise UserError(OTHERWISE)
                place = self._places[at] if found else Span(self._end(at), self._end(at))
                spans.append(place)
                at += found
            self._spans[element, part] = spans

    def _next(self, sign: str, at: int) -> int:
        while at < len(self._signs) and self._signs[at] != sign and self._signs[at].isspace() and not sign.isspace():
            at += 1
        return at

    def _end(self, at: int) -> int:
        return self._places[at].start if at < len(self._places) else len(self.text)


def attribute(page: str, tag: Tag, name: str) -> tuple[Span, str] | None:
    """Where in a page an attribute of a tag has its value, quotation marks included, and what it says."""
    for found in ATTRIBUTE.finditer(page, *_inside(tag)):
        if found[1].lower() == name:
            raw = found[2]
            return Span(*found.span(2)), html.unescape(raw[1:-1] if raw[0] in "\"'" else raw)
    return None


def _inside(tag: Tag) -> tuple[int, int]:
    return tag.span.start + 1 + len(tag.name), tag.span.end - 1


def quoted(words: str) -> str:
    """The value of an attribute."""
    return f'"{html.escape(words, quote=False).replace(chr(34), "&quot;")}"'
