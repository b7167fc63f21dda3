"""A button with a menu, for mouse, keyboard and screen reader alike."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QToolButton


class MenuButton(QToolButton):
    """Opens its menu whenever it is pressed. A menu that Qt itself gives such a button opens for the mouse, but not for a screen reader."""

    def __init__(self, words: str, look: str) -> None:
        """Begin with an empty menu, which is filled by others."""
        super().__init__()
        self.setText(words)
        self.setProperty("look", look)
        self.popup = QMenu(self)
        self.popup.aboutToHide.connect(lambda: self.setDown(False))
        self.pressed.connect(self._open)

    def _open(self) -> None:
        self.popup.popup(self.mapToGlobal(QPoint(0, self.height())))
