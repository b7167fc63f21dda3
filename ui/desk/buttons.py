"""Buttons that show what they do to the text, and the key that presses them."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.actions import ACTIONS, key_text
from ui.theme import Theme


class Run(Struct, frozen=True, array_like=True):
    """Words on a button and whether they are struck through."""

    words: str
    struck: bool = False


def key_of(action_id: str) -> str:
    """The key of an action as it is written on this system."""
    key = next((key_text(action) for action in ACTIONS if action.id == action_id), "")
    return key.replace("+", " ").replace("Return", "↵")


class KeyButton(QAbstractButton):
    """A button that shows runs of words and, unless it is terse, the key that presses it; `primary` is the one to press first."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self._theme = theme
        self._runs: Sequence[Run] = ()
        self._key = ""
        self._primary = False
        self.terse = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_as(self, theme: Theme, runs: Sequence[Run], key: str, *, primary: bool = False) -> None:
        """Show these words and this key."""
        self._theme, self._runs, self._key, self._primary = theme, runs, key, primary
        name = " ".join(run.words for run in runs if not run.struck)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words, key and the air around them."""
        px = self._theme.pixels
        words = sum(QFontMetricsF(self._font(run)).horizontalAdvance(run.words) for run in self._runs)
        key = self._key_width() + px(8) if self._key and not self.terse else 0
        return QSize(round(words + key + px(26)), round(px(32)))

    def minimumSizeHint(self) -> QSize:
        """Room for the key and a few letters."""
        return QSize(min(self.sizeHint().width(), round(self._key_width() + self._theme.pixels(90))), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        theme, px = self._theme, self._theme.pixels
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.accent if self._primary else theme.accent_bg if self.isDown() else theme.paper
        frame = theme.ink if self.hasFocus() else theme.accent if self._primary else theme.edge if self.underMouse() else theme.line
        painter.setPen(QPen(QColor(frame), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(7), px(7))
        key = self._key_width() if self._key and not self.terse else 0
        self._paint_words(painter, QRectF(px(12), 0, self.width() - px(24) - (key + px(8) if key else 0), self.height()))
        if key:
            self._paint_key(painter, QRectF(self.width() - px(10) - key, (self.height() - px(18)) / 2, key, px(18)))
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QColor(self._theme.on_accent if self._primary else self._theme.ink))
        left = box.left()
        for run in self._runs:
            painter.setFont(self._font(run))
            room = box.right() - left
            words = painter.fontMetrics().elidedText(run.words, Qt.TextElideMode.ElideRight, round(room) + 1)
            painter.drawText(QRectF(left, 0, room, box.height()), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
            left += QFontMetricsF(painter.font()).horizontalAdvance(run.words)
            if left >= box.right():
                break

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.on_accent if self._primary else theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.sans(11))
        painter.setPen(QColor(theme.on_accent if self._primary else theme.soft))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _key_width(self) -> float:
        return QFontMetricsF(self._theme.sans(11)).horizontalAdvance(self._key) + self._theme.pixels(10)

    def _font(self, run: Run) -> QFont:
        font = self._theme.sans(13)
        font.setStrikeOut(run.struck)
        return font
