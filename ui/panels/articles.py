"""The articles at the left, riskiest first, and the spot check they are under."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.model import Severity, Step
from ui.lists import Line, RowList, TwoLines
from ui.models.articles import CRITICAL, FILTERED, STAGES, ArticleModel
from ui.session import Session
from ui.theme import Theme, shape_icon

if TYPE_CHECKING:  # loaded with the first project of several articles
    from app.review.queue import Entry

VERDICTS = {
    "pass": N_("passes"),
    "pass-with-corrections": N_("passes, corrected"),
    "return": N_("goes back"),
    "stop": N_("stopped"),
}


def detail(entry: "Entry") -> str:
    """What is said of an article beside its findings: its verdict if that still holds, or how far it is, and who looks at it."""
    if entry.changed:
        said = _("changed after signing")
    elif entry.verdict is not None:
        said = _(VERDICTS[entry.verdict.decision])
    elif entry.done:
        said = _("{percent} % confirmed").format(percent=100 * entry.done // entry.rows)
    elif entry.risk is None:
        said = _("not checked yet")
    else:
        said = _(STAGES[entry.stage])
    return " · ".join(part for part in (said, entry.reviewer) if part)


class ArticleLines(TwoLines):
    """An article as two lines: title and worst findings, then the other counts and how far it is."""

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one article."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        grave = (severity for severity in sorted(Severity, key=lambda s: -s.rank) if severity is not Severity.NEUTRAL)
        graded = [(severity, entry.counts[severity]) for severity in grave if entry.counts.get(severity)]
        worst, count = graded[0] if graded else (None, 0)
        return Line(entry.title, detail(entry), right=str(count) if worst else "", right_shape=worst, counts=tuple(graded[1:]))


class ArticleList(RowList):
    """The list itself. Emits `judged` with the letter of a verdict that was pressed on it."""

    judged = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter gives the article a verdict; whatever else is said to the list."""
        letter = event.text().lower()
        if letter in LETTERS and not event.modifiers():
            self.judged.emit(letter)
        else:
            super().keyPressEvent(event)


LETTERS = "pkrs"
"""The letters of the four verdicts."""


class ArticlesPanel(QWidget):
    """The queue; choosing an article lays it on the desk. Emits `judged` with a letter, and `lot` when the spot check is wanted."""

    judged = Signal(str)
    lot = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's project."""
        super().__init__(parent)
        self._session = session
        self.model = ArticleModel(session, self)
        self._heading = self._title("")
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Search stories"))
        self.words.setAccessibleName(_("Search stories"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._choose)
        self.chips = {name: self._chip(_(said)) for name, said in STAGES.items()}
        self.chips[CRITICAL] = self._chip(_("With critical findings"))
        self.chips[CRITICAL].setIcon(shape_icon(theme, Severity.CRITICAL))
        self.order = self._chip(_("The order in which they stand in the project, and are moved up and down"))
        self.order.setText(_("Own order"))
        self.order.toggled.connect(lambda wanted: self._arrange(in_order=wanted))
        for chip in self.chips.values():
            chip.toggled.connect(self._choose)
        self.list = ArticleList(_("Stories"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ArticleLines(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.judged.connect(self._judge)
        self.spot = self._title(_("Spot check"))
        self.check = QPushButton()
        self.check.setProperty("look", "row")
        self.check.clicked.connect(self.lot)
        self._filters = QWidget()
        self._lay_out()
        for signal in (session.opened, session.surveyed, session.stepped):
            signal.connect(self._follow)
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        self._count()
        self._follow()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._filters)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setSpacing(6)
        grid.addWidget(self.words, 0, 0, 1, 2)
        for at, chip in enumerate(self.chips.values()):
            grid.addWidget(chip, 1 + at // 2, at % 2)
        order = QHBoxLayout()
        order.setContentsMargins(4, 0, 4, 0)
        order.addWidget(self.order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 12, 6, 8)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addLayout(order)
        layout.addWidget(self._filters)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.spot)
        layout.addWidget(self.check)

    @staticmethod
    def _title(words: str) -> QLabel:
        heading = QLabel(words.upper())
        heading.setProperty("tone", "heading")
        heading.setContentsMargins(8, 0, 8, 0)
        heading.setWordWrap(True)
        return heading

    def _chip(self, told: str) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setToolTip(told)
        return chip

    def _choose(self) -> None:
        self.model.choose(self.words.text(), [name for name, chip in self.chips.items() if chip.isChecked()])
        self._show_chosen()

    def _arrange(self, *, in_order: bool) -> None:
        self.model.arrange(in_order=in_order)
        self._count()
        self._show_chosen()

    def _count(self) -> None:
        """Say how many there are of each kind."""
        counts, total, shown = self.model.counts(), self.model.total, self.model.rowCount()
        self._filters.setVisible(total >= FILTERED)
        for name, chip in self.chips.items():
            said = str(counts[name]) if name == CRITICAL else f"{_(STAGES[name])} {counts[name]}"
            chip.setText(said)
            chip.setAccessibleName(f"{chip.toolTip()}: {counts[name]}")
        order = _("Stories") if self.order.isChecked() else _("Stories · riskiest first")
        told = _("Stories · {shown} of {count}").format(shown=shown, count=total) if shown != total else order
        self._heading.setText(told.upper())

    def _follow(self, step: object = None) -> None:
        if isinstance(step, Step) and step.op == "move-article":
            self.order.setChecked(True)  # a story that was moved must be seen to move
        self._show_chosen()
        self._show_lot()

    def _show_chosen(self) -> None:
        self.list.show_current(self.model.index_of(self._session.article))

    def _show_lot(self) -> None:
        """How far the spot check is: the lot, and how many of the chosen articles were read."""
        standing = self._session.lot_standing()
        several = len(self._session.project.articles) > 1
        self.spot.setVisible(several)
        self.check.setVisible(several)
        self.order.setVisible(several)
        if standing is None:
            self.check.setText(_("Draw a sample…"))
        else:
            said = _("{name} · {read} / {count}\n{failed} of at most {accept} bad so far")
            self.check.setText(said.format_map(standing))

    def _judge(self, letter: str) -> None:
        """Give the article that is chosen in the list its verdict; it lies on the desk then, so that one sees what one says."""
        self._go(self.list.currentIndex())
        self.judged.emit(letter)

    def _go(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        if self._session.article is None or entry.article != self._session.article.id:
            self._session.switch(entry.article)
