"""What dialogs have alike: their size, the buttons at their foot, pages beside their names, small words, a part that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from app.i18n import _
from ui.theme import Theme

EDGE = 40
"""Pixels of its window that a dialog leaves free, in width and in height."""


def fit(dialog: QDialog, size: tuple[int, int], theme: Theme) -> None:
    """Make a dialog this large in pixels at 100 %, or as large as its window has room."""
    window = dialog.parentWidget()
    assert window is not None
    width, height = (round(theme.pixels(length)) for length in size)
    dialog.resize(min(window.width() - EDGE, width), min(window.height() - EDGE, height))


def small(words: str = "") -> QLabel:
    """A small remark that breaks its lines."""
    label = QLabel(words)
    label.setProperty("tone", "small")
    label.setWordWrap(True)
    return label


def paged(names: QListWidget, pages: QStackedWidget, told: str, spacing: int) -> QHBoxLayout:
    """The names of pages, which are there already, beside the one that is chosen; `told` is said of the list."""
    names.setAccessibleName(told)
    names.setProperty("look", "choices")
    names.setFixedWidth(names.sizeHintForColumn(0) + 40)
    names.currentRowChanged.connect(pages.setCurrentIndex)
    sides = QHBoxLayout()
    sides.setSpacing(spacing)
    sides.addWidget(names)
    sides.addWidget(pages, 1)
    return sides


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
