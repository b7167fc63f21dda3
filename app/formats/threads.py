"""The text of a block as the pieces of a file that hold it, and how words change in their places."""

from collections.abc import Collection, Sequence

from app.errors import UserError
from app.formats.rewriting import OTHERWISE, Change
from app.model import Attributes, Mark, MarkKind, Span, Text

Spot = tuple[int, int]
"""A piece by its number, and an offset in it."""


class Thread:
    """A block's text laid along the pieces it was read from; `fixed` are the numbers of those that stand for one sign each.

    White space and characters that nobody sees may stand in the pieces and not in the text. Raises UserError when anything
    else does not agree.
    """

    def __init__(self, text: Text, pieces: Sequence[str], fixed: Collection[int] = ()) -> None:
        self._text, self._pieces, self._fixed = text, pieces, frozenset(fixed)
        self._flat = flat = [(number, at) for number, piece in enumerate(pieces) for at in range(len(piece))]
        self._order: list[int] = []
        self.spots: list[Spot] = []
        at = 0
        for sign in text.plain:
            while at < len(flat) and not _same(sign, pieces[flat[at][0]][flat[at][1]]):
                if pieces[flat[at][0]][flat[at][1]].isalnum():
                    raise UserError(OTHERWISE)
                at += 1
            if at == len(flat):
                raise UserError(OTHERWISE)
            self.spots.append(flat[at])
            self._order.append(at)
            at += 1

    def edited(self, edits: Sequence[tuple[Span, str]], change: Change) -> list[str]:
        """The pieces with these words changed, which are those of the change; a fixed piece that is deleted is empty."""
        written = [list(piece) for piece in self._pieces]
        ahead: dict[Spot, str] = {}
        grown = 0
        for span, words in edits:
            for number, at in self._covered(span):
                written[number][at] = ""
            after = Span(span.start + grown, span.start + grown + len(words))
            grown += len(words) - span.length
            if words:
                spot = self._spot(span, marks_over(change.after.text, after.start))
                ahead[spot] = ahead.get(spot, "") + words
        return ["".join(ahead.get((number, at), "") + sign for at, sign in enumerate([*signs, ""])) for number, signs in enumerate(written)]

    def _covered(self, span: Span) -> list[Spot]:
        """What a span covers in the pieces, with the white space inside that the text does not show."""
        return self._flat[self._order[span.start] : self._order[span.end - 1] + 1] if span.length else []

    def _spot(self, span: Span, marks: frozenset[tuple[MarkKind, Attributes]]) -> Spot:
        """Where words go that stand for a span: into its first piece, or beside that neighbour whose marks they have."""
        left = (span.start - 1, 1) if span.start else None
        right = (span.start, 0) if span.start < len(self.spots) else None
        sides = [right, left] if span.length else [left, right]
        free = [side for side in sides if side and self.spots[side[0]][0] not in self._fixed]
        if not free:
            raise UserError(OTHERWISE)
        fitting = [side for side in free if marks_over(self._text, side[0]) == marks]
        at, behind = (fitting or free)[0]
        return self.spots[at][0], self.spots[at][1] + behind


def marks_over(text: Text, at: int) -> frozenset[tuple[MarkKind, Attributes]]:
    """What the marks over a character say."""
    return frozenset((mark.kind, mark.attributes) for mark in text.marks if mark.span.start <= at < mark.span.end and _counts(mark))


def _counts(mark: Mark) -> bool:
    return mark.kind not in {MarkKind.LINE_BREAK, MarkKind.PROTECTED, MarkKind.BREAK}


def _same(sign: str, raw: str) -> bool:
    return sign == raw or (sign.isspace() and raw.isspace())
