"""All critical findings of the project in one list, decided by key without opening an article."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.i18n import N_, _, ngettext
from app.review.triage import Critical
from ui.dialogs.passage import PassageView
from ui.dialogs.verdict import VerdictPopup
from ui.lists import Line, RowList, TwoLines
from ui.models.findings import check_title
from ui.session import REASONS, Session
from ui.session.sentences import clipped
from ui.theme import Theme

SIZE = (1040, 660)

CHOICES = (
    ("a", N_("Count as an error")),
    ("f", N_("Repair")),
    ("x", N_("Not an error…")),
    ("r", N_("Story goes back…")),
    ("s", N_("Stop the story…")),
    ("z", N_("Undo")),
    ("o", N_("Open the story")),
)
"""What a letter does to the finding that is chosen, or to its story."""


class CriticalLines(TwoLines):
    """A critical finding as two lines: its name and story, then its words."""

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one finding; what was decided stands at the right."""
        found: Critical = index.data(Qt.ItemDataRole.UserRole)
        words = next((row.target or row.source for row in found.rows), "")
        done = str(index.data(Qt.ItemDataRole.UserRole + 1) or "")
        detail = f"{clipped(found.title, 48)} · {clipped(words, 90)}"
        return Line(check_title(found.finding), detail, right=done, shape=None if done else found.finding.severity)


class CriticalList(RowList):
    """The list itself. Emits `pressed_letter` with one of the letters of `CHOICES`."""

    pressed_letter = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter decides."""
        letter = event.text().lower()
        if any(letter == key for key, _said in CHOICES) and not event.modifiers():
            self.pressed_letter.emit(letter)
        elif event.key() == Qt.Key.Key_Delete:
            self.pressed_letter.emit("x")
        else:
            super().keyPressEvent(event)


class TriageDialog(QDialog):
    """Decides the critical findings of all articles; a decided one stays in its place with what was decided."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """List what is open now."""
        super().__init__(parent)
        self.setWindowTitle(_("Critical findings of all stories"))
        self._session = session
        self._model = QStandardItemModel(self)
        self.told = QLabel()
        self.told.setProperty("tone", "strong")
        self.list = CriticalList(_("Critical findings"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(CriticalLines(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.view = PassageView(theme)
        self.list.pressed_letter.connect(self.decide)
        self.list.activated.connect(lambda _index: self.decide("o"))
        for found in session.criticals():
            item = QStandardItem(f"{check_title(found.finding)}: {found.title}")
            item.setData(found, Qt.ItemDataRole.UserRole)
            item.setData(_("error") if found.marked else "", Qt.ItemDataRole.UserRole + 1)
            self._model.appendRow(item)
        self._lay_out(theme)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.setCurrentIndex(self._next(-1))
        self._count()
        self._show()
        self.list.setFocus()

    @property
    def left(self) -> int:
        """How many findings nobody has decided."""
        rows = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return sum(not row.data(Qt.ItemDataRole.UserRole + 1) for row in rows)

    def decide(self, letter: str) -> None:
        """Do to the finding that is chosen what a letter stands for."""
        index = self.list.currentIndex()
        found: Critical | None = index.data(Qt.ItemDataRole.UserRole)
        if found is None:
            return
        match letter:
            case "a":
                self._done(index, _("error"), done=self._session.accept_at(found.article, found.finding) or found.marked)
            case "f":
                self._done(index, _("repaired"), done=self._session.fix_at(found.article, found.finding))
            case "x":
                self._ask_reason(index, found)
            case "r" | "s":
                self._ask_verdict(index, found, letter)
            case "z":
                self._undo(index, found)
            case "o":
                self.accept()
                self._session.switch(found.article)
                self._session.focus(found.finding)

    def _undo(self, index: QModelIndex, found: Critical) -> None:
        if index.data(Qt.ItemDataRole.UserRole + 1) and self._session.undo_at(found.article):
            self._model.itemFromIndex(index).setData("", Qt.ItemDataRole.UserRole + 1)
            self._count()

    def _ask_reason(self, index: QModelIndex, found: Critical) -> None:
        """Ask for one of a few reasons, each with its number."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, reason in enumerate(REASONS, 1):
            menu.addAction(f"&{number}  {_(reason)}").triggered.connect(self._dismisser(index, found, reason))
        menu.popup(self.list.viewport().mapToGlobal(self.list.visualRect(index).bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _dismisser(self, index: QModelIndex, found: Critical, reason: str) -> Callable[[], None]:
        return lambda: self._done(index, _("no error"), done=self._session.dismiss_at(found.article, found.finding, reason))

    def _ask_verdict(self, index: QModelIndex, found: Critical, letter: str) -> None:
        popup = VerdictPopup(self._session, found.article, self, letter)
        popup.given.connect(lambda: self._done(index, _("goes back") if letter == "r" else _("stopped"), done=True))
        popup.show_over(self, self.width() // 2)

    def _done(self, index: QModelIndex, said: str, *, done: bool) -> None:
        """Write down what was decided and go on to the next open one."""
        if not done:
            self.told.setText(_("That cannot be done here."))
            return
        self._model.itemFromIndex(index).setData(said, Qt.ItemDataRole.UserRole + 1)
        self.list.setCurrentIndex(self._next(index.row()))
        self._count()

    def _next(self, row: int) -> QModelIndex:
        """The next finding that nobody has decided, from the last to the first; where there is none, the same."""
        count = self._model.rowCount()
        order = [(row + step) % count for step in range(1, count + 1)] if count else []
        left = (at for at in order if not self._model.index(at, 0).data(Qt.ItemDataRole.UserRole + 1))
        return self._model.index(next(left, max(row, 0)), 0)

    def _count(self) -> None:
        left = self.left
        said = ngettext("{count} critical finding to decide", "{count} critical findings to decide", left).format(count=left)
        self.told.setText(said if left else _("Every critical finding is decided."))

    def _show(self) -> None:
        found: Critical | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        self.view.show_finding(found)
        self._buttons["f"].setEnabled(found is not None and bool(found.finding.fixes))

    def _lay_out(self, theme: Theme) -> None:
        self._buttons: dict[str, QPushButton] = {}
        choices = QGridLayout()
        choices.setSpacing(6)
        for at, (letter, said) in enumerate(CHOICES):
            button = self._buttons[letter] = QPushButton(f"{letter.upper()}   {_(said)}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, letter=letter: self.decide(letter))
            choices.addWidget(button, at // 4, at % 4)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        choices.addWidget(close, 1, 3)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.list)
        parts.addWidget(self.view)
        parts.setSizes([3, 2])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.told)
        layout.addWidget(parts, 1)
        layout.addLayout(choices)
        window = self.parentWidget()
        assert window is not None
        self.resize(min(window.width() - 40, round(theme.pixels(SIZE[0]))), min(window.height() - 40, round(theme.pixels(SIZE[1]))))
