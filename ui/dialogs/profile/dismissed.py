"""What was called no error, wherever that holds, to be taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.article.labels import labels
from app.i18n import N_, _, ngettext
from ui.dialogs.frame import small
from ui.lists import Index, Line, TwoLines
from ui.models.findings import title_of
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from app.article.dismissals import Dismissed

SCOPES = {"row": N_("here"), "article": N_("in this story"), "project": N_("everywhere in the project")}
"""How far a dismissal reaches."""


class DismissedLines(TwoLines):
    """A dismissal as two lines: the check and where it holds, then the reason."""

    def line(self, index: Index) -> Line:
        """The two lines of one dismissal."""
        line: Line = index.data(Qt.ItemDataRole.UserRole + 1)
        return line


class DismissedList(QListWidget):
    """The list itself; Delete takes back what is selected."""

    def __init__(self, page: "DismissedPage") -> None:
        """Belong to a page."""
        super().__init__()
        self._page = page
        self.setAccessibleName(_("What was called no error"))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back on Delete."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._page.revoke()
        else:
            super().keyPressEvent(event)


class DismissedPage(QWidget):
    """Lists every dismissal of the project. What is taken back here counts at once, and undo of the story or the project brings it back."""

    def __init__(self, session: Session, theme: Theme) -> None:
        """Show what the project holds."""
        super().__init__()
        self._session = session
        self.told = small()
        self.list = DismissedList(self)
        self.list.setItemDelegate(DismissedLines(theme, self.list))
        self.again = QPushButton(_("Count as an error again"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.revoke)
        self.list.itemSelectionChanged.connect(lambda: self.again.setEnabled(bool(self.list.selectedItems())))
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self._list()

    def revoke(self) -> None:
        """Let what is selected count as an error again."""
        for item in self.list.selectedItems():
            self._session.revoke(item.data(Qt.ItemDataRole.UserRole))
        self._list()

    def _list(self) -> None:
        self.list.clear()
        names: dict[int, dict[int, str]] = {}
        known = self._session.dismissals()
        for each in known:
            line = self._line(each, names)
            item = QListWidgetItem(f"{line.title}, {line.right}. {line.detail}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setData(Qt.ItemDataRole.UserRole + 1, line)
        count = len(known)
        told = ngettext(
            "{count} dismissal. What is taken back here counts at once.",
            "{count} dismissals. What is taken back here counts at once.",
            count,
        )
        self.told.setText(told.format(count=count) if count else _("Nothing was called no error."))
        self.again.setEnabled(False)

    def _line(self, each: "Dismissed", names: dict[int, dict[int, str]]) -> Line:
        """The check and its scope; the story, the row and the reason."""
        where = ""
        if each.article is not None:
            article = self._session.project.article(each.article)
            rows = names.setdefault(each.article, labels(article))
            where = " ".join(filter(None, (article.title, rows.get(each.unit or 0, ""))))
        return Line(
            title_of(each.dismissal.check), " · ".join(filter(None, (where, _(each.dismissal.reason)))), right=_(SCOPES[each.scope])
        )
