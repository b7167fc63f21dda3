"""The rows of the article on the desk as a Qt model that follows steps."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.article import Article
from app.i18n import N_, _
from app.model import RowSplice, State, Step, Unit
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex

STATES = {
    State.INITIAL: N_("open"),
    State.TRANSLATED: N_("open"),
    State.REVIEWED: N_("confirmed"),
    State.FINAL: N_("confirmed"),
}
"""What a reviewer calls the states of XLIFF."""


class Column(IntEnum):
    """What a column shows."""

    NUMBER = 0
    SOURCE = 1
    STATE = 2
    TARGET = 3


TITLES = (N_("Row"), N_("Source"), N_("State"), N_("Translation"))


def state_name(unit: Unit) -> str:
    """How far a row is, in the language of the interface, and whether a new version of its text has come in since."""
    said = _("needs work") if unit.needs_work else _(STATES[unit.state])
    if unit.source_before:
        return _("{state}, source changed").format(state=said)
    return _("{state}, translation changed").format(state=said) if unit.target_before else said


class UnitModel(QAbstractTableModel):
    """One row for each unit of the article; only another article resets it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show what is on the session's desk, now and from now on."""
        super().__init__(parent)
        self._session = session
        self._units: list[Unit] = []
        self._positions: dict[int, int] = {}
        session.opened.connect(self._open)
        session.stepped.connect(self.follow)
        self._open()

    @property
    def article(self) -> Article | None:
        """The article whose rows these are."""
        return self._session.article

    @property
    def units(self) -> Sequence[Unit]:
        """The rows in order."""
        return self._units

    def position(self, unit_id: int) -> int:
        """Where a unit stands; -1 for one that is not there."""
        if not self._positions:
            self._positions = {unit.id: at for at, unit in enumerate(self._units)}
        return self._positions.get(unit_id, -1)

    def follow(self, step: Step) -> None:
        """Change what a step changed, and announce it row by row."""
        if self.article is not None and step.article == self.article.id:
            for splice in step.splices:
                if isinstance(splice, RowSplice):
                    self._splice(splice)

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of units."""
        return 0 if parent is not None and parent.isValid() else len(self._units)

    def columnCount(self, parent: Index | None = None) -> int:
        """Number, source, state, translation."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, and the Unit itself under `UserRole`."""
        if not index.isValid():
            return None
        unit = self._units[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return unit
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._shown(unit, Column(index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal and 0 <= section < len(TITLES):
            return _(TITLES[section])
        return None

    def _shown(self, unit: Unit, column: Column) -> str:
        assert self.article is not None
        match column:
            case Column.NUMBER:
                return self._session.label(unit.id)
            case Column.SOURCE:
                return self.article.source_text(unit).plain
            case Column.STATE:
                return state_name(unit)
            case Column.TARGET:
                return unit.target.plain

    def _open(self) -> None:
        self.beginResetModel()
        self._units = list(self.article.units) if self.article else []
        self._positions = {}
        self.endResetModel()

    def _splice(self, splice: RowSplice) -> None:
        at = self.position(splice.anchor) + 1 if splice.anchor else 0
        same = min(len(splice.before), len(splice.after))
        if [unit.id for unit in splice.before] != [unit.id for unit in splice.after]:
            self._positions = {}
        self._units[at : at + same] = splice.after[:same]
        self._drop(at + same, len(splice.before) - same)
        self._insert(at + same, splice.after[same:])
        if same:
            self.dataChanged.emit(self.index(at, 0), self.index(at + same - 1, len(Column) - 1))

    def _drop(self, at: int, count: int) -> None:
        if count > 0:
            self.beginRemoveRows(QModelIndex(), at, at + count - 1)
            del self._units[at : at + count]
            self.endRemoveRows()

    def _insert(self, at: int, units: Sequence[Unit]) -> None:
        if units:
            self.beginInsertRows(QModelIndex(), at, at + len(units) - 1)
            self._units[at:at] = units
            self.endInsertRows()
