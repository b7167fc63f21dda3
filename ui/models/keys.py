"""The commands with their keys, by menu, as they would be after the changes made so far."""

from collections.abc import Iterator
from importlib.metadata import version

from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QKeySequence

from app.i18n import _, interface_language
from app.reports.page import Column, Facts, Kind, Report, Section, Table
from app.settings import Keys
from ui.actions import ACTIONS, MENUS, Action, plain, spelled

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NATIVE = QKeySequence.SequenceFormat.NativeText


class KeysModel(QAbstractItemModel):
    """A tree: menus, in them their commands; the second column holds the keys. `chosen` is what differs from the usual keys."""

    def __init__(self, chosen: Keys, parent: QObject) -> None:
        """Begin with the changes made earlier."""
        super().__init__(parent)
        self.chosen = chosen
        self._menus = [(title, [action for action in ACTIONS if action.menu == name]) for name, title in MENUS]

    def action(self, index: Index) -> Action | None:
        """The command of a row; None for a menu."""
        if not index.isValid() or not index.parent().isValid():
            return None
        return self._menus[index.parent().row()][1][index.row()]

    def keys(self, action: Action) -> tuple[str, ...]:
        """The keys a command would have."""
        return self.chosen.changed.get(action.id, action.usual)

    def sheet(self) -> Report:
        """All commands with their keys, to be printed."""
        sections = []
        for title, actions in self._menus:
            named = ((action, [QKeySequence(key).toString(NATIVE) for key in self.keys(action)]) for action in actions)
            rows = tuple((plain(_(action.text)), ", ".join(keys)) for action, keys in named if keys)
            columns = Column(_("Command"), Kind.WIDE), Column(_("Key"))
            sections.extend([Section(plain(_(title)), (Table("", columns, rows),))] if rows else [])
        version_of = Facts(((_("Version"), f"Gegenlesen {version('gegenlesen')}"),))
        return Report("keys", _("Keys"), interface_language(), tuple(sections), version_of)

    def owner(self, chord: str, but: Action) -> Action | None:
        """Another command that has this chord."""
        return next((each for each in self._actions() if each is not but and chord in spelled(self.keys(each))), None)

    def give(self, action: Action, keys: tuple[str, ...]) -> None:
        """Let a command have these keys, and nobody else; its usual ones are no change."""
        changed = {**self.chosen.changed, action.id: keys}
        for other in self._actions():
            if other is not action and (lost := set(spelled(keys)) & set(spelled(self.keys(other)))):
                changed[other.id] = tuple(key for key in self.keys(other) if not set(spelled([key])) & lost)
        usual = {each.id: each.usual for each in self._actions()}
        self.chosen = replace(self.chosen, changed={name: held for name, held in changed.items() if held != usual.get(name)})
        self._tell()

    def reset(self) -> None:
        """Give every command its usual keys."""
        self.chosen = Keys()
        self._tell()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Menus at the top, commands in a menu."""
        if not parent.isValid():
            return len(self._menus)
        return 0 if parent.parent().isValid() or parent.column() else len(self._menus[parent.row()][1])

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """What it does, and its keys."""
        return 2

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """A cell; commands carry the number of their menu."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the other overload asks for the QObject
        """The menu of a command."""
        menu = index.internalId() if index.isValid() else 0
        return self.createIndex(menu - 1, 0, 0) if menu else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; menus and what was changed stand in bold."""
        action = self.action(index)
        if role == Qt.ItemDataRole.FontRole and (action is None or action.id in self.chosen.changed):
            bold = QFont()
            bold.setBold(True)
            return bold
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if action is None:
            return plain(_(self._menus[index.row()][0])) if index.column() == 0 else ""
        return plain(_(action.text)) if index.column() == 0 else shown(self.keys(action))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns hold."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return _("Keys") if section else _("Command")

    def _actions(self) -> Iterator[Action]:
        return (action for _title, actions in self._menus for action in actions)

    def _tell(self) -> None:
        for row in range(len(self._menus)):
            menu = self.index(row, 0)
            self.dataChanged.emit(self.index(0, 0, menu), self.index(self.rowCount(menu) - 1, 1, menu))


def shown(keys: tuple[str, ...]) -> str:
    """Keys as they are written on this system; the keypad's Enter goes without saying."""
    return "   ".join(QKeySequence(key).toString(NATIVE) for key in keys if not key.endswith("Enter"))
