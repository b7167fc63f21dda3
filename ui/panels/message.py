"""The bar under the top: one sentence, at most two ways to act on it, never a box in the way."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.i18n import _


class Way(Struct, frozen=True):
    """A button of the bar: its text and what it does."""

    text: str
    act: Callable[[], None]


class MessageBar(QFrame):
    """Shows one message until it is acted on or closed; a new one takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("look", "message")
        self.setAccessibleName(_("Message"))
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._answer = QLineEdit()
        self._answer.setMaximumWidth(260)
        self._ways = QHBoxLayout()
        close = QPushButton(_("Close"))
        close.setProperty("look", "link")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.setSpacing(10)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._answer)
        layout.addLayout(self._ways)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def say(self, sentence: str, *ways: Way) -> None:
        """Show a sentence with what can be done about it."""
        self._answer.hide()
        self._show(sentence, ways)

    def retell(self, sentence: str) -> None:
        """Say the same in other words, with the same ways to act."""
        self._text.setText(sentence)

    def ask(self, sentence: str, proposal: str, way: str, take: Callable[[str], None], *, at_once: bool = False) -> None:
        """Ask for one line of text; `take` gets it when it is not empty. The keyboard goes there `at_once` if somebody asked for it."""
        self._answer.setText(proposal)
        self._answer.setAccessibleName(sentence)
        self._answer.show()

        def answered() -> None:
            if self._answer.text().strip():
                take(self._answer.text().strip())

        button = self._show(sentence, (Way(way, answered),))[0]
        self._answer.returnPressed.connect(button.click, Qt.ConnectionType.SingleShotConnection)
        if at_once:
            self._answer.setFocus()
            self._answer.selectAll()

    def _show(self, sentence: str, ways: tuple[Way, ...]) -> list[QPushButton]:
        while (item := self._ways.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._text.setText(sentence)
        buttons = [self._button(way) for way in ways]
        for button in buttons:
            self._ways.addWidget(button)
        self.show()
        return buttons

    def _button(self, way: Way) -> QPushButton:
        button = QPushButton(way.text)
        button.clicked.connect(self.hide)
        button.clicked.connect(way.act)
        return button
