"""Notes in brackets inside a sentence: what a desk, a model or a caption left there, with no brackets opposite."""

import re
from collections.abc import Iterator

from app.evidence.acts import LONGEST, Act, likeness
from app.evidence.pieces import Piece
from app.evidence.story import Row
from app.model import Span

_BRACKETED = re.compile(r"\((?P<round>[^()]{3,600})\)|\[(?P<square>[^\[\]]{3,600})\]")
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
_OPENING = "(["
_LEFT_BEHIND = (Act.NOTE, Act.PROMPT, Act.CHATTER, Act.CAPTION)
_SURE = 0.7
"""The likeness to examples from which brackets hold a note: of 37 that translators added to 150 articles, none but picture credits had it."""


def asides(row: Row) -> Iterator[tuple[Piece, Act, float]]:
    """The notes in brackets of a row with source, brackets included, each with its act and how sure that is."""
    text, source = row.target.plain, row.source.plain
    if not any(map(text.__contains__, _OPENING)) or any(map(source.__contains__, _OPENING)):
        return
    for match in _BRACKETED.finditer(text):
        said = (match["round"] or match["square"])[:LONGEST]
        likely = likeness(said) if _TWO_WORDS.search(said) else {}
        act = max(_LEFT_BEHIND, key=lambda known: likely.get(known, 0.0))
        if likely.get(act, 0.0) >= _SURE:
            yield Piece(row, Span(*match.span())), act, likely[act]
