"""Words of another translation, to be taken over one by one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from app import diff
from app.i18n import _
from ui.dialogs.popup import Popup
from ui.session import Session

SHOWN = 9


class WordsPopup(Popup):
    """Lists where the other translation differs from the row; choosing a place takes its words over and leaves the rest."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Show the differences of the current row."""
        super().__init__(parent, _("Words of the second opinion"))
        self._session, self._unit = session, session.current
        title = QLabel(_("Take over from the second opinion"))
        title.setProperty("tone", "strong")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Differences"))
        self.list.setProperty("look", "choices")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.column.addWidget(title)
        self.column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        now, other = self._session.text(self._unit), self._session.opinion(self._unit)
        self._chunks = [chunk for chunk in diff.chunks(now, other) if chunk.change is not diff.Change.EQUAL]
        self.list.clear()
        for chunk in self._chunks:
            before, after = chunk.before.of(now).strip(), chunk.after.of(other).strip()
            QListWidgetItem(f"{before or '–'}  →  {after or '–'}", self.list)
        self.list.setCurrentRow(0)
        row = max(24, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(row * min(SHOWN, max(1, len(self._chunks))) + 12)
        self.adjustSize()

    def _take(self, item: QListWidgetItem) -> None:
        chunk = self._chunks[self.list.row(item)]
        words = chunk.after.of(self._session.opinion(self._unit))
        self._session.take_words(self._unit, chunk.before, words)
        if self._session.text(self._unit) == self._session.opinion(self._unit):
            self.close()
        else:
            self._fill()
