"""The project as a whole: backups, copies of others, new versions, and the list of stories."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.errors import UserError
from app.i18n import _, ngettext
from app.model import Side
from ui.models.changes import rewritten
from ui.window.files import stories
from ui.window.guide import CHAPTER
from ui.window.parts import Doors, Parts

if TYPE_CHECKING:  # loaded when somebody asks
    from PySide6.QtWidgets import QDialog

    from app.article.combining import Conflict
    from app.article.hunks import Hunk

PROJECTS = "*.gegenlesen"


class ProjectRoom(QObject):
    """Doors to the whole project."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        super().__init__(window)
        self.window = window
        window.session.compared.connect(self._preview_copy)
        window.session.parted.connect(self._show_conflicts)
        window.session.purging.connect(self._wait)
        self._patience: QDialog | None = None

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        session = self.window.session
        return {
            "backups": self._backups,
            "combine": self._combine,
            "new-source": partial(self._renew, Side.SOURCE),
            "new-translation": partial(self._renew, Side.TARGET),
            "take-in-copy": self._take_in_copy,
            "rename-article": self._rename,
            "article-up": partial(session.move_article, -1),
            "article-down": partial(session.move_article, 1),
            "purge-article": self._purge,
        }

    def _backups(self) -> None:
        from app.store import backups
        from ui.dialogs.backups import BackupsDialog

        window, path = self.window, self.window.session.path
        assert path is not None
        window.session.settle()
        dialog = BackupsDialog(window.session, window.theme, backups(path), window)
        dialog.accepted.connect(lambda: self._restore(dialog, path))
        dialog.open()

    def _restore(self, dialog: object, path: Path) -> None:
        """Close the project, put the backup in its place and open it again."""
        from app.store import restore
        from ui.dialogs.backups import BackupsDialog

        assert isinstance(dialog, BackupsDialog)
        session, chosen = self.window.session, dialog.chosen
        session.leave()
        if session.path is not None:  # the last steps could not be saved, and the message bar says so
            return
        try:
            kept = restore(chosen, path)
        except UserError as error:
            session.failed.emit(error)
        else:
            if kept is not None:
                session.noticed.emit(_("The present file was kept as “{path}”.").format(path=kept))
        session.open_files([path])

    def _combine(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self.window, _("Another copy of this project"), filter=f"{_('Projects')} ({PROJECTS})")
        if name:
            self.window.session.combine(Path(name))

    def _renew(self, side: Side) -> None:
        title = _("The new English version") if side is Side.SOURCE else _("The new German version")
        if (path := self._ask(title)) is not None:
            self.window.session.renew(side, path)

    def _take_in_copy(self) -> None:
        if (path := self._ask(_("A corrected copy of the translation"))) is not None:
            self.window.session.compare_copy(path)

    def _ask(self, title: str) -> Path | None:
        name, _kind = QFileDialog.getOpenFileName(self.window, title, filter=stories())
        return Path(name) if name else None

    def _preview_copy(self, found: "Sequence[Hunk]") -> None:
        """Ask whose corrections they are, then show them."""
        if not found:
            self.window.session.told.emit(_("The copy says the same as the story here."))
            return
        self.window.message.ask(_("Who corrected this copy?"), "", _("Show the corrections"), lambda who: self._preview_hunks(found, who))

    def _preview_hunks(self, found: "Sequence[Hunk]", who: str) -> None:
        from ui.dialogs.preview import PreviewDialog

        session, group = self.window.session, _("Corrections by {name}").format(name=who)
        changes = [rewritten(group, session.label(hunk.unit), hunk.before, hunk.after.plain) for hunk in found]

        def verb(count: int) -> str:
            return ngettext("Take over {count} correction", "Take over {count} corrections", count).format(count=count)

        dialog = PreviewDialog(_("Take in a corrected copy"), verb, changes, self.window.theme, self.window, steps=len(found))
        dialog.accepted.connect(lambda: session.accept_hunks([found[number] for number in dialog.chosen], who))
        dialog.open()

    def _show_conflicts(self, found: "Sequence[Conflict]") -> None:
        """Show what both copies changed differently, and let the reviewer decide."""
        from ui.dialogs.parted import PartedDialog

        session = self.window.session
        dialog = PartedDialog(session, self.window.theme, found, self.window)
        dialog.accepted.connect(lambda: session.decide(dialog.taken))
        dialog.open()

    def _rename(self) -> None:
        session = self.window.session
        assert session.article is not None
        self.window.message.ask(_("Name of the story in the list:"), session.article.title, _("Keep"), session.rename, at_once=True)

    def _wait(self, title: str) -> None:
        """Let nothing come in between while a story is purged."""
        from ui.dialogs.patience import Patience

        if self._patience is not None:
            self._patience.accept()
            self._patience.deleteLater()
            self._patience = None
        if title:
            self._patience = Patience(_("Purging “{title}” …").format(title=title), self.window)
            self._patience.setProperty(CHAPTER, "projects")
            self._patience.open()

    def _purge(self) -> None:
        """Ask plainly: this is the one thing that no undo takes back."""
        from PySide6.QtWidgets import QMessageBox

        session = self.window.session
        assert session.article is not None
        box = QMessageBox(self.window)
        box.setProperty(CHAPTER, "projects")
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(_("Purge the story"))
        box.setTextFormat(box.textFormat().PlainText)
        box.setText(_("Purge “{title}” with its history, also from all backups?").format(title=session.article.title))
        box.setInformativeText(_("This cannot be undone. To take it off the list only, choose “Take the story off the list”."))
        purge = box.addButton(_("Purge for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
        purge.clicked.connect(session.purge_article)
        box.open()
