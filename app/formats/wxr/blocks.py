"""A corrected story woven into the block markup of a post: what comes and goes are whole blocks, comments and all."""

import re

from msgspec import Struct
from msgspec.structs import replace

from app.formats.blockmarkup import marked
from app.formats.parts import Part, Place
from app.formats.rewriting import Piece
from app.formats.source import Source
from app.formats.weaving import Weaving
from app.model import BlockKind, Span

COMMENT = re.compile(r"<!--\s+(/?)wp:([a-z][\w/-]*)(?:\s+\{.*?\})?\s+(/?)-->", re.DOTALL)
HOLDERS = frozenset({"group", "columns", "column", "cover", "media-text", "details", "query", "post-template"})
"""Blocks that only hold others: what is new stands inside them."""
BETWEEN = "\n\n"
ITEM = "list-item"
TAG = re.compile(r"<[^>]*>", re.DOTALL)
SHOWN = re.compile(r"<(?:img|hr|video|audio|iframe|embed|object|svg|input|form)\b|<!--[^>]*/-->", re.IGNORECASE)


class Region(Struct, frozen=True):
    """A block: its name, where it stands with its comments, and what lies between them."""

    name: str
    outer: Span
    inner: Span


def regions(content: str) -> list[Region]:
    """The blocks of a content in the order of their ends; one whose comments do not match is none."""
    opened, found = list[tuple[str, int, int]](), list[Region]()
    for comment in COMMENT.finditer(content):
        if not comment[1] and not comment[3]:
            opened.append((comment[2], comment.start(), comment.end()))
        elif comment[1] and any(name == comment[2] for name, _start, _end in opened):
            while opened:
                name, start, end = opened.pop()
                if name == comment[2]:
                    found.append(Region(name, Span(start, comment.end()), Span(end, comment.start())))
                    break
    return found


def without_emptied(content: str, before: str) -> str:
    """A content without the blocks that hold nothing any more; those that held nothing `before` stay."""
    known = {each.outer.of(before) for each in regions(before)}
    while True:
        empty = next(
            (each for each in regions(content) if not _holds(each.inner.of(content)) and each.outer.of(content) not in known), None
        )
        if empty is None:
            return content
        content = content[: empty.outer.start] + content[empty.outer.end :].lstrip("\r\n")


def _holds(inner: str) -> bool:
    return bool(SHOWN.search(inner) or TAG.sub("", inner).strip())


class BlockWeaving(Weaving):
    """Weaving that knows the comments around the blocks."""

    def __init__(self, source: Source, places: list[Place]) -> None:
        super().__init__(source, places)
        self._regions = regions(source.text)

    def _around(self, span: Span) -> list[Region]:
        """The blocks that hold a stretch, the innermost first."""
        return [each for each in self._regions if each.inner.start <= span.start and span.end <= each.inner.end]

    def _added(self, number: int, parts: tuple[Part, ...]) -> list[Piece]:
        """New blocks behind the largest block that ends with this block of the story; before a further item of a list, as an item."""
        span = self._inner(max(0, number))
        around = self._around(span)
        if number < 0:
            outermost = next((region for region in reversed(around) if region.name not in HOLDERS), None)
            at = outermost.outer.start if outermost else span.start
            return [(Span(at, at), f"{marked(parts)}{BETWEEN}")] if outermost else super()._added(number, parts)
        ending = [region for region in around if region.name not in HOLDERS and self._ends(span.end, region)]
        if not ending:
            return super()._added(number, parts)
        items = around[0].name == ITEM and all(part.kind is BlockKind.LIST_ITEM for part in parts)
        found = around[0] if items else ending[-1]
        outside = {region.name for region in around[around.index(found) + 1 :]}
        as_it_fits = [_fitting(part, item=found.name == ITEM, quoted="quote" in outside) for part in parts]
        return [(Span(found.outer.end, found.outer.end), f"{'' if found.name == ITEM else BETWEEN}{marked(as_it_fits)}")]

    def _ends(self, at: int, region: Region) -> bool:
        """Whether nothing is said in a block behind an offset."""
        return not _holds(self._source.text[at : region.inner.end])


def _fitting(part: Part, *, item: bool, quoted: bool) -> Part:
    if item and part.kind is not BlockKind.LIST_ITEM:
        return replace(part, kind=BlockKind.LIST_ITEM, attributes=(("list", "bullet"), ("depth", "1")))
    return replace(part, kind=BlockKind.PARAGRAPH, attributes=()) if quoted and part.kind is BlockKind.QUOTATION else part
