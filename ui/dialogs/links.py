"""Every link of the story in a table: its words, where it leads, and what became of it; Enter goes to its row."""

from collections import Counter

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.article.linklist import VERDICTS, Link, Verdict, links, repair_of
from app.i18n import _, ngettext
from ui.dialogs.frame import closing, fit, small
from ui.session import Session
from ui.theme import Theme

SIZE = (980, 460)
VERDICT = 3
WIDTHS = (56, 170, 270, 240)
"""Pixels at 100 % of the first columns; the last takes what is left."""
HEIGHT = 28
"""Pixels at 100 % of a line."""
GRAVE = frozenset({Verdict.OTHER, Verdict.LOST})


class LinksDialog(QDialog):
    """Lists the links; `link` is the one whose row is to be gone to once it was accepted."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Show the links of the story on the desk, with what is not as in the source first in sight."""
        super().__init__(parent)
        self.setWindowTitle(_("Links of the story"))
        self._session, self._theme = session, theme
        self._found: list[Link] = []
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.table = QTreeWidget()
        self.table.setAccessibleName(_("Every link of the story"))
        self.table.setHeaderLabels([_("Row"), _("Words"), _("Address"), _("Verdict"), _("Address in the source")])
        self.table.setRootIsDecorated(False)
        self.table.setAllColumnsShowFocus(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, round(theme.pixels(width)))
        self.table.header().setSectionResizeMode(len(WIDTHS), QHeaderView.ResizeMode.Stretch)
        self.table.itemActivated.connect(self.accept)
        self.table.itemSelectionChanged.connect(self._offer)
        self.go, self.mend = QPushButton(_("Go to the row")), QPushButton()
        self._lay_out()
        fit(self, SIZE, theme)
        self._show()
        self.table.setFocus()

    @property
    def link(self) -> Link | None:
        """The link that is selected."""
        at = self.table.currentIndex().row()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _lay_out(self) -> None:
        hint = small(_("Enter goes to the row of a link. A repair lets it lead where the source leads; undo takes it back."))
        self.go.setDefault(True)
        self.go.setProperty("look", "primary")
        self.go.clicked.connect(self.accept)
        self.mend.setAutoDefault(False)
        self.mend.clicked.connect(self._mend)
        foot = QHBoxLayout()
        foot.addWidget(self.mend)
        foot.addStretch(1)
        foot.addWidget(closing(self))
        foot.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(hint)
        layout.addLayout(foot)

    def _show(self) -> None:
        """Fill the table from the story as it is now."""
        assert self._session.article is not None
        self._found = links(self._session.article)
        self.table.clear()
        self.table.addTopLevelItems([self._line(link) for link in self._found])
        counts = Counter(link.verdict for link in self._found)
        said = ngettext("{count} link", "{count} links", len(self._found)).format(count=len(self._found))
        told = ", ".join(f"{counts[verdict]} {_(VERDICTS[verdict])}" for verdict in Verdict if counts[verdict])
        self.told.setText(f"{said}: {told}" if self._found else _("The story has no links."))
        first = next((at for at, link in enumerate(self._found) if link.verdict in GRAVE), 0)
        self.table.setCurrentIndex(self.table.model().index(first, 0))
        self._offer()

    def _line(self, link: Link) -> QTreeWidgetItem:
        words = (self._session.label(link.unit), link.words, link.address, _(VERDICTS[link.verdict]), link.before)
        line = QTreeWidgetItem(words)
        for column, said in enumerate(words):
            line.setToolTip(column, f"<qt>{_plain(said)}</qt>" if said else "")
            line.setSizeHint(column, QSize(0, round(self._theme.pixels(HEIGHT))))
        if link.verdict in GRAVE:
            line.setForeground(VERDICT, QBrush(QColor(self._theme.crit)))
        return line

    def _mendable(self) -> list[Link]:
        """The selected links that can be repaired here; without one, all that can."""
        article = self._session.article
        assert article is not None
        able = [link for link in self._found if link.verdict in GRAVE and repair_of(article, link) is not None]
        chosen = [self._found[index.row()] for index in self.table.selectionModel().selectedRows()]
        return [link for link in able if link in chosen] or able

    def _offer(self) -> None:
        count = len(self._mendable())
        self.mend.setText(ngettext("Repair {count} link", "Repair {count} links", count).format(count=count))
        self.mend.setEnabled(count > 0)
        self.go.setEnabled(self.link is not None)

    def _mend(self) -> None:
        self._session.mend_links(self._mendable())
        self._show()
        self.table.setFocus()


def _plain(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
