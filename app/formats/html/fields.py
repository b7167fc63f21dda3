"""Fields of a page on their way back into it: each where it stands, a new one at the end of the head."""

from collections.abc import Iterable

from app.formats.html.head import meta
from app.formats.html.reader import Walked
from app.formats.parts import Part, Place, heading, is_alt
from app.formats.pictures import alt_places
from app.formats.rewriting import Changes, Piece
from app.formats.source import Source, quoted
from app.model import Block, Span
from app.model.fields import IDENTIFIER, SLUG, field_named

LASTING = frozenset({SLUG.name, IDENTIFIER.name})
"""What an emptied row leaves as it is: without it, nothing would lead to the story."""


class Beside:
    """The fields of one page by the numbers of their blocks."""

    def __init__(self, source: Source, story: Walked, places: list[Place], encoding: str) -> None:
        """`places` are those of all other blocks, in order; `own` are the numbers of the fields."""
        self._source, self._story, self._encoding = source, story, encoding
        self.own = story.own
        blocks = [block for number, block in enumerate(story.document.blocks) if number not in self.own]
        self._pictures = alt_places(source, blocks, places)

    def pieces(self, what: Changes) -> list[Piece]:
        """What becomes of the fields, and of the places that repeat the title."""
        pieces = list[Piece]()
        for number, change in what.changed.items():
            words = change.after.text.plain
            if number in self.own:
                pieces += self._said(number, words)
            elif number == heading(self._story.document.blocks):
                pieces += [(spot.span, spot.written(words, self._encoding)) for spot in self._story.repeated]
        for number in what.removed:
            if number in self.own and self._block(number).attribute("name") not in LASTING:
                pieces += self._said(number, "")
        return [*pieces, *self._added(what.fields)]

    def _block(self, number: int) -> Block:
        return self._story.document.blocks[number]

    def _said(self, number: int, words: str) -> list[Piece]:
        field = self._story.fields[number - self.own.start]
        if field is None:
            return [(span, quoted(words)) for span in self._pictures.get(self._block(number).attribute("src"), ())]
        return [(spot.span, spot.written(words, self._encoding)) for spot in field.spots]

    def _added(self, parts: Iterable[Part]) -> list[Piece]:
        """New fields as tags at the end of the head, or before everything where there is none."""
        fresh = [part for part in parts if not is_alt(part)]
        if not fresh:
            return []
        text, tags = self._source.text, self._source.tags
        end = next((tag.span.start for tag in tags if tag.name == "head" and tag.ends), None)
        title = next((tag.span.end for tag in tags if tag.name == "title" and tag.ends), None)
        start = next((tag.span.start for tag in tags if tag.name not in {"html", "head"}), len(text))
        at = end if end is not None else title if title is not None else start
        written = "".join(f"{meta(field_named(part.attribute('name')), part.text.plain)}\n" for part in fresh)
        return [(Span(at, at), written)]
