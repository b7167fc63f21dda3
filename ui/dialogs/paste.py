"""Two texts pasted one after the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n import _
from ui.dialogs.frame import deciding
from ui.session import Session


class PasteDialog(QDialog):
    """Takes both texts in any order; the languages are recognised."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Begin with what is on the clipboard in the first field."""
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(_("Paste two texts"))
        self.first, self.second = self._field(_("One text")), self._field(_("The other text"))
        hint = QLabel(_("Paste the English story and its German translation, in any order: the languages are recognised."))
        hint.setProperty("tone", "soft")
        hint.setWordWrap(True)
        fields = QGridLayout()
        for column, (name, field) in enumerate(((_("One text"), self.first), (_("The other text"), self.second))):
            label = QLabel(name)
            label.setProperty("tone", "strong")
            label.setBuddy(field)
            fields.addWidget(label, 0, column)
            fields.addWidget(field, 1, column)
        self.buttons, self._button = deciding(self, _("Lay side by side"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addLayout(fields, 1)
        layout.addWidget(self.buttons)
        self.resize(min(parent.width() - 40, 860), min(parent.height() - 40, 520))
        for field in (self.first, self.second):
            field.textChanged.connect(self._check)
        self.first.setPlainText(QGuiApplication.clipboard().text())
        (self.second if self.first.toPlainText() else self.first).setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def accept(self) -> None:
        """Make a project of the two texts."""
        super().accept()
        self._session.open_texts(self.first.toPlainText(), self.second.toPlainText())

    @staticmethod
    def _field(name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setProperty("look", "field")
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        return field

    def _check(self) -> None:
        both = bool(self.first.toPlainText().strip() and self.second.toPlainText().strip())
        self._button.setEnabled(both)
