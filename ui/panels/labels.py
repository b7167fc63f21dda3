"""Labels that stay in their place: text too long for it ends in an ellipsis and is whole in the tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

FEWEST = 6
"""Letters below which nothing is shown: an ellipsis alone says nothing."""


class Elided(QLabel):
    """One line of plain text that may be narrower than its words."""

    def __init__(self, look: str = "", parent: QWidget | None = None) -> None:
        """Take the look of the text, as the style sheet names it."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", look)

    def say(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(24, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        metrics = QFontMetrics(self.font())
        if self.width() < metrics.averageCharWidth() * FEWEST and metrics.horizontalAdvance(self.text()) > self.width():
            return
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)
