"""All critical findings of the project in one list, decided by key without opening an article."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.i18n import N_, _, ngettext
from app.model import Finding
from app.review.triage import Critical
from ui.dialogs.frame import fit
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


DECIDED = Qt.ItemDataRole.UserRole + 1
"""What was decided about a finding, as its row says it; empty while that is open."""


class Decided(NamedTuple):
    """A decision as it can be taken back: the findings it settled, and whether it is a step of their article."""

    article: int
    items: tuple[QStandardItem, ...]
    step: bool


class CriticalLines(TwoLines):
    """A critical finding as two lines: its name and story, then its words."""

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one finding; what was decided stands at the right."""
        found: Critical = index.data(Qt.ItemDataRole.UserRole)
        words = next((row.target or row.source for row in found.rows), "")
        done = str(index.data(DECIDED) or "")
        detail = f"{clipped(found.title, 48)} · {clipped(words, 90)}"
        return Line(check_title(found.finding), detail, right=f"✓ {done}" if done else "", shape=found.finding.severity)


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
        self._decisions: list[Decided] = []
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
            self._model.appendRow(_item(found))
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
        return sum(not row.data(DECIDED) for row in rows)

    def decide(self, letter: str) -> None:
        """Do to the finding that is chosen what a letter stands for."""
        index = self.list.currentIndex()
        found: Critical | None = index.data(Qt.ItemDataRole.UserRole)
        if found is None:
            return
        item = self._model.itemFromIndex(index)
        match letter:
            case "a":
                self._done(item, _("error"), self._session.accept_at(found.article, found.finding), done=found.marked)
            case "f":
                self._done(item, _("repaired"), self._session.fix_at(found.article, found.finding))
                warned = _("Whoever repairs a story cannot sign its lot.")
                self.told.setText(f"{self.told.text()} {warned}")
            case "x":
                self._ask_reason(item, found)
            case "r" | "s":
                self._ask_verdict(found, letter)
            case "z":
                self._undo()
            case "o":
                self.accept()
                self._session.switch(found.article)
                self._session.focus(found.finding)

    def _undo(self) -> None:
        """Take the last decision back, and go to what is open again."""
        if not self._decisions:
            return
        last = self._decisions.pop()
        if last.step:
            self._session.undo_at(last.article)
        for item in last.items:
            item.setData("", DECIDED)
        self._look_again(last.article)
        self.list.setCurrentIndex(last.items[0].index())
        self._count()

    def _ask_reason(self, item: QStandardItem, found: Critical) -> None:
        """Ask for one of a few reasons, each with its number."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, reason in enumerate(REASONS, 1):
            menu.addAction(f"&{number}  {_(reason)}").triggered.connect(self._dismisser(item, found, reason))
        menu.popup(self.list.viewport().mapToGlobal(self.list.visualRect(item.index()).bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _dismisser(self, item: QStandardItem, found: Critical, reason: str) -> Callable[[], None]:
        return lambda: self._done(item, _("no error"), self._session.dismiss_at(found.article, found.finding, reason))

    def _ask_verdict(self, found: Critical, letter: str) -> None:
        """A story that goes back or stops is decided as a whole."""
        popup = VerdictPopup(self._session, found.article, self, letter)
        popup.given.connect(
            lambda: self._decide(self._open_of(found.article), _("goes back") if letter == "r" else _("stopped"), step=True)
        )
        popup.show_over(self, self.width() // 2)

    def _done(self, item: QStandardItem, said: str, step: bool, *, done: bool = False) -> None:
        """Write down what was decided about a finding by a `step`, or had been `done` before."""
        if step or done:
            self._decide([item], said, step=step)
        else:
            self.told.setText(_("That cannot be done here."))

    def _decide(self, items: list[QStandardItem], said: str, *, step: bool) -> None:
        """Write down what was decided and go on to the next open one."""
        article = items[0].data(Qt.ItemDataRole.UserRole).article
        for item in items:
            item.setData(said, DECIDED)
        self._decisions.append(Decided(article, (*items, *self._look_again(article)), step))
        self.list.setCurrentIndex(self._next(items[0].row()))
        self._count()

    def _look_again(self, article: int) -> list[QStandardItem]:
        """Let the open findings of an article be those of its text now; returns those that went with what was repaired."""
        now = {_name(each.finding): each for each in self._session.criticals([article])}
        gone = []
        for item in self._open_of(article):
            if (found := now.get(_name(item.data(Qt.ItemDataRole.UserRole).finding))) is not None:
                item.setData(found, Qt.ItemDataRole.UserRole)
            else:
                item.setData(_("repaired"), DECIDED)
                gone.append(item)
        return gone

    def _open_of(self, article: int) -> list[QStandardItem]:
        """The findings of an article that nobody has decided."""
        items = map(self._model.item, range(self._model.rowCount()))
        return [item for item in items if item.data(Qt.ItemDataRole.UserRole).article == article and not item.data(DECIDED)]

    def _next(self, row: int) -> QModelIndex:
        """The next finding that nobody has decided, from the last to the first; where there is none, the same."""
        count = self._model.rowCount()
        order = [(row + step) % count for step in range(1, count + 1)] if count else []
        left = (at for at in order if not self._model.index(at, 0).data(DECIDED))
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
        fit(self, SIZE, theme)


def _name(finding: Finding) -> tuple[object, ...]:
    """What tells a finding from the others of its article, before and after a repair."""
    return finding.check, finding.fingerprint, finding.units


def _item(found: Critical) -> QStandardItem:
    item = QStandardItem(f"{check_title(found.finding)}: {found.title}")
    item.setData(found, Qt.ItemDataRole.UserRole)
    item.setData(_("error") if found.marked else "", DECIDED)
    return item
