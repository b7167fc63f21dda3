"""A corrected story woven into the markup it came in: words change in their places, all tags around them stay as they are written."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from itertools import takewhile
from typing import Any

from msgspec import Struct

from app import diff
from app.errors import UserError
from app.formats.elements import block, code, inline
from app.formats.parts import Part, Place
from app.formats.rewriting import OTHERWISE, Change, Changes, Piece, stitched
from app.formats.source import Source, Tag
from app.formats.threads import Thread
from app.formats.trees import pieces_of
from app.formats.xhtml import BLOCKS, MARKS, PLAIN_BLOCKS, Origin, is_inline
from app.model import BlockKind, Span, Text

PHRASES = "a span font u s sub sup small big mark abbr acronym q time data dfn var ins bdi bdo tt strike"
INLINE = frozenset({*MARKS, *PHRASES.split()})
BLOCK = frozenset({*BLOCKS, *PLAIN_BLOCKS}) - {"table", "tbody", "thead", "tfoot", "tr", "html", "body", "main", "article", "section"}
INSIDE_LISTS = frozenset({"li", "td", "th", "dt", "dd"})


def _escaped(words: str) -> str:
    return escape(words, quote=False)


class Hand(Struct, frozen=True):
    """How what is new is written: words, a text with its marks, the lines of code, a block, and what parts two texts in one element."""

    words: Callable[[str], str] = _escaped
    inline: Callable[[Text], str] = inline
    code: Callable[[Text], str] = code
    block: Callable[[Part], str] = partial(block, classes=False)
    parting: str = "<br><br>"


HTML = Hand()
Written = Callable[[Text, Sequence[Any], Span], str]
"""Writes the text of a block that is read from these elements and stands in this stretch, with the tags that the file has for it."""


class Weaving:
    """Changes to one text with markup, as pieces of it with what is to stand there.

    `places` say where each block of the story stands, `hand` how what is new is written, `written` how a block that was there is
    written anew, by the hand where nothing is said.
    """

    def __init__(self, source: Source, places: list[Place], hand: Hand = HTML, written: Written | None = None) -> None:
        self._source, self._places, self._hand, self._written = source, places, hand, written
        self._inside: Callable[[str], bool] = INLINE.__contains__ if written is None else is_inline

    @property
    def first(self) -> int:
        """The number of the block before which stands what is new at the head of the story."""
        return 0

    def text(self, what: Changes) -> str:
        """The text with all changes made."""
        return stitched(self._source.text, self.pieces(what))

    def pieces(self, what: Changes) -> list[Piece]:
        """What to replace in the text by what."""
        pieces = [piece for number, change in what.changed.items() for piece in self._changed(number, change)]
        pieces += [piece for number in what.removed for piece in self._removed(number)]
        return pieces + [piece for number, parts in what.added.items() for piece in self._added(number, parts)]

    def _removed(self, number: int) -> list[Piece]:
        there = self._places[number].origins or self._places[number].holder is not None
        return [(self._whole(number), "")] if there else []

    def _changed(self, number: int, change: Change) -> list[Piece]:
        origins, edits = pieces_of(self._places[number]), change.edits
        if not origins:
            raise UserError(OTHERWISE)
        if edits is None or change.after.kind is BlockKind.CODE:
            inner, text = self._inner(number), change.after.text
            return [(inner, self._anew(change.after.kind, text, [element for element, _part in origins], inner))]
        raw = [_raw(origin) for origin in origins]
        fixed = [at for at, (_element, part) in enumerate(origins) if part not in {"text", "tail"}]
        after = Thread(change.before, raw, fixed).edited(edits, change)
        return [
            piece for origin, old, new in zip(origins, raw, after, strict=True) if old != new for piece in self._respelled(origin, old, new)
        ]

    def _anew(self, kind: BlockKind, text: Text, elements: Sequence[Any], inner: Span) -> str:
        """A block that was there, written once more."""
        if kind is BlockKind.CODE:
            return self._hand.code(text)
        return self._hand.inline(text) if self._written is None else self._written(text, elements, inner)

    def _respelled(self, origin: Origin, old: str, new: str) -> list[Piece]:
        element, part = origin
        if part not in {"text", "tail"}:
            return [(self._source.outer(element), "")]
        spans = self._source.spans(element, part)
        found = [chunk for chunk in diff.chunks(old, new) if chunk.change is not diff.Change.EQUAL]
        return [(covered(spans, chunk.before), self._hand.words(chunk.after.of(new))) for chunk in found]

    def _inner(self, number: int) -> Span:
        """The text of a block with the inline tags around it."""
        ends = [place for origin in pieces_of(self._places[number]) for place in self._reach(origin)]
        start, end = min(span.start for span in ends), max(span.end for span in ends)
        opening, closing = (
            _while(self._source.before(start), self._inside, ends=False),
            _while(self._source.after(end), self._inside, ends=True),
        )
        left, right = _halves(self._source, Span(start, end), self._inside)
        both = min(len(opening) - left, len(closing) - right)
        if both < 0:
            return Span(start, end)
        start = opening[left + both - 1].span.start if left + both else start
        return Span(start, closing[right + both - 1].span.end if right + both else end)

    def _reach(self, origin: Origin) -> list[Span]:
        element, part = origin
        if part not in {"text", "tail"}:
            return [self._source.outer(element)] if part != "“" and str(element.tag) != "q" else []
        signs = zip(_raw(origin), self._source.spans(element, part), strict=True)
        return [span for sign, span in signs if not sign.isspace()]

    def _whole(self, number: int) -> Span:
        """A block with the tags of its element, if it is alone in there."""
        if not pieces_of(self._places[number]):
            return self._source.tag_of(self._places[number].holder).span
        inner = self._inner(number)
        before, after = self._source.before(inner.start), self._source.after(inner.end)
        if before and after and before[0].name == after[0].name in BLOCK and not before[0].ends and after[0].ends:
            text, end = self._source.text, after[0].span.end
            return Span(before[0].span.start, end + (len(text[end:]) - len(text[end:].lstrip("\r\n"))))
        return inner

    def _added(self, number: int, parts: tuple[Part, ...]) -> list[Piece]:
        """New blocks behind a block, as elements of their own where it has one."""
        inner = self._inner(self.first if number < 0 else number)
        if number < 0:
            start = next((tag.span.start for tag in self._source.before(inner.start) if not tag.ends and tag.name in BLOCK), inner.start)
            return [(Span(start, start), "".join(f"{self._hand.block(part)}\n" for part in parts))]
        closing = self._source.after(inner.end)
        if not closing or not closing[0].ends or closing[0].name not in BLOCK:
            return [(Span(inner.end, inner.end), "".join(f"{self._hand.parting}{self._hand.inline(part.text)}" for part in parts))]
        last, following = closing[0], closing[1:]
        item = last.name in INSIDE_LISTS and bool(following) and not following[0].ends
        for tag in [] if item else following:
            if not tag.ends or tag.name in {"article", "main", "section", "body", "html", "div"}:
                break
            last = tag
        hand = self._hand
        written = (f"\n<{last.name}>{hand.inline(part.text)}</{last.name}>" if item else f"\n{hand.block(part)}" for part in parts)
        return [(Span(last.span.end, last.span.end), "".join(written))]


def _raw(origin: Origin) -> str:
    element, part = origin
    return (element.text if part == "text" else element.tail if part == "tail" else part) or ""


def covered(spans: list[Span], part: Span) -> Span:
    """Where in the page a stretch of a text stands."""
    if part.length:
        return Span(spans[part.start].start, spans[part.end - 1].end)
    at = spans[part.start].start if part.start < len(spans) else spans[-1].end
    return Span(at, at)


def _while(tags: list[Tag], inside: Callable[[str], bool], *, ends: bool) -> list[Tag]:
    """The inline start or end tags at the head of these."""
    return list(takewhile(lambda tag: inside(tag.name) and tag.ends is ends, tags))


def _halves(source: Source, span: Span, inside: Callable[[str], bool]) -> tuple[int, int]:
    """How many inline elements a stretch closes that it did not open, and how many it opens that it does not close."""
    closed = opened = 0
    for tag in source.tags:
        if span.start <= tag.span.start < span.end and inside(tag.name):
            closed += tag.ends and not opened
            opened = max(0, opened - 1) if tag.ends else opened + 1
    return closed, opened
