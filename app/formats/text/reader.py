"""Paragraphs of lines to blocks: title, deck, headings, list items, quotations; careful, since nothing says what they are."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from msgspec import Struct

from app.errors import UserError
from app.evidence.language import language_of
from app.formats.text.lines import Line, Wrapping, lines_of, wrapping_of
from app.formats.text.lists import CERTAIN, Kind, family, kinds_of_marked, marker
from app.i18n import N_
from app.model import Block, BlockKind, Document, Span, Text

BYLINE = re.compile(r"(?:By|Von|Text:)\s+[^\W\d_a-zäöüß]\S*(?:\s+\S+){1,7}$")
CREDIT = re.compile(r"(?:Photo|Picture|Image|Foto|Bild|Credit)s?:\s+\S.{0,80}$")
FULL_STOP = re.compile(r"[.…:;][\"'”“’‘»«›‹)\]]*$")
"""What no headline ends with; a question mark or an exclamation mark may well end one."""
INNER_STOP = re.compile(r"[.!?][\"'”“’‘»«›‹)\]]*\s+[^\W\d_a-zäöüß]")

TITLE_LENGTH = 200
LONE_SENTENCE = 120
LONGER = 1.5
"""A headline that ends in a stop is no longer than a tweet of old, and the usual paragraph is half as long again."""
HEADING_LENGTH = 80
LINE_LENGTH = 120
DECK_LENGTH = 300
DECK_WORDS = 4

PARAGRAPH: Kind = (BlockKind.PARAGRAPH, ())


class Piece(Struct, frozen=True):
    """The lines of one block to be."""

    lines: tuple[Line, ...]

    @property
    def first(self) -> str:
        """The text of the first line."""
        return self.lines[0].text

    @property
    def length(self) -> int:
        """Code points from the first word to the last."""
        return self.lines[-1].span.end - self.lines[0].span.start

    @property
    def stops(self) -> bool:
        """Whether its last line ends a sentence."""
        return self.lines[-1].stops


def document_of_text(text: str, language: str = "", origin: str = "txt") -> Document:
    """The Document of a plain text; its `text` is the one given. Raises UserError for a text without a word."""
    groups = lines_of(text)
    if not groups:
        raise UserError(N_("The file holds no text; choose one with a story, or paste one."))
    wrapping = wrapping_of(groups)
    pieces = [piece for group in groups for piece in _pieces(group, wrapping)]
    blocks = tuple(_block(piece, kind) for piece, kind in zip(pieces, _kinds(pieces), strict=True))
    return Document(language or language_of(text), origin, Text(text), blocks)


def _pieces(group: list[Line], wrapping: Wrapping) -> Iterator[Piece]:
    held = [group[0]]
    for line, after in pairwise(group):
        if _starts_item(held[0], line, after) or not _continues(held, after, wrapping):
            yield Piece(tuple(held))
            held = []
        held.append(after)
    yield Piece(tuple(held))


def _starts_item(first: Line, line: Line, after: Line) -> bool:
    r"""Whether a line is a list item of its own; "decided on\n3. May" is only a wrapped line."""
    sign = family(after.text)
    return bool(sign) and (sign in CERTAIN or sign == family(first.text) or line.stops)


def _continues(held: list[Line], after: Line, wrapping: Wrapping) -> bool:
    """Whether a line goes on with the paragraph of those before it."""
    line = held[-1]
    if wrapping.width:
        indented = after.indent > line.indent and not family(held[0].text)
        return not indented and wrapping.continues(line, after)
    # a story saved with one clause a line: "The council met on Monday\nand decided nothing."
    return not line.stops and after.text[:2].islower()


def _block(piece: Piece, kind: Kind) -> Block:
    marked = kind[0] in {BlockKind.LIST_ITEM, BlockKind.QUOTATION}
    start = piece.lines[0].span.start + (len(marker(piece.first)) if marked else 0)
    return Block(kind[0], Span(start, piece.lines[-1].span.end), kind[1])


def _kinds(pieces: list[Piece]) -> list[Kind]:
    marked = kinds_of_marked([piece.first for piece in pieces], [piece.lines[0].indent for piece in pieces])
    kinds = [kind or PARAGRAPH for kind in marked]
    head = _title_at(pieces, marked)
    if head >= 0:
        kinds[head] = (BlockKind.TITLE, ())
        if len(pieces) > head + 2 and marked[head + 1] is None and _is_deck(pieces[head + 1]):
            head += 1
            kinds[head] = (BlockKind.DECK, ())
    for at in range(head + 1, len(pieces)):
        if kinds[at] == PARAGRAPH and len(pieces[at].lines) == 1:
            kinds[at] = _named(pieces, at)
    return kinds


def _named(pieces: list[Piece], at: int) -> Kind:
    """What a paragraph of one line is, by its words and neighbours."""
    piece = pieces[at]
    if piece.length > LINE_LENGTH:
        return PARAGRAPH
    if at < 4 and BYLINE.match(piece.first) and not piece.stops:
        return (BlockKind.BYLINE, ())
    if CREDIT.match(piece.first):
        return (BlockKind.CREDIT, ())
    if 0 < at < len(pieces) - 1 and _is_heading(piece, pieces[at - 1], pieces[at + 1]):
        return (BlockKind.HEADING, (("level", "2"),))
    return PARAGRAPH


def _title_at(pieces: list[Piece], marked: list[Kind | None]) -> int:
    """The number of the title among the blocks, -1 where there is none.

    It is the first block if it does not end in a stop; else the second, when a stray line slipped in before it ("Here is the
    text:"); else a first block that is one sentence and stands apart from longer ones.
    """
    candidates = [at for at, piece in enumerate(pieces[:2]) if marked[at] is None and _fits_title(piece)]
    bare = [at for at in candidates if not _has_full_stop(pieces[at])]
    if bare and (bare[0] == 0 or (len(pieces) > 2 and pieces[2].stops and pieces[2].length > pieces[1].length)):
        return bare[0]
    return 0 if 0 in candidates and _stands_apart(pieces[0], pieces[1:]) else -1


def _fits_title(piece: Piece) -> bool:
    return piece.length <= TITLE_LENGTH and len(piece.lines) <= 3


def _stands_apart(first: Piece, rest: list[Piece]) -> bool:
    """Whether a first block that ends in a stop is set apart: by the only blank line, or as one sentence before longer blocks."""
    if not rest or not rest[0].lines[0].apart:
        return False
    if len(rest) > 1 and not any(piece.lines[0].apart for piece in rest[1:]):
        return True
    typical = median(piece.length for piece in rest)
    return not INNER_STOP.search(first.first) and first.length <= LONE_SENTENCE and typical > first.length * LONGER


def _has_full_stop(piece: Piece) -> bool:
    return FULL_STOP.search(piece.lines[-1].text) is not None


def _is_deck(piece: Piece) -> bool:
    """Whether the block after the title sums the story up: several words without a stop."""
    words = len(piece.first.split())
    return not piece.stops and piece.length <= DECK_LENGTH and words >= DECK_WORDS and not BYLINE.match(piece.first)


def _is_heading(piece: Piece, before: Piece, after: Piece) -> bool:
    """Whether a line is a subheading: short, without a stop, between a finished paragraph and a longer one."""
    # "Also of interest: A station saved" is a pointer to another story
    plain = not piece.stops and piece.length <= HEADING_LENGTH and piece.first[0].isalnum() and ": " not in piece.first
    return plain and before.stops and after.stops and after.length > piece.length
