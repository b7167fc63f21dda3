"""A small frame over the desk that closes when one clicks beside it or presses Escape."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

MARGIN = 12


class Popup(QFrame):
    """The frame; a subclass fills `column` and says what has the keyboard."""

    def __init__(self, parent: QWidget, name: str) -> None:
        """Take the name that screen readers say."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(8)

    def show_over(self, window: QWidget, width: int) -> None:
        """Open in the upper middle of a window."""
        self.setFixedWidth(min(width, window.width() - 4 * MARGIN))
        self.adjustSize()
        corner = window.mapToGlobal(QPoint((window.width() - self.width()) // 2, window.height() // 7))
        self.move(corner)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
