"""Marking an error: a letter for its kind, then one for its severity."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.i18n import _
from app.model import ErrorMark, Place, Severity, Side
from app.quality.typology import SEVERITY_KEYS, ErrorType
from app.reports.tones import NAMES
from ui.dialogs.popup import Popup
from ui.session import Session
from ui.theme import Theme, shape_icon

COLUMNS = 2


class MarkPopup(Popup):
    """Asks for kind and severity of an error at a place, or of a mark that is to be changed."""

    def __init__(self, session: Session, theme: Theme, place: Place, parent: QWidget, changed: ErrorMark | None = None) -> None:
        """Offer the kinds that can be marked on this side."""
        super().__init__(parent, _("Mark an error"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # for the letters; Tab goes to the choices
        self._session, self._place, self._changed = session, place, changed
        self._typology = session.typology
        self.kind: ErrorType | None = None
        words = place.span.of(session.text(place.unit, place.side))
        quoted = QLabel(f"“{words}”" if place.side is Side.SOURCE else f"„{words}“")
        quoted.setProperty("tone", "strong")
        quoted.setWordWrap(True)
        quoted.setTextFormat(Qt.TextFormat.PlainText)
        self.told = QLabel(_("What kind of error is it?"))
        self.told.setProperty("tone", "small")
        self.kinds, self.severities = QWidget(), QWidget()
        self._offer_kinds()
        self._offer_severities(theme)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Note on the error, before its severity (Tab)"))
        self.note.setAccessibleName(_("Note"))
        self.note.hide()
        for part in (quoted, self.told, self.kinds, self.severities, self.note):
            self.column.addWidget(part)
        self.severities.hide()

    def choose(self, kind: ErrorType) -> None:
        """Take a kind and ask for the severity; a typology with one severity does not ask."""
        self.kind = kind
        if len(self._typology.severities) == 1:
            self.mark(next(iter(self._typology.severities)))
            return
        self.told.setText(_("{kind}: how grave is it?").format(kind=_(kind.name)))
        self.kinds.hide()
        self.severities.show()
        self.note.setVisible(self._changed is None)
        self.adjustSize()

    def mark(self, severity: Severity) -> None:
        """Mark the error, or change the mark."""
        assert self.kind is not None
        self.close()
        if self._changed is not None:
            self._session.change_mark(self._changed.id, self.kind, severity)
        else:
            self._session.mark(self._place, self.kind, severity, self.note.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter chooses the kind, then the severity; Backspace goes back to the kinds."""
        letter = event.text().lower()
        kind = self._typology.by_key(letter) if letter else None
        severity = self._typology.severity_by_key(letter) if letter else None
        if event.key() == Qt.Key.Key_Backspace and self.kind is not None:
            self._back()
        elif self.kind is None and kind in self._fitting():
            self.choose(kind)
        elif self.kind is not None and severity is not None:
            self.mark(severity)
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        self.kind = None
        self.told.setText(_("What kind of error is it?"))
        self.severities.hide()
        self.note.hide()
        self.kinds.show()

    def _fitting(self) -> list[ErrorType]:
        """The kinds that can be marked on this side."""
        return [kind for kind in self._typology.types if kind.side is None or kind.side is self._place.side]

    def _offer_kinds(self) -> None:
        grid = QGridLayout(self.kinds)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        fitting = self._fitting()
        rows = -(-len(fitting) // COLUMNS)
        for at, kind in enumerate(fitting):
            button = self._row(f"{kind.key.upper()}    {_(kind.name)}")
            button.clicked.connect(lambda _checked=False, kind=kind: self.choose(kind))
            grid.addWidget(button, at % rows, at // rows)

    def _offer_severities(self, theme: Theme) -> None:
        grid = QGridLayout(self.severities)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for at, severity in enumerate(sorted(self._typology.severities, key=lambda s: -s.rank)):
            button = self._row(f"{SEVERITY_KEYS[severity].upper()}    {_(NAMES[severity])}")
            button.setIcon(shape_icon(theme, severity))
            button.clicked.connect(lambda _checked=False, severity=severity: self.mark(severity))
            grid.addWidget(button, at, 0)

    @staticmethod
    def _row(words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("look", "row")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
