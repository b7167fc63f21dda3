"""The steps of the article, newest first, as a Qt model."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.i18n import N_, _
from app.model import RowSplice, Step, Text
from ui.session import Session
from ui.session.sentences import described

Index = QModelIndex | QPersistentModelIndex

TURNS = {"undo": N_("Undone: {what}"), "redo": N_("Redone: {what}")}


def rows_of(step: Step) -> list[int]:
    """The ids of the rows that a step changed."""
    return [unit.id for splice in step.splices if isinstance(splice, RowSplice) for unit in (*splice.after, *splice.before)]


class Version(Struct, frozen=True):
    """A row's translation before a step and after it; None where the row was not there or was out of the story."""

    unit: int
    before: Text | None
    after: Text | None


def versions(step: Step) -> list[Version]:
    """The translations that a step changed, as the rows stand."""
    found = []
    for splice in step.splices:
        if isinstance(splice, RowSplice):
            was, now = ({unit.id: None if unit.removed else unit.target for unit in units} for units in (splice.before, splice.after))
            found += [Version(key, was.get(key), now.get(key)) for key in {**was, **now}]
    return [version for version in found if version.before != version.after]


def told(session: Session, step: Step) -> str:
    """What a step did."""
    what = described(step, session.article)
    return _(TURNS[step.op]).format(what=what) if step.op in TURNS else what


def when(step: Step) -> str:
    """The local time of a step, with the day when it was another one than today."""
    moment = datetime.fromisoformat(step.when).astimezone()
    today = datetime.now().astimezone().date()
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%Y-%m-%d %H:%M}"


class HistoryModel(QAbstractListModel):
    """One row for each step, newest first; of one row of the article, or of all."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the whole article at first."""
        super().__init__(parent)
        self._session = session
        self._of_row = False
        self._steps: list[Step] = []
        session.opened.connect(self._open)
        session.stepped.connect(self._follow)
        session.moved.connect(self._moved)
        self._open()

    def only_row(self, wanted: bool) -> None:
        """Show the steps of the current row only, or of the whole article."""
        self._of_row = wanted
        self._open()

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of steps shown."""
        return 0 if parent is not None and parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The step itself under `UserRole`, what it did and who did it as text."""
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return step
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(filter(None, (told(self._session, step), when(step), step.who)))
        return None

    def _wanted(self) -> Sequence[Step]:
        article = self._session.article
        steps = self._session.project.log.of(article.id) if article else []
        return [step for step in reversed(steps) if not self._of_row or self._session.current in rows_of(step)]

    def _follow(self, step: Step) -> None:
        article = self._session.article
        if article is not None and step.article == article.id and (not self._of_row or self._session.current in rows_of(step)):
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._steps.insert(0, step)
            self.endInsertRows()

    def _moved(self, _unit_id: int) -> None:
        if self._of_row:
            self._open()

    def _open(self) -> None:
        self.beginResetModel()
        self._steps = list(self._wanted())
        self.endResetModel()
