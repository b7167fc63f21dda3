"""The panels beside the text: which of them there is room for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme

TEXT, LEFT, RIGHT = 1000, 208, 300
"""Pixels at 100 %: what the text needs for 60 characters a line on both sides, and how wide the panels are."""


class Sides(QWidget):
    """Text in the middle, a panel at either side; a panel folds away where the text would become too narrow.

    What a person asked for wins over the room there is, until the window changes its size. Emits `asked` then.
    """

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self._left, self._right = QWidget(), QWidget()
        self._has_left = self._has_right = self._left_first = False
        self._asked: dict[QWidget, bool] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def fill(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        """Put the three side by side."""
        self._left, self._right = left, right
        for panel, look, width in ((left, "left", LEFT), (right, "right", RIGHT)):
            panel.setProperty("look", look)
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            panel.setFixedWidth(round(self._theme.pixels(width)))
        self._layout.addWidget(left)
        self._layout.addWidget(middle, 1)
        self._layout.addWidget(right)

    def offer(self, *, left: bool, right: bool, left_first: bool = False) -> None:
        """Say which panels make sense now, and which one goes first where there is not room for both: usually the right."""
        self._has_left, self._has_right, self._left_first = left, right, left_first
        self._fold()

    @property
    def left(self) -> bool | None:
        """Whether a person asked to see the left panel, or not to see it; None where nobody said."""
        return self._asked.get(self._left)

    @property
    def right(self) -> bool | None:
        """Whether a person asked to see the right panel, or not to see it; None where nobody said."""
        return self._asked.get(self._right)

    def ask(self, *, left: bool | None, right: bool | None) -> None:
        """Show or fold the panels as a person once asked."""
        self._asked = {panel: wish for panel, wish in ((self._left, left), (self._right, right)) if wish is not None}
        self._fold()

    def toggle_left(self) -> None:
        """Show or fold the left panel."""
        self._toggle(self._left)

    def toggle_right(self) -> None:
        """Show or fold the right panel."""
        self._toggle(self._right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._asked.clear()
            self._fold()

    def _toggle(self, panel: QWidget) -> None:
        self._asked[panel] = panel.isHidden()
        self._fold()
        self.asked.emit()

    def _fold(self) -> None:
        """Give the room beside the text to one panel after the other."""
        px = self._theme.pixels
        room = self.width() - px(TEXT)
        panels = [(self._right, self._has_right, px(RIGHT)), (self._left, self._has_left, px(LEFT))]
        for panel, offered, width in reversed(panels) if self._left_first else panels:
            shown = offered and self._asked.get(panel, room >= width)
            room -= width if shown else 0
            panel.setVisible(shown)
