"""Before a service is asked: which one, and exactly what would leave this computer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.i18n import _, ngettext
from app.model import Side
from app.opinions import SERVICES, Account, Need
from app.settings import Asked, Opinions
from ui.dialogs.frame import deciding
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from app.opinions import Departure


class ConsentDialog(QDialog):
    """Shows the texts and the host; `question` is what may be sent once it was accepted, `chosen` the settings to keep."""

    def __init__(self, session: Session, theme: Theme, kept: Opinions, rows: Sequence[int], side: Side, parent: QWidget) -> None:
        """Propose the service used last for one side of these rows."""
        super().__init__(parent)
        self.setWindowTitle(_("Ask for a second opinion") if side is Side.SOURCE else _("Put back into English"))
        self.setMinimumWidth(round(theme.pixels(560)))
        self._session, self._rows, self._side, self._kept = session, rows, side, kept
        self.question: Departure | None = None
        self.service = QComboBox()
        for service in SERVICES:
            self.service.addItem(service.title, service)
        self.service.setCurrentIndex([service.name for service in SERVICES].index(kept.service.value))
        self.address, self.region, self.key = QLineEdit(kept.address), QLineEdit(kept.region), QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = QCheckBox(_("Keep the key in the system’s safe for passwords"))
        self.told, self.trouble, self.texts = QLabel(), QLabel(), QPlainTextEdit()
        self._buttons, self.button = deciding(self, "")
        self._lay_out(theme)
        self.service.currentIndexChanged.connect(self._choose)
        for field in (self.address, self.region, self.key):
            field.textChanged.connect(self._check)
        self._choose()

    @property
    def chosen(self) -> Opinions:
        """What the next question proposes."""
        name = Asked(self.service.currentData().name)
        return replace(self._kept, service=name, address=self.address.text().strip(), region=self.region.text().strip())

    def accept(self) -> None:
        """Keep the key, if asked to, and let the question go."""
        if self.question is None:
            return
        self._session.keep_secret(self.service.currentData().name, self.key.text(), safe=self.keep.isChecked())
        super().accept()

    def _lay_out(self, theme: Theme) -> None:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(20)
        for name, field in (
            (_("Service"), self.service),
            (_("Your own server"), self.address),
            (_("Region of the key"), self.region),
            (_("Key"), self.key),
        ):
            field.setAccessibleName(name)
            self._form.addRow(name, field)
        self._form.addRow("", self.keep)
        self.told.setWordWrap(True)
        self.told.setProperty("tone", "strong")
        self.texts.setReadOnly(True)
        self.texts.setTabChangesFocus(True)
        self.texts.setAccessibleName(_("What would be sent"))
        self.texts.setProperty("look", "field")
        self.texts.setFixedHeight(round(theme.pixels(190)))
        self.trouble.setProperty("tone", "bad")
        self.trouble.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        layout.addLayout(self._form)
        for part in (self.told, self.texts, self.trouble, self._buttons):
            layout.addWidget(part)

    def _choose(self) -> None:
        """Ask for what this service needs, and for nothing else."""
        service = self.service.currentData()
        wanted = service.needs | service.takes
        for need, fields in ((Need.ADDRESS, (self.address,)), (Need.REGION, (self.region,)), (Need.KEY, (self.key, self.keep))):
            for field in fields:
                self._form.setRowVisible(field, need in wanted)
        self.key.setText(self._session.secret(service.name) if Need.KEY in wanted else self._session.keys.get(service.name, ""))
        self._check()

    def _check(self) -> None:
        """Say what would leave, or why nothing may."""
        service = self.service.currentData()
        account = Account(self.address.text().strip(), self.key.text().strip(), self.region.text().strip())
        account = replace(account, address=account.address if Need.ADDRESS in service.needs else "")
        try:
            self.question = self._session.departure(self._rows, self._side, service, account)
        except UserError as error:
            self.question = None
            self.trouble.setText(str(error))
        self.trouble.setVisible(self.question is None)
        self.told.setVisible(self.question is not None)
        self.button.setEnabled(self.question is not None)
        host = service.host(account)
        self.button.setText(_("Send to {host}").format(host=host))
        if self.question is not None:
            count = len(self.question.texts)
            sentence = ngettext("{count} text would be sent to {host}:", "{count} texts would be sent to {host}:", count)
            self.told.setText(sentence.format(count=count, host=host))
            self.texts.setPlainText("\n\n".join(self.question.texts))
