"""All commands in one list, found by typing."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import _
from ui.actions import ACTIONS, MENUS, Actions, key_text, plain
from ui.dialogs.popup import Popup

ROWS_SHOWN = 11


class KeysAtRight(QStyledItemDelegate):
    """Writes the key of a command at the right of its row."""

    def __init__(self, keys: dict[str, str], parent: QWidget) -> None:
        """Take the keys by the text of a row."""
        super().__init__(parent)
        self._keys = keys

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the row and its key."""
        super().paint(painter, option, index)
        painter.setPen(option.palette.placeholderText().color())
        box = option.rect.adjusted(0, 0, -10, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._keys.get(str(index.data()), ""))


class Palette(Popup):
    """Runs the command that is typed or chosen; commands that make no sense now are left out."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        """List what can be done now."""
        super().__init__(parent, _("All commands"))
        menus = dict(MENUS)
        possible = [action for action in ACTIONS if action.id != "palette" and actions.by_id[action.id].isEnabled()]
        names = {f"{plain(_(menus[action.menu]))}: {plain(_(action.text))}": action for action in possible}
        self._triggers = {name: actions.by_id[action.id] for name, action in names.items()}
        self._filter = QSortFilterProxyModel(self)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filter.setSourceModel(QStringListModel(list(names), self))
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Command"))
        self.field.setPlaceholderText(_("Type a command"))
        self.field.textChanged.connect(self._choose)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(_("All commands"))
        self.list.setModel(self._filter)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setItemDelegate(KeysAtRight({name: key_text(action) for name, action in names.items()}, self.list))
        self.list.setSpacing(2)
        self.list.clicked.connect(lambda _index: self._run())
        self.list.setFixedHeight((self.list.fontMetrics().height() + 8) * ROWS_SHOWN)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list)
        self._choose("")
        self.setFocusProxy(self.field)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go through the list while one types."""
        moves = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in moves:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _choose(self, words: str) -> None:
        self._filter.setFilterFixedString(words.strip())
        self.list.setCurrentIndex(self._filter.index(0, 0))

    def _run(self) -> None:
        name = self.list.currentIndex().data()
        self.close()
        if name in self._triggers:
            self._triggers[name].trigger()
