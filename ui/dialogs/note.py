"""The note of a row, in a small frame over the desk."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from app.i18n import _
from ui.dialogs.popup import Popup
from ui.session import Session


class NotePopup(Popup):
    """Edits one row's note; closing keeps it, Escape does not."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Show the note of the current row."""
        super().__init__(parent, _("Note"))
        assert session.unit is not None
        self._session = session
        self._unit = session.current
        self._dropped = False
        title = QLabel(_("Note on {row}").format(row=session.label(self._unit)))
        title.setProperty("tone", "strong")
        self.text = QPlainTextEdit(session.unit.note)
        self.text.setProperty("look", "field")
        self.text.setAccessibleName(_("Note"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(110)
        self.text.installEventFilter(self)
        self.setFocusProxy(self.text)
        keep = QPushButton(_("Keep"))
        keep.setProperty("look", "primary")
        keep.clicked.connect(self.close)
        native = QKeySequence.SequenceFormat.NativeText
        keys = {name: QKeySequence(chord).toString(native) for name, chord in (("keep", "Ctrl+Return"), ("drop", "Esc"))}
        hint = QLabel(_("{keep} keeps, {drop} drops").format_map(keys))
        hint.setProperty("tone", "small")
        buttons = QHBoxLayout()
        buttons.addWidget(hint, 1)
        buttons.addWidget(keep)
        self.column.addWidget(title)
        self.column.addWidget(self.text)
        self.column.addLayout(buttons)
        self.text.setFocus()

    def hideEvent(self, _event: QEvent) -> None:
        """Keep what was written."""
        if not self._dropped:
            self._session.note(self.text.toPlainText(), self._unit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps, Escape drops."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.close()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._dropped = True
                self.close()
                return True
        return super().eventFilter(watched, event)
