"""The backups of a project: when each was made, what is different now, and the way back to one."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.article import Project
from app.article.difference import ArticleDifference, Fate, RowDifference, differences
from app.errors import UserError
from app.i18n import N_, _, ngettext
from ui.dialogs.frame import deciding
from ui.dialogs.preview import ChangePainter
from ui.jobs import Job
from ui.models.changes import Change, ChangesModel, rewritten
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:  # loaded with the first project
    from app.store import Backup

SIZE = (900, 560)
FATES = {Fate.ADDED: N_("added since then"), Fate.DROPPED: N_("taken off the list since then"), Fate.CHANGED: N_("changed since then")}


class BackupsDialog(QDialog):
    """Lists the backups; `chosen` is the one to go back to once it was accepted."""

    def __init__(self, session: Session, theme: Theme, found: "Sequence[Backup]", parent: QWidget) -> None:
        """Show these backups, newest first, and compare the first."""
        super().__init__(parent)
        self.setWindowTitle(_("Backups"))
        self._session, self._theme, self._found = session, theme, found
        self._job: Job | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(_("Backups"))
        self.list.setProperty("look", "choices")
        for backup in found:
            self.list.addItem(f"{backup.time.astimezone():%Y-%m-%d %H:%M}")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("tone", "soft")
        self.changes = QTreeView()
        self.changes.setAccessibleName(_("What is different now"))
        self.changes.setItemDelegate(ChangePainter(theme, self.changes))
        self.changes.setHeaderHidden(True)
        self.changes.setRootIsDecorated(False)
        self.changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._lay_out()
        self.resize(min(parent.width() - 40, round(theme.pixels(SIZE[0]))), min(parent.height() - 40, SIZE[1]))
        self.list.currentRowChanged.connect(self._compare)
        self.list.setCurrentRow(0)

    @property
    def chosen(self) -> "Backup":
        """The backup that is selected."""
        return self._found[self.list.currentRow()]

    def _lay_out(self) -> None:
        hint = QLabel(_("Going back keeps the present project as a file beside it."))
        hint.setProperty("tone", "small")
        buttons, self.button = deciding(self, _("Go back to this one"), back=_("Close"))
        self.button.setAutoDefault(False)
        self.button.setEnabled(bool(self._found))
        right = QVBoxLayout()
        right.addWidget(self.told)
        right.addWidget(self.changes, 1)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        sides.addWidget(self.list)
        sides.addLayout(right, 1)
        self.list.setFixedWidth(round(self._theme.pixels(190)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 18, 14)
        layout.addLayout(sides, 1)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        self.told.setText("" if self._found else _("There is no backup yet: the first is made when something has changed."))

    def _compare(self, row: int) -> None:
        """Open a backup beside the window and show what is different now."""
        path = self._found[row].path

        def read(_progress: object) -> Project:
            from app.store import contents

            return contents(path)

        self.told.setText(_("Comparing …"))
        job = self._job = Job(self, read)
        job.finished.connect(lambda before: self._show(before) if self._job is job else None)
        job.failed.connect(self._failed)
        job.start()

    def _show(self, before: Project) -> None:
        found = differences(before, self._session.project)
        changes = [change for difference in found for change in _changes(difference)]
        model = ChangesModel(changes, self, ticks=False)
        self.changes.setModel(model)
        self.changes.expandAll()
        count = len(changes)
        words = ngettext("{count} difference from the project as it is now.", "{count} differences from the project as it is now.", count)
        self.told.setText(words.format(count=count) if count else _("Nothing is different from the project as it is now."))

    def _failed(self, error: UserError) -> None:
        self.told.setText(str(error))
        self.button.setEnabled(False)


def _changes(difference: ArticleDifference) -> Iterator[Change]:
    """The rows of an article that are not the same, or one line for an article that came or went."""
    group = f"{difference.title}: {_(FATES[difference.fate])}"
    if not difference.rows:
        yield Change(group, "", difference.title, "", "", "")
    yield from (_change(group, row) for row in difference.rows)


def _change(group: str, row: RowDifference) -> Change:
    before, after = (unit.target.plain if unit and not unit.removed else "" for unit in (row.before, row.after))
    if before == after:
        return Change(group, "", before or row.source, "", "", " – " + _("another state or note"))
    return rewritten(group, "", before, after)
