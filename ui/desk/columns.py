"""Where the columns of the page lie: number, source, gutter, translation."""

from msgspec import Struct

from ui.desk.typesetting import em
from ui.theme import Theme

MEASURE = 36
"""The longest line in ems: about 75 characters, what can be read with ease."""

NUMBER, GUTTER, MARGIN, GAP = 40, 46, 14, 10
"""Pixels at 100 %: the columns without text, the air at the sides and beside the numbers."""


class Columns(Struct, frozen=True):
    """Left edges and widths in whole pixels. In a cold read there is no source column: `source` is where it would end."""

    number: int
    number_width: int
    source: int
    gutter: int
    gutter_width: int
    target: int
    cell: int
    alone: bool

    @property
    def left(self) -> int:
        """The left edge of the current row's card."""
        return self.number - 2

    @property
    def right(self) -> int:
        """The right edge of the current row's card."""
        return self.target + self.cell + 10


def columns(width: int, theme: Theme, *, alone: bool = False) -> Columns:
    """The columns of a page of this width; `alone` for the translation by itself. What is left over lies at both sides."""
    number, gutter, margin, gap = (round(theme.pixels(size)) for size in (NUMBER, GUTTER, MARGIN, GAP))
    texts = 1 if alone else 2
    room = width - 2 * margin - number - gap - gutter
    cell = max(em(theme) * 5, min(room // texts, em(theme) * MEASURE))
    left = max(margin, (width - number - gap - gutter - texts * cell) // 2)
    source = left + number + gap
    at_gutter = source if alone else source + cell
    return Columns(left, number, source, at_gutter, gutter, at_gutter + gutter, cell, alone)
