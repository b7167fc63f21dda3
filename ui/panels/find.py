"""Finding words in source, translation and notes."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.i18n import _
from app.model import Side, Span
from ui.session import Session


class Match(Struct, frozen=True, array_like=True):
    """Where the words stand; `span` counts in the text that the row shows. A match in a note has an empty span."""

    unit: int
    side: Side
    span: Span


def matches(session: Session, words: str) -> Iterator[Match]:
    """Every place of the words in the story, case ignored, in the order of the rows."""
    wanted = words.lower()
    if session.article is None or not wanted:
        return
    for unit in session.article.units:
        for side in Side:
            text = session.text(unit.id, side).lower()
            at = text.find(wanted)
            while at >= 0:
                yield Match(unit.id, side, Span(at, at + len(wanted)))
                at = text.find(wanted, at + len(wanted))
        if wanted in unit.note.lower():
            yield Match(unit.id, Side.TARGET, Span(0, 0))


class FindBar(QWidget):
    """A line over the desk; emits `found` with a `Match` to be shown, and `left` when it is closed."""

    found = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("look", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._matches: list[Match] = []
        self._at = -1
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Find"))
        self.field.setPlaceholderText(_("Find in source, translation and notes"))
        self.field.setMaximumWidth(420)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self.next)
        self.told = QLabel()
        self.told.setProperty("tone", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.told)
        for text, act in ((_("Previous"), self.previous), (_("Next"), self.next), (_("Close"), self.close_bar)):
            button = QPushButton(text)
            button.clicked.connect(act)
            layout.addWidget(button)
        layout.addStretch(1)
        session.opened.connect(self.hide)
        self.hide()

    def open(self) -> None:
        """Show the bar and take the keyboard."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back."""
        self.hide()
        self.left.emit()

    def next(self) -> None:
        """Show the next place, from the last to the first."""
        self._turn(1)

    def previous(self) -> None:
        """Show the place before, from the first to the last."""
        self._turn(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._matches = list(matches(self._session, self.field.text()))
        self._at = -1
        self._tell()

    def _turn(self, by: int) -> None:
        """Search again, since the text may have changed, and go on from where one was."""
        self._matches = list(matches(self._session, self.field.text()))
        if self._matches:
            self._at = (max(self._at, -1 if by > 0 else 0) + by) % len(self._matches)
            self.found.emit(self._matches[self._at])
        self._tell()

    def _tell(self) -> None:
        if not self.field.text():
            self.told.setText("")
        elif self._matches:
            self.told.setText(_("{number} of {total}").format(number=self._at + 1 or "–", total=len(self._matches)))
        else:
            self.told.setText(_("nothing found"))
