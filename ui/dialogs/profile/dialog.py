"""The profile of a project, page by page: laid out, read from a file, written to one that a desk can share."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import durable
from app.errors import UserError
from app.i18n import _
from app.safe.limits import read_limited
from app.style import Profile, keep_usual_profile, read_profile, write_profile
from ui.dialogs.frame import deciding, fit, paged, scrolling
from ui.dialogs.profile.checks import ChecksPage
from ui.dialogs.profile.dismissed import DismissedPage
from ui.dialogs.profile.house import HousePage
from ui.dialogs.profile.words import NamesPage, TermsPage
from ui.session import Session
from ui.theme import Theme, restyle

SIZE = (860, 620)


class Page(Protocol):
    """What decides a part of a profile."""

    def show_profile(self, profile: Profile) -> None:
        """Show what a profile says of it."""

    def changed(self, profile: Profile) -> Profile:
        """The profile with that part as it is chosen."""
        ...


class ProfileDialog(QDialog):
    """Begins with the profile in use; `profile` is what the pages say now."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Show the profile of the open project."""
        super().__init__(parent)
        self.setWindowTitle(_("Checks and house style"))
        self._base = session.project.profile
        self.house, self.checks = HousePage(), ChecksPage(session.tallies(), theme)
        self.names, self.terms = NamesPage(), TermsPage()
        self._deciding: tuple[Page, ...] = (self.house, self.checks, self.names, self.terms)
        self.dismissed = DismissedPage(session, theme)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("tone", "bad")
        self.told.hide()
        self.usual = QCheckBox(_("Let new projects begin with it"))
        self.terms.failed.connect(lambda error: self._tell(str(error)))
        self.pages, self._stack = QListWidget(), QStackedWidget()
        self._lay_out()
        fit(self, SIZE, theme)
        self.show_profile(self._base)
        self.pages.setCurrentRow(0)
        self.pages.setFocus()

    @property
    def profile(self) -> Profile:
        """What the pages say; what none of them shows stays as it was."""
        return reduce(lambda profile, page: page.changed(profile), self._deciding, self._base)

    def show_profile(self, profile: Profile) -> None:
        """Show another profile on all pages."""
        self._base = profile
        for page in self._deciding:
            page.show_profile(profile)

    def take_file(self, path: Path) -> None:
        """Show the profile of a TOML file; one that cannot be used is said here."""
        self._try(lambda: self.show_profile(read_profile(read_limited(path), path.name)), _("Taken from “{name}”.").format(name=path.name))

    def save(self, path: Path) -> None:
        """Write what the pages say to a TOML file; what was there stays beside it."""
        self._try(lambda: durable.write(path, write_profile(self.profile), keep=True), _("Saved as “{path}”.").format(path=path))

    def accept(self) -> None:
        """Keep the profile for new projects, where that is wished."""
        if not self.usual.isChecked() or self._try(lambda: keep_usual_profile(self.profile)):
            super().accept()

    def _try(self, act: Callable[[], object], done: str = "") -> bool:
        """Do it, and say that it is done or what is in the way; whether it was done."""
        try:
            act()
        except UserError as error:
            self._tell(str(error))
            return False
        self._tell(done, "good")
        return True

    def _tell(self, sentence: str, tone: str = "bad") -> None:
        restyle(self.told, "tone", tone)
        self.told.setText(sentence)
        self.told.show()

    def _lay_out(self) -> None:
        for title, page in (
            (_("House style"), scrolling(self.house)),
            (_("Own spellings"), self.house.words),
            (_("Checks"), self.checks),
            (_("Names and loanwords"), self.names),
            (_("Terms"), self.terms),
            (_("Called no error"), self.dismissed),
        ):
            self.pages.addItem(title)
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 20, 14)
        layout.addLayout(paged(self.pages, self._stack, _("Pages of the profile"), 14), 1)
        layout.addWidget(self.told)
        layout.addWidget(self.usual)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons, _use = deciding(self, _("Use in this project"))
        for words, act in ((_("From a file…"), self._ask_file), (_("Save as a file…"), self._ask_save)):
            buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(act)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)
        return buttons

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("From a file…"), filter=_("Profiles") + " (*.toml)")
        if name:
            self.take_file(Path(name))

    def _ask_save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as a file…"), "profile.toml", _("Profiles") + " (*.toml)")
        if name:
            self.save(Path(name))
