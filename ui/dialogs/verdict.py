"""The verdict on a story: one letter, and for what goes back or stops a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.i18n import N_, _
from app.review.verdict import GRAVE, KEYS, Decision, lacking, last_recipient
from ui.dialogs.popup import Popup
from ui.session import Session

WORDS = {
    Decision.PASS: N_("Passes as it is"),
    Decision.CORRECTED: N_("Passes with corrections"),
    Decision.RETURN: N_("Goes back"),
    Decision.STOP: N_("Is stopped"),
}
BY_KEY = {key: decision for decision, key in KEYS.items()}


class VerdictPopup(Popup):
    """Takes the verdict on one article, given with the `letter` already or not. Emits `given` once it was given."""

    given = Signal()

    def __init__(self, session: Session, number: int, parent: QWidget, letter: str = "") -> None:
        """Ask about an article of the project; with the letter of one that wants a reason, ask for that."""
        super().__init__(parent, _("Verdict"))
        self._session, self._number = session, number
        self._decision: Decision | None = None
        title = QLabel(session.project.article(number).title)
        title.setProperty("tone", "strong")
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(title)
        for decision, key in KEYS.items():
            self.column.addWidget(self._choice(decision, key))
        self.reason, self.to = QLineEdit(), QLineEdit(last_recipient(session.project.log.steps))
        self.told = QLabel()
        self.told.setProperty("tone", "bad")
        self.told.setWordWrap(True)
        self.told.hide()
        self.why = QWidget()
        form = QFormLayout(self.why)
        form.setContentsMargins(4, 4, 4, 4)
        form.addRow(_("Reason"), self.reason)
        form.addRow(_("To whom"), self.to)
        self._form = form
        self.column.addWidget(self.why)
        self.column.addWidget(self.told)
        for field in (self.reason, self.to):
            field.returnPressed.connect(self._give)
        self.why.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # for the letters; Tab goes to the choices
        if letter and BY_KEY[letter] in GRAVE:
            self.choose(BY_KEY[letter])

    def choose(self, decision: Decision) -> None:
        """Take a verdict; one that passes is given at once, the others ask why first."""
        self._decision = decision
        if decision not in GRAVE:
            self._give()
            return
        self._form.setRowVisible(1, decision is Decision.RETURN)
        self.why.show()
        self.adjustSize()
        self.reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter chooses."""
        decision = BY_KEY.get(event.text().lower())
        if decision is not None and self.why.isHidden():
            self.choose(decision)
        else:
            super().keyPressEvent(event)

    def _choice(self, decision: Decision, key: str) -> QPushButton:
        button = QPushButton(f"{key.upper()}    {_(WORDS[decision])}")
        button.setProperty("look", "row")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.choose(decision))
        return button

    def _give(self) -> None:
        """Give the verdict; where something is lacking for it, say what, and keep what was written."""
        assert self._decision is not None
        article = self._session.project.article(self._number)
        if self._decision is Decision.RETURN and self.reason.text().strip() and not self.to.text().strip() and not self.to.hasFocus():
            self.to.setFocus()
            return
        missing = lacking(article, self._decision, self.reason.text(), self.to.text())
        if missing is not None:
            self.told.setText(_(missing))
            self.told.show()
            self.adjustSize()
            return
        given = self._session.judge(self._number, self._decision, self.reason.text(), self.to.text())
        self.close()
        if given:
            self.given.emit()
