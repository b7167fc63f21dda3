"""The site that stories go to and come from: its address, who one is there, and whether it lets one in."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.errors import UserError
from app.i18n import _
from app.settings import WordPress
from ui.jobs import Job
from ui.session import Session
from ui.session.sites import Login, tried
from ui.theme import restyle


class SiteForm(QWidget):
    """Address, user name, application password and a trial; `changed` when one of them is another."""

    changed = Signal()

    def __init__(self, session: Session, kept: WordPress, parent: QWidget) -> None:
        """Propose the site used last; the password comes from this session or the system's safe."""
        super().__init__(parent)
        self._session = session
        self.address, self.user, self.password = QLineEdit(kept.site), QLineEdit(kept.user), QLineEdit()
        self.address.setPlaceholderText("https://news.example")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setToolTip(_("Made in your profile on the site; it is not the password you log in with."))
        self.keep = QCheckBox(_("Keep the password in the system’s safe for passwords"))
        self.trial = QPushButton(_("Test the connection"))
        self.trial.setAutoDefault(False)
        self.trial.clicked.connect(self.test)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._lay_out()
        for field in (self.address, self.user):
            field.editingFinished.connect(self._recall)
        for field in (self.address, self.user, self.password):
            field.textChanged.connect(self._changed)
        self._recall()
        self._changed()

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return all(field.text().strip() for field in (self.address, self.user, self.password))

    @property
    def login(self) -> Login:
        """Where to go, as whom."""
        return Login(self.address.text().strip(), self.user.text().strip(), self.password.text().strip())

    @property
    def chosen(self) -> WordPress:
        """What is proposed the next time."""
        return WordPress(site=self.login.address, user=self.login.user)

    def add_field(self, name: str, field: QLineEdit) -> None:
        """Ask for more under the site's own fields, in line with them."""
        field.setAccessibleName(name)
        self._form.addRow(name, field)

    def remember(self) -> None:
        """Hold the password for this session, and keep it in the safe if that is wished."""
        login = self.login
        self._session.keep_secret(login.name, login.password, safe=self.keep.isChecked())

    def test(self) -> None:
        """Ask the site who one is there, and say what it answered."""
        self._say(_("Asking {host} …").format(host=self.login.host), "small")
        self.trial.setEnabled(False)
        job = Job(self, partial(tried, self.login))
        job.finished.connect(self._welcome)
        job.failed.connect(self._refused)
        job.start()

    def _welcome(self, name: str) -> None:
        self.trial.setEnabled(self.complete)
        self._say(_("{host} answers and knows you as {name}.").format(host=self.login.host, name=name), "good")

    def _refused(self, error: UserError) -> None:
        self.trial.setEnabled(self.complete)
        self._say(str(error), "bad")

    def _say(self, sentence: str, tone: str) -> None:
        self.told.setText(sentence)
        restyle(self.told, "tone", tone)
        self.told.show()

    def _recall(self) -> None:
        """Fill in the password that is known for this user of this site."""
        login = self.login
        if login.address and login.user and not login.password:
            self.password.setText(self._session.secret(login.name))

    def _changed(self) -> None:
        self.told.hide()
        self.trial.setEnabled(self.complete)
        self.changed.emit()

    def _lay_out(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(20)
        for name, field in (
            (_("Address of the site"), self.address),
            (_("User name"), self.user),
            (_("Application password"), self.password),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        row = QHBoxLayout()
        row.addWidget(self.trial)
        row.addStretch(1)
        form.addRow(self.keep)
        form.addRow("", row)
        form.addRow("", self.told)
