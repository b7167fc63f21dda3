"""One language version of a story, as imported."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, pairwise

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.model.text import PARAGRAPH_BREAK, Attributes, Mark, MarkKind, Span, Text

SOFT_BREAK = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n|\x0b|\x0c)[ \t]*")
"""A line break inside a block: where a line was wrapped, so it reads as one space."""

COMPOUND = re.compile(r"\w[-‐](?=[\r\n])")
SUSPENDED = re.compile(r"(?:und|oder|bzw|bis|sowie|statt|and|or|to|but)\b")
"""What follows a hyphen that stands for a part to come: "Vor- und Nachteile"."""


class BlockKind(StrEnum):
    """What a block of a story is."""

    KICKER = "kicker"
    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    CREDIT = "credit"
    TABLE_CELL = "table-cell"
    FIELD = "field"
    CODE = "code"
    FIGURE = "figure"
    RULE = "rule"
    EMBED = "embed"


class Block(Struct, frozen=True, omit_defaults=True):
    """A block of a Document; `span` points into the Document's text.

    Attributes by kind: ``level`` (heading), ``list`` = ``bullet`` or ``number`` and ``depth`` (list item), ``src`` and
    ``alt`` (figure), ``name`` (field).
    """

    kind: BlockKind
    span: Span
    attributes: Attributes = ()

    def attribute(self, name: str, default: str = "") -> str:
        """The value of one attribute."""
        return dict(self.attributes).get(name, default)


class Document(Struct, frozen=True, omit_defaults=True, dict=True):
    """One language version as imported: never changed, kept by `digest`.

    `language` is BCP 47, `origin` the name of the format it was read from, `text` the whole canonical text with its marks.
    `blocks` are in order and do not overlap; what lies between them is separator. For plain text `text` is the decoded file
    as read; for every other format it is the blocks joined by a blank line.
    """

    language: str
    origin: str
    text: Text
    blocks: tuple[Block, ...]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of everything in the Document, as hexadecimal digits."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()

    @property
    def title(self) -> str:
        """The words of the first title, or of the first block of the text when there is none; empty for an empty Document."""
        titles = [block for block in self.blocks if block.kind is BlockKind.TITLE]
        titles = titles or [block for block in self.blocks if block.kind is not BlockKind.FIELD] or list(self.blocks[:1])
        return self.excerpt(titles[0].span).plain if titles else ""

    @cached_property
    def tight(self) -> frozenset[int]:
        """The numbers of the blocks that begin on the very next line where most are set apart by an empty one."""
        gaps = [self.text.plain[one.span.end : two.span.start] for one, two in pairwise(self.blocks)]
        single = [number for number, gap in enumerate(gaps, 1) if gap.count("\n") == 1]
        return frozenset(single) if len(single) * 2 < len(gaps) else frozenset()

    @cached_property
    def fields(self) -> frozenset[str]:
        """The names of the fields that stand beside the text."""
        return frozenset(block.attribute("name") for block in self.blocks if block.kind is BlockKind.FIELD)

    def with_ids(self) -> "Document":
        """The same Document with an id on every mark, by which the parts of one that rows cut in two find each other again."""
        marks = tuple(mark if mark.id else replace(mark, id=f"m{number}") for number, mark in enumerate(self.text.marks, 1))
        return replace(self, text=Text(self.text.plain, marks))

    def block_index(self, offset: int) -> int:
        """The index of the last block that starts at or before this offset; -1 before the first."""
        if "_starts" not in self.__dict__:
            self.__dict__["_starts"] = [block.span.start for block in self.blocks]
        return bisect_right(self.__dict__["_starts"], offset) - 1

    def block_at(self, offset: int) -> Block:
        """The block that holds this offset, or the nearest before it."""
        return self.blocks[max(0, self.block_index(offset))]

    def excerpt(self, span: Span) -> Text:
        """A stretch as a reader sees it: wrapped lines joined by one space, a paragraph break as one U+2029 with its mark."""
        known: dict[Span, Text] = self.__dict__.setdefault("_excerpts", {})
        if span not in known:
            known[span] = self._excerpt(span)
        return known[span]

    def _excerpt(self, span: Span) -> Text:
        pieces = self._pieces(span)
        near = Text(self.text.plain, self._marks_near(span)).slice(span)
        breaks = tuple(mark for _piece, _instead, mark in pieces if mark is not None)
        text = Text(near.plain, (*near.marks, *breaks)).rewritten([(piece, instead) for piece, instead, _mark in pieces])
        return Text(text.plain, tuple(sorted(text.marks, key=lambda m: (m.span.start, -m.span.end)))) if text.marks else text

    def _marks_near(self, span: Span) -> tuple[Mark, ...]:
        """The marks that reach into a span, found without looking at those of the other blocks."""
        if "_marks" not in self.__dict__:
            marks = sorted(self.text.marks, key=lambda mark: mark.span.start)
            reach = list(accumulate((mark.span.end for mark in marks), max))
            self.__dict__["_marks"] = (marks, [mark.span.start for mark in marks], reach)
        marks, starts, reach = self.__dict__["_marks"]
        return tuple(marks[bisect_right(reach, span.start) : bisect_left(starts, span.end)])

    def offset(self, span: Span, at: int) -> int:
        """The offset in the Document of position `at` in ``excerpt(span)``."""
        place = span.start + at
        for piece, instead, _mark in self._pieces(span):
            if place - span.start <= piece.start:
                break
            place += piece.length - len(instead)
        return min(place, span.end)

    def _pieces(self, span: Span) -> list[tuple[Span, str, Mark | None]]:
        """What an excerpt replaces: stretches relative to `span`, in order, what stands there instead and its mark."""
        first, last = self.block_index(span.start), self.block_index(max(span.start, span.end - 1))
        if first == last:
            return self._soft_breaks(span, span.start)
        found = []
        for before, block in pairwise(self.blocks[max(0, first) : last + 1]):
            found += self._soft_breaks(Span(max(before.span.start, span.start), before.span.end), span.start)
            attributes = (("kind", block.kind.value), *block.attributes)
            gap = Span(before.span.end - span.start, block.span.start - span.start)
            found.append((gap, PARAGRAPH_BREAK, Mark(gap, MarkKind.BREAK, attributes)))
        return found + self._soft_breaks(Span(self.blocks[last].span.start, span.end), span.start)

    def _soft_breaks(self, span: Span, origin: int) -> list[tuple[Span, str, Mark | None]]:
        found = SOFT_BREAK.finditer(self.text.plain, span.start, span.end)
        return [(Span(m.start() - origin, m.end() - origin), self._read_break(Span(*m.span())), None) for m in found]

    def _read_break(self, line_end: Span) -> str:
        """What a line end inside a block reads as: nothing where a compound was wrapped at its hyphen, else a space."""
        plain, after = self.text.plain, line_end.end
        compound = line_end.start >= 2 and COMPOUND.match(plain, line_end.start - 2) and plain[after : after + 1].isalnum()
        return "" if compound and not SUSPENDED.match(plain, after) and not self._marks_near(line_end) else " "
