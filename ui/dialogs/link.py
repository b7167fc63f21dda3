"""A link in the translation: its address and its words, in a small frame over the desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.i18n import _
from app.safe.links import safe_address
from ui.dialogs.popup import Popup


class LinkPopup(Popup):
    """Makes, changes or takes away a link; `kept` carries its words and its address, which is empty where it is to go."""

    kept = Signal(str, str)

    def __init__(self, words: str, address: str, parent: QWidget) -> None:
        """Show the words of the link, or those that are to become one, and where it leads."""
        super().__init__(parent, _("Link"))
        self._plain = words
        self.words = self._line(_("Words"), words)
        self.address = self._line(_("Address"), address)
        self.trouble = QLabel()
        self.trouble.setProperty("tone", "bad")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        self.remove = QPushButton(_("Remove the link"))
        self.remove.setVisible(bool(address))
        self.remove.clicked.connect(lambda: self._keep(""))
        keep = QPushButton(_("Keep"))
        keep.setProperty("look", "primary")
        keep.clicked.connect(self.keep)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(keep)
        self.column.addLayout(buttons)
        self.setFocusProxy(self.address if self.words.text() else self.words)
        (self.address if self.words.text() else self.words).setFocus()

    def keep(self) -> None:
        """Make the link, unless it lacks something or leads where no link of a story may lead."""
        address = self.address.text().strip()
        if not address or not self.words.text().strip():
            self._say(_("A link needs an address and words."))
        elif not safe_address(address):
            self._say(_("This address cannot be a link in a story: use http, https, mailto or tel."))
        else:
            self._keep(safe_address(address))

    def _keep(self, address: str) -> None:
        self.kept.emit(self.words.text().strip() or self._plain, address)
        self.close()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        self.adjustSize()

    def _line(self, name: str, text: str) -> QLineEdit:
        label, line = QLabel(name), QLineEdit(text)
        label.setProperty("tone", "small")
        label.setBuddy(line)
        line.setAccessibleName(name)
        line.returnPressed.connect(self.keep)
        self.column.addWidget(label)
        self.column.addWidget(line)
        return line
