"""The lot: what was read and marked, what follows, and the signature."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import _, interface_language
from app.review.lot import current
from app.review.reporting import lot_report
from app.review.signing import SignedLot, require_another_hand
from ui.dialogs.frame import fit
from ui.printing import ON_SCREEN, laid_out
from ui.session import Session
from ui.theme import Theme, restyle

SIZE = (860, 740)


class LotDialog(QDialog):
    """Shows the report of the lot under work, or of the last signed one; signs it. Emits `reporting` when it is wanted as a file."""

    reporting = Signal()

    def __init__(self, session: Session, theme: Theme, record: SignedLot, parent: QWidget) -> None:
        """Show a lot."""
        super().__init__(parent)
        self.setWindowTitle(_("Spot check"))
        self._session, self._theme = session, theme
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setAccessibleName(_("Report of the lot"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.sign = QPushButton(_("Sign as {name}").format(name=session.project.log.who or "–"))
        self.sign.setProperty("look", "primary")
        self.sign.clicked.connect(self._sign)
        self.write = QPushButton(_("Write report…"))
        self.write.clicked.connect(self._write)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.sign)
        row.addWidget(self.write)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.page, 1)
        layout.addLayout(row)
        fit(self, SIZE, theme)
        self._show(record)

    def _show(self, record: SignedLot) -> None:
        self.page.setDocument(laid_out(lot_report(self._session.project, record, interface_language()), self._theme, ON_SCREEN))
        self.sign.setVisible(not record.digest)
        if not record.digest:
            self._warn()
        else:
            self.told.setText(_("Signed by {name}.").format(name=record.signer))
            restyle(self.told, "tone", "good")
        following = self.write if record.digest else self.sign
        following.setDefault(True)
        following.setFocus()

    def _warn(self) -> None:
        """Say beforehand who may not sign."""
        lot = current(self._session.project)
        try:
            if lot is not None:
                require_another_hand(self._session.project, lot.articles, self._session.project.log.who.strip())
        except UserError as error:
            self._tell(str(error))

    def _tell(self, trouble: str) -> None:
        self.told.setText(trouble)
        restyle(self.told, "tone", "bad")

    def _write(self) -> None:
        self.accept()
        self.reporting.emit()

    def _sign(self) -> None:
        """Sign; who may not is told why."""
        try:
            self._session.sign_lot()
            record = self._session.record()
        except UserError as error:
            self._tell(str(error))
            return
        assert record is not None
        self._show(record)
