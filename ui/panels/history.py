"""The changes at the right, second tab: who did what, newest first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n import _
from app.model import Step
from ui.lists import Line, RowList, TwoLines
from ui.models.history import HistoryModel, rows_of, told, when
from ui.panels.step import StepView
from ui.session import Session
from ui.theme import Theme


class StepLines(TwoLines):
    """A step as two lines: what it did and where, then when and who."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Take what names rows."""
        super().__init__(theme, parent)
        self._session = session

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one step."""
        step: Step = index.data(Qt.ItemDataRole.UserRole)
        labels = filter(None, (self._session.label(unit_id) for unit_id in rows_of(step)))
        return Line(told(self._session, step), " · ".join(filter(None, (when(step), step.who))), right=next(labels, ""))


class StepList(RowList):
    """The list itself; the key for copying takes the text that the step led to."""

    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the text of a step, not its line."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """The history of the article or of the current row; choosing a step goes to its row and shows below what it did."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's article."""
        super().__init__(parent)
        self._session = session
        self._model = HistoryModel(session, self)
        self._row_only = QPushButton(_("This row only"))
        self._row_only.setProperty("look", "chip")
        self._row_only.setCheckable(True)
        self._row_only.toggled.connect(self._choose)
        self._empty = QLabel(_("Nothing has been changed yet."))
        self._empty.setProperty("tone", "soft")
        self._empty.setContentsMargins(4, 0, 4, 0)
        self.list = StepList(_("Changes"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(StepLines(session, theme, self.list))
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.step = StepView(session, theme, self)
        self.list.copied.connect(self.step.copy)
        self.list.selectionModel().currentChanged.connect(self._look)
        chips = QHBoxLayout()
        chips.setContentsMargins(4, 0, 4, 0)
        chips.addWidget(self._row_only)
        chips.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(chips)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.step)
        for signal in (self._model.rowsInserted, self._model.modelReset):
            signal.connect(self._refresh)
        session.stepped.connect(self.step.refresh)
        self._refresh()

    def _choose(self, wanted: bool) -> None:
        self._model.only_row(wanted)

    def _refresh(self) -> None:
        self._empty.setVisible(not self._model.rowCount())
        self._look(self.list.currentIndex())

    def _look(self, index: QModelIndex) -> None:
        row = self._session.current if self._row_only.isChecked() else None
        self.step.show_step(index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None, row)

    def _go(self, index: QModelIndex) -> None:
        step: Step = index.data(Qt.ItemDataRole.UserRole)
        here = (unit_id for unit_id in rows_of(step) if self._session.label(unit_id))
        if (unit_id := next(here, 0)) != 0:
            self._session.go_to(unit_id)
