"""The shortcut sheet: every command with its keys, by menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.i18n import _
from ui.actions import ACTIONS, MENUS, Action, plain

COLUMN = 66
"""Letters that a column of commands and keys takes."""


def keys_of(action: Action) -> str:
    """All keys of an action as they are written on this system; the keypad's Enter goes without saying."""
    native = QKeySequence.SequenceFormat.NativeText
    shown = [QKeySequence(key).toString(native) for key in action.shortcuts if not key.endswith("Enter")]
    return "   ".join(shown)


class KeysDialog(QDialog):
    """Lists the keys, made from the table of actions."""

    def __init__(self, parent: QWidget) -> None:
        """Lay the sheet out, in two columns where there is room."""
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        sheet = QWidget()
        columns = QGridLayout(sheet)
        columns.setHorizontalSpacing(44)
        columns.setRowStretch(len(MENUS), 1)
        groups = [self._group(name, plain(_(title))) for name, title in MENUS]
        across = 2 if parent.width() > 2 * COLUMN * QFontMetrics(QApplication.font()).averageCharWidth() else 1
        for number, group in enumerate(groups):
            columns.addLayout(group, number // across, number % across, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 16, 14)
        layout.addWidget(scroll)
        layout.addWidget(buttons)
        self.resize(min(parent.width() - 40, sheet.sizeHint().width() + 90), min(parent.height() - 40, 760))

    @staticmethod
    def _group(menu: str, title: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(5)
        heading = QLabel(title.upper())
        heading.setProperty("tone", "heading")
        heading.setContentsMargins(0, 10, 0, 2)
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, action in enumerate((a for a in ACTIONS if a.menu == menu and a.shortcuts), 1):
            keys = QLabel(keys_of(action))
            keys.setProperty("tone", "soft")
            grid.addWidget(QLabel(plain(_(action.text))), row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return grid
