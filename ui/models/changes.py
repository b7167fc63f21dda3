"""Changes to be looked at before they are made: groups of places, each to be ticked, with what stands there and what would."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app import diff
from app.model import Span

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
AROUND = 34
"""Code points of context on either side of a change."""


class Change(Struct, frozen=True):
    """One place: its `group`, the name of its row, and the text around it; `before` goes and `after` comes."""

    group: str
    row: str
    left: str
    before: str
    after: str
    right: str

    @property
    def spoken(self) -> str:
        """The change in words, for screen readers and searches."""
        return f"{self.row} {self.left}{self.before} → {self.after}{self.right}"


def change(group: str, row: str, text: str, span: Span, after: str) -> Change:
    """A change of a stretch of a text, with some of the text around it."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    left = f"{'…' if start else ''}{text[start : span.start]}"
    right = f"{text[span.end : end]}{'…' if end < len(text) else ''}"
    return Change(group, row, left, span.of(text), after, right)


def rewritten(group: str, row: str, before: str, after: str) -> Change:
    """The change from one text to another: from the first word that differs to the last, with some of the text around it."""
    changed = [chunk for chunk in diff.chunks(before, after) if chunk.change is not diff.Change.EQUAL]
    if not changed:
        return change(group, row, before, Span(0, 0), "")
    first, last = changed[0], changed[-1]
    return change(group, row, before, Span(first.before.start, last.before.end), after[first.after.start : last.after.end])


class ChangesModel(QAbstractItemModel):
    """A tree: groups, in them their changes; all ticked at first. Emits `ticked` when what is chosen changes."""

    ticked = Signal()

    def __init__(self, changes: Sequence[Change], parent: QObject, *, ticks: bool = True) -> None:
        """Show these changes, in groups as they come, with boxes to tick, all of them ticked at first."""
        super().__init__(parent)
        self._changes, self._ticks = changes, ticks
        self._chosen = [True] * len(changes)
        groups: dict[str, list[int]] = {}
        for number, each in enumerate(changes):
            groups.setdefault(each.group, []).append(number)
        self._groups = list(groups.items())

    def chosen(self) -> list[int]:
        """The numbers of the changes that are ticked, in the order in which they were given."""
        return [number for number, chosen in enumerate(self._chosen) if chosen]

    def change(self, index: Index) -> Change | None:
        """The change of a row; None for a group."""
        return self._changes[self._number(index)] if index.isValid() and index.internalId() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Groups at the top, changes in a group."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()][1])

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """One."""
        return 1

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """A row; changes carry the number of their group, counted from 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the other overload asks for the QObject
        """The group of a change."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be ticked, where there are boxes."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if self._ticks and index.isValid() else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name of a group with its count, a change in words, and what is ticked."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._state(index) if self._ticks else None
        each = self.change(index)
        if each is not None:
            return each.spoken if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None
        name, numbers = self._groups[index.row()]
        return f"{name} · {len(numbers)}" if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a change, or all of a group."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        chosen = Qt.CheckState(value) is Qt.CheckState.Checked
        for number in [self._number(index)] if index.internalId() else self._groups[index.row()][1]:
            self._chosen[number] = chosen
        group = self.parent(index) if index.internalId() else self.index(index.row(), 0)
        self.dataChanged.emit(group, group, [Qt.ItemDataRole.CheckStateRole])
        last = self.index(self.rowCount(group) - 1, 0, group)
        self.dataChanged.emit(self.index(0, 0, group), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()
        return True

    def _number(self, index: Index) -> int:
        return self._groups[int(index.internalId()) - 1][1][index.row()]

    def _state(self, index: Index) -> Qt.CheckState:
        if index.internalId():
            return Qt.CheckState.Checked if self._chosen[self._number(index)] else Qt.CheckState.Unchecked
        chosen = [self._chosen[number] for number in self._groups[index.row()][1]]
        if all(chosen):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(chosen) else Qt.CheckState.Unchecked
