"""The text of a block written anew into the page it came in: marks and codes in the very tags that the page has for them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from app.errors import UserError
from app.formats.elements import element, leaf
from app.formats.inline import Run, nested, sign
from app.formats.nodes import line_in
from app.formats.source import Source
from app.formats.xhtml import Walk
from app.model import Attributes, Mark, MarkKind, Span, Text

Meaning = tuple[MarkKind, Attributes]
ANYWHERE = frozenset({MarkKind.LINK, MarkKind.PAIRED})
"""Marks that say all about their element, wherever in the page it stands."""
HARMLESS = frozenset("sub sup abbr mark kbd samp var ins u s small q bdi dfn time data".split(" "))
"""Elements that may come into a page with a mark of another one, without their attributes."""


class Inlines:
    """Writes texts with the tags of one page; `codes` are the elements behind its codes."""

    def __init__(self, source: Source, walk: Walk, codes: Mapping[Attributes, Sequence[Any]]) -> None:
        self._source, self._walk, self._codes = source, walk, codes

    def written(self, text: Text, elements: Sequence[Any], inner: Span) -> str:
        """A text for the block that now stands in `inner` and is read from these elements, with what no text shows behind it."""
        here = {around for each in elements for around in (each, *each.iterancestors())}
        tags = defaultdict[Meaning, dict[str, str]](dict)
        for held, kind, attributes in self._walk.meanings:
            if held in here or kind in ANYWHERE:
                with suppress(UserError):
                    tag = self._source.tag_of(held).span
                    if inner.covers(tag) or kind in ANYWHERE:
                        tags[kind, attributes].setdefault(line_in(held), tag.of(self._source.text))

        def around(mark: Mark, inside: str) -> str:
            known = tags.get((mark.kind, mark.attributes))
            tag = known.get(" ".join(mark.span.of(text.plain).split()), next(iter(known.values()))) if known else ""
            return f"{tag}{inside}</{tag[1:].removesuffix('>').split()[0]}>" if tag else _new(mark, inside)

        return nested(text, self._leaf, around, paired=True) + self._unread(inner)

    def _leaf(self, run: Run) -> str:
        mark = sign(run)
        held = self._codes.get(mark.attributes) if mark is not None and mark.kind is MarkKind.PROTECTED else None
        return self._source.outer(held[0]).of(self._source.text) if held else leaf(run)

    def _unread(self, inner: Span) -> str:
        """Comments, scripts and empty elements that stand in a stretch of the page."""
        found = [span for span in self._source.comments if inner.covers(span)]
        for each in self._walk.unread:
            with suppress(UserError):
                found.append(self._source.outer(each))
        kept, end = list[str](), inner.start
        for span in sorted(found):
            if inner.covers(span) and span.start >= end:
                kept.append(span.of(self._source.text))
                end = span.end
        return "".join(kept)


def _new(mark: Mark, inside: str) -> str:
    if mark.kind is not MarkKind.PAIRED:
        return element(mark, inside)
    name = dict(mark.attributes).get("code", "")
    return f"<{name}>{inside}</{name}>" if name in HARMLESS else inside
