"""The offer to let a check only hint that is mostly dismissed here."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n import _
from ui.models.findings import title_of
from ui.session import Session


class DoubtCard(QFrame):
    """Says how often a check was right here, and asks what is to become of it; hidden where no check is in doubt."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Follow the findings of the session."""
        super().__init__(parent)
        self._session = session
        self._check = ""
        self.setProperty("look", "card")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.hint, self.leave = QPushButton(_("Only hint")), QPushButton(_("Leave it"))
        self.hint.clicked.connect(lambda: session.as_hint(self._check))
        self.leave.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.addWidget(self.hint)
        row.addWidget(self.leave)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addLayout(row)
        session.checked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look whether a check is in doubt."""
        doubt = self._session.doubt()
        self.setVisible(doubt is not None)
        if doubt is not None:
            self._check = doubt.check
            words = _("“{check}” was right only {fixed} of {decided} times here. Let it only hint?")
            self.told.setText(words.format(check=title_of(doubt.check), fixed=doubt.fixed, decided=doubt.decided))

    def _leave(self) -> None:
        self._session.leave_alone(self._check)
        self.refresh()
