"""What dialogs have alike: the buttons at their foot, and a part that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QScrollArea, QWidget

from app.i18n import _


def deciding(dialog: QDialog, verb: str, *, back: str = "") -> tuple[QDialogButtonBox, QPushButton]:
    """Buttons that accept or reject a dialog, and the one that accepts, with this verb; the other says `back`, or Cancel."""
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
    button = buttons.button(standard.Ok)
    button.setText(verb)
    button.setProperty("look", "primary")
    buttons.button(standard.Cancel).setText(back or _("Cancel"))
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, button


def closing(dialog: QDialog) -> QDialogButtonBox:
    """The one button of a dialog in which nothing is left to decide."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
    buttons.rejected.connect(dialog.reject)
    return buttons


def scrolling(part: QWidget) -> QScrollArea:
    """A part that may be taller than its place; it keeps the width."""
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
