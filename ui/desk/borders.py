"""The border between two rows, moved by the mouse: what lies between it and the mouse goes to the other row."""

import re
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.model import Side, Span
from ui.desk.page import Shape
from ui.desk.sheet import Sheet
from ui.desk.typesetting import Cell

GRIP = 4
"""Pixels at 100 % above and below a border at which it can be taken."""

VEIL = 70
"""How much of what will move is covered by its tint, of 255."""

WORD = re.compile(r"\S+\s*")


class Grip(Struct, frozen=True):
    """A border that can be taken: below the row of unit `upper`, on one side of the text."""

    upper: int
    lower: int
    side: Side


class Move(Struct, frozen=True):
    """Where a border would go: `span` of the text of `unit` changes rows, down when the mouse went up."""

    unit: int
    span: Span
    down: bool


def grip_at(sheet: Sheet, place: QPointF) -> Grip | None:
    """The border under the mouse; none beside passages, in the margins, and where a side has no neighbour."""
    columns, reach = sheet.columns, sheet.theme.pixels(GRIP)
    if columns.alone or not columns.source <= place.x() <= columns.target + columns.cell or columns.gutter < place.x() < columns.target:
        return None
    side = Side.SOURCE if place.x() < columns.gutter else Side.TARGET
    for (upper, _y), (lower, border) in pairwise(sheet.scroll.visible()):
        if abs(place.y() - border) <= reach and lower == upper + 1 and _whole(sheet, upper) and _whole(sheet, lower):
            return Grip(sheet.unit(upper).id, sheet.unit(lower).id, side)
    return None


def move_to(sheet: Sheet, grip: Grip, place: QPointF) -> Move | None:
    """What would change rows if the border were let go at a place: whole words, nothing beyond the two rows."""
    upper, lower = (sheet.model.position(unit) for unit in (grip.upper, grip.lower))
    if upper < 0 or lower < 0:
        return None
    goes_up = place.y() < sheet.scroll.top_of(lower)
    position, unit = (upper, grip.upper) if goes_up else (lower, grip.lower)
    cell = _cell(sheet, position, grip.side)
    if cell is None:
        return None
    x = sheet.columns.source if grip.side is Side.SOURCE else sheet.columns.target
    local = QPointF(place.x() - x, place.y() - sheet.scroll.top_of(position) - sheet.slip(position).lead)
    text = sheet.session.text(unit, grip.side)
    shown = cell.offset_at(local) if local.y() < cell.height else len(cell.prose.text)
    at = snapped(text, cell.prose.real(shown) if local.y() >= 0 else 0)
    span = Span(at, len(text)) if goes_up else Span(0, at)
    return Move(unit, span, goes_up) if span.length else None


def snapped(text: str, at: int) -> int:
    """The beginning of a word, or the end of the text, that lies nearest."""
    borders = [*(found.start() for found in WORD.finditer(text)), len(text)]
    return min(borders, key=lambda border: abs(border - at))


def paint_move(painter: QPainter, sheet: Sheet, grip: Grip, move: Move | None) -> None:
    """Tint the words that would change rows, and draw the border."""
    lower = sheet.model.position(grip.lower)
    columns, theme = sheet.columns, sheet.theme
    x = columns.source if grip.side is Side.SOURCE else columns.target
    border = sheet.scroll.top_of(lower)
    painter.setPen(QPen(QColor(theme.accent), theme.pixels(2)))
    painter.drawLine(QPointF(x - 6, border), QPointF(x + columns.cell, border))
    position = sheet.model.position(move.unit) if move else -1
    cell = _cell(sheet, position, grip.side) if position >= 0 else None
    if move is not None and cell is not None:
        tint = QColor(theme.accent)
        tint.setAlpha(VEIL)
        top = sheet.scroll.top_of(position) + sheet.slip(position).lead
        for span in cell.prose.shown(move.span):
            for rect in cell.rects(span):
                painter.fillRect(QRectF(x + rect.left(), top + rect.top(), rect.width(), cell.leading), tint)


def _whole(sheet: Sheet, position: int) -> bool:
    return sheet.page.group(position).shape is Shape.ROW and not sheet.unit(position).removed


def _cell(sheet: Sheet, position: int, side: Side) -> Cell | None:
    slip = sheet.slip(position)
    return slip.source if side is Side.SOURCE else slip.target
