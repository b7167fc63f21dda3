"""What the lists beside the text and in dialogs share: rows of two lines with a shape, painted by one delegate."""

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from app.model import Severity
from ui.theme import Theme, paint_shape

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

INSET, SHAPE, GAP = 8, 11, 6
"""Pixels at 100 %: around a row, the size of a shape, between things in a row."""


class Line(Struct, frozen=True):
    """A row of a list: a strong line with something at its right, and a quiet one with counts by severity before it."""

    title: str
    detail: str = ""
    right: str = ""
    shape: Severity | None = None
    right_shape: Severity | None = None
    counts: tuple[tuple[Severity, int], ...] = ()


class TwoLines(QStyledItemDelegate):
    """Paints a `Line`; a subclass says which line an index is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Take the look."""
        super().__init__(parent)
        self._theme = theme
        self._strong = theme.sans(13, QFont.Weight.DemiBold)
        self._quiet = theme.sans(11.5)

    def line(self, index: Index) -> Line:
        """What to paint for an index."""
        return Line(str(index.data()))

    def sizeHint(self, _option: "QStyleOptionViewItem", _index: Index) -> QSize:
        """Two lines and the air around them."""
        lines = QFontMetrics(self._strong).height() + QFontMetrics(self._quiet).height()
        return QSize(120, round(lines + self._theme.pixels(2 * INSET) + 2))

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        """Paint card, shape, title, place and detail."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        self._paint_card(painter, option, box)
        line, px = self.line(index), self._theme.pixels
        inner = box.adjusted(px(INSET), px(INSET) - 2, -px(INSET), -px(INSET) + 2)
        top = QFontMetrics(self._strong).height()
        if line.shape is not None:
            size = px(SHAPE)
            paint_shape(painter, self._theme, line.shape, QRectF(inner.left(), inner.top() + (top - size) / 2, size, size))
            inner.setLeft(inner.left() + size + px(GAP) + 2)
        right = self._paint_right(painter, line, inner, top)
        self._write(painter, line.title, QRectF(inner.left(), inner.top(), right - inner.left(), top), self._strong, self._theme.ink)
        below = QRectF(inner.left(), inner.top() + top + 1, inner.width(), inner.height() - top)
        self._paint_below(painter, line, below)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: "QStyleOptionViewItem", box: QRectF) -> None:
        states = QtWidgets.QStyle.StateFlag  # looked up late: the type takes longer to come than all that is imported here
        selected = bool(option.state & states.State_Selected)
        hovered = bool(option.state & states.State_MouseOver)
        if not (selected or hovered):
            return
        focused = bool(option.state & states.State_HasFocus)
        frame = self._theme.accent if focused else self._theme.line
        painter.setPen(QPen(QColor(frame), 1) if selected else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.paper if selected else self._theme.bg))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def _paint_right(self, painter: QPainter, line: Line, inner: QRectF, height: int) -> float:
        """Write what stands at the right of the first line; returns where the title must end."""
        if not line.right:
            return inner.right()
        width = QFontMetrics(self._quiet).horizontalAdvance(line.right) + 2
        color = self._theme.color(line.right_shape).name() if line.right_shape else self._theme.soft
        self._write(painter, line.right, QRectF(inner.right() - width, inner.top(), width, height), self._quiet, color)
        left = inner.right() - width - self._theme.pixels(GAP)
        if line.right_shape is not None:
            size = self._theme.pixels(SHAPE)
            left -= size
            paint_shape(painter, self._theme, line.right_shape, QRectF(left, inner.top() + (height - size) / 2, size, size))
            left -= self._theme.pixels(GAP)
        return left

    def _paint_below(self, painter: QPainter, line: Line, box: QRectF) -> None:
        height, size = QFontMetrics(self._quiet).height(), self._theme.pixels(SHAPE - 2)
        for severity, count in line.counts:
            paint_shape(painter, self._theme, severity, QRectF(box.left(), box.top() + (height - size) / 2, size, size))
            number = f" {count}"
            self._write(painter, number, box.adjusted(size, 0, 0, 0), self._quiet, self._theme.color(severity).name())
            box.setLeft(box.left() + size + QFontMetrics(self._quiet).horizontalAdvance(number) + self._theme.pixels(GAP + 2))
        self._write(painter, line.detail, box, self._quiet, self._theme.soft)

    @staticmethod
    def _write(painter: QPainter, text: str, box: QRectF, font: QFont, color: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, shown)


class RowList(QListView):
    """A list of two-line rows: one selected, every row alike high, no horizontal scrolling."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take the name that screen readers say."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_current(self, index: QModelIndex) -> None:
        """Select a row without announcing a choice; an invalid index selects nothing."""
        if index == self.currentIndex():
            return
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
