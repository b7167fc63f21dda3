"""The painted rows for screen readers: a list whose items lie over the rows in sight and paint nothing.

Qt for Python cannot hand out accessible objects that are no widgets: they are freed under the screen reader. So every row in
sight has a widget that neither paints nor takes the mouse; there are none while nobody listens.
"""

from functools import cache

from PySide6.QtCore import QLocale, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

from app.i18n import _
from app.model import Side
from ui.desk.sheet import Sheet
from ui.models.spoken import spoken_row


def call(widget: QWidget, name: str, description: str = "") -> None:
    """Give a widget other words, where they are other ones: every change is announced."""
    if name != widget.accessibleName():
        widget.setAccessibleName(name)
    if description != widget.accessibleDescription():
        widget.setAccessibleDescription(description)


def _make_way(widget: QWidget) -> None:
    """Let mouse and keyboard pass through a part of the page that is painted already."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.show()


class SpokenText(QLabel):
    """One side of a row, in its language: a label, because Qt tells screen readers the language of its own kinds of widgets only."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        _make_way(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing."""


class Unpainted(QWidget):
    """A part of the page with a role of its own."""

    role = QAccessible.Role.Grouping

    def __init__(self, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        _make_way(self)


class SpokenRow(Unpainted):
    """A row with its two texts."""

    role = QAccessible.Role.ListItem

    def __init__(self, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        self.texts = {side: SpokenText(self) for side in Side}

    def tell(self, sheet: Sheet, position: int, box: QRect) -> None:
        """Become the row at a position, which covers a box of the window."""
        unit, article, columns = sheet.unit(position), sheet.model.article, sheet.columns
        assert article is not None
        self.setGeometry(box)
        here = position == sheet.position
        call(self, spoken_row(sheet.session, unit), _("current row") if here else "")
        languages = {Side.SOURCE: article.source.language, Side.TARGET: article.target.language}
        for side, left in ((Side.SOURCE, columns.source), (Side.TARGET, columns.target)):
            text = self.texts[side]
            text.setLocale(QLocale(languages[side]))
            text.setGeometry(left - box.left(), 0, columns.cell, box.height())
            call(text, sheet.session.text(unit.id, side) if side is Side.TARGET or unit.source else "")
            text.setVisible(bool(text.accessibleName()) and not here)  # the fields of the current row speak for themselves


class SpokenRows(Unpainted):
    """The rows in sight, in order."""

    role = QAccessible.Role.List

    def __init__(self, sheet: Sheet, parent: QWidget) -> None:
        """Lie over the whole page; `tell` fills it."""
        speak_widgets()
        super().__init__(parent)
        self._sheet = sheet
        self.rows: list[SpokenRow] = []
        call(self, _("Rows"))
        self.lower()

    def tell(self) -> None:
        """Follow the page, if anybody listens."""
        if not QAccessible.isActive():
            return
        page = self.parentWidget()
        assert page is not None
        self.setGeometry(page.rect())
        seen = [(row, y) for row, y in self._sheet.scroll.visible() if self._sheet.scroll.heights[row]]
        while len(self.rows) < len(seen):
            self.rows.append(SpokenRow(self))
        for shown, (row, y) in zip(self.rows, seen, strict=False):
            shown.tell(self._sheet, row, QRect(0, y, self.width(), self._sheet.scroll.heights[row]))
            shown.show()
        for idle in self.rows[len(seen) :]:
            idle.hide()


@cache
def speak_widgets() -> None:
    """Give the widgets of this module their roles, from now on."""
    QAccessible.installFactory(_interface)


_given: list[QAccessibleInterface] = []
"""What Qt holds without keeping it alive; it ends with the widgets."""


def _interface(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, Unpainted):
        return None
    made = QAccessibleWidget(thing, thing.role)
    _given.append(made)
    thing.destroyed.connect(lambda: _given.remove(made))
    return made
