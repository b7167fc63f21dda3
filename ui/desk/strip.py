"""The strip of fields that a CMS wants beside the story: what each is called and how long it is, left of its text."""

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.i18n import _
from app.model import BlockKind, BlockStart, Document, Severity, Unit
from app.model.fields import Field, field_named
from ui.desk.typesetting import Style, indent_of, leading_of, paint_underline
from ui.theme import Theme

LABEL, COUNTER = 11.5, 11
"""Pixels at 100 %."""


class Entry(Struct, frozen=True):
    """A field of the strip; `lengths` are those of source and translation in code points, as its limit counts."""

    field: Field
    lengths: tuple[int, int]


def field_of_row(unit: Unit, kind: BlockKind, source: Document) -> Field | None:
    """Which field a row belongs to; None for a row of the story."""
    if kind is not BlockKind.FIELD:
        return None
    name = dict(unit.opening.attributes).get("name", "") if isinstance(unit.opening, BlockStart) else ""
    return field_named(source.block_at(unit.source.start).attribute("name") if unit.source else name)


def counter(field: Field, length: int) -> str:
    """``171/160``, or nothing where any length is welcome."""
    return f"{length}/{field.limit}" if field.limit else ""


def paint_entry(painter: QPainter, theme: Theme, style: Style, box: QRectF, entry: Entry, side: int) -> None:
    """Name the field left of a text that lies in `box`, and count below; what is too long is underlined like a minor finding."""
    room, line = indent_of(style, theme, box.width()) - theme.pixels(8), leading_of(style, theme)
    painter.setFont(theme.sans(LABEL, QFont.Weight.Medium))
    painter.setPen(QColor(theme.soft))
    title = painter.fontMetrics().elidedText(_(entry.field.title), Qt.TextElideMode.ElideRight, round(room))
    painter.drawText(QRectF(box.left(), box.top(), room, line), Qt.AlignmentFlag.AlignVCenter, title)
    words, over = counter(entry.field, entry.lengths[side]), entry.lengths[side] > entry.field.limit
    painter.setFont(theme.sans(COUNTER, QFont.Weight.DemiBold if over else QFont.Weight.Normal))
    painter.setPen(QColor(theme.ink if over else theme.soft))
    metrics = painter.fontMetrics()
    below = QRectF(box.left(), box.top() + line - theme.pixels(4), metrics.horizontalAdvance(words), metrics.height())
    painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
    if over and words:
        paint_underline(painter, below.adjusted(0, 0, 0, -metrics.descent()), theme.pen(Severity.MINOR))
