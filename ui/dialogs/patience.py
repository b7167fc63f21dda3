"""Something that takes a while, cannot be given up, and that nothing may come in between."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

UNSEEN = 300
"""Milliseconds in which most of it is done, and nobody need be told."""


WIDTH = 360
"""Pixels in which most titles stand in a line or two."""


class Patience(QDialog):
    """Keeps keys and clicks away from its window until `accept` is called; it says why when that takes longer."""

    def __init__(self, told: str, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setWindowTitle(parent.windowTitle())
        self.setModal(True)
        self.setWindowOpacity(0)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setMinimumWidth(WIDTH)
        bar.setAccessibleName(told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        label = QLabel(told)
        label.setWordWrap(True)
        layout.addWidget(label)
        layout.addWidget(bar)
        QTimer.singleShot(UNSEEN, self, lambda: self.setWindowOpacity(1))

    def reject(self) -> None:
        """Stay: what was begun is finished."""
