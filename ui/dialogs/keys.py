"""The shortcut sheet: every command with its keys, by menu; found by typing, changed by pressing other keys."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.i18n import _
from app.settings import Keys
from ui.actions import Action, plain, typeable
from ui.dialogs.frame import deciding
from ui.models.keys import KeysModel

SIZE = (660, 680)
COLUMN = 100
"""Letters that a row takes, for large text."""


class KeysDialog(QDialog):
    """Lists the keys, made from the table of actions; `chosen` are those to keep once it was accepted."""

    def __init__(self, kept: Keys, parent: QWidget) -> None:
        """Show all commands."""
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.model = KeysModel(kept, self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.model)
        self._found.setRecursiveFilteringEnabled(True)
        self._found.setAutoAcceptChildRows(True)
        self._found.setFilterKeyColumn(-1)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Find a command or a key"))
        self.filter.setAccessibleName(_("Find a command or a key"))
        self.filter.textChanged.connect(self._narrow)
        self.list = self._listed()
        self.chord = QKeySequenceEdit()
        self.chord.setMaximumSequenceLength(1)
        self.chord.setAccessibleName(_("New key"))
        self.chord.editingFinished.connect(self._pressed)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("tone", "small")
        self.told.setMinimumHeight(self.told.fontMetrics().height() * 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 14)
        layout.setSpacing(10)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._changing())
        layout.addWidget(self.told)
        layout.addWidget(self._buttons())
        width = max(SIZE[0], self.fontMetrics().averageCharWidth() * COLUMN)
        self.resize(min(parent.width() - 40, width), min(parent.height() - 40, SIZE[1]))
        self._face()

    @property
    def chosen(self) -> Keys:
        """The keys that differ from the usual ones."""
        return self.model.chosen

    def _listed(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self._found)
        view.setAccessibleName(_("Commands"))
        view.setRootIsDecorated(False)
        view.setItemsExpandable(False)
        view.setUniformRowHeights(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.expandAll()
        view.setCurrentIndex(self._found.index(0, 0, self._found.index(0, 0)))
        view.selectionModel().currentChanged.connect(self._face)
        view.activated.connect(lambda _index: self.chord.setFocus())
        return view

    def _changing(self) -> QHBoxLayout:
        self._take, self._usual, self._all = (QPushButton(words) for words in (_("No key"), _("Usual key"), _("All usual keys")))
        self._take.clicked.connect(lambda: self._give(()))
        self._usual.clicked.connect(lambda: self._give(self._action().usual))
        self._all.clicked.connect(self._reset)
        label = QLabel(_("New key"))
        label.setBuddy(self.chord)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.chord, 1)
        for button in (self._take, self._usual, self._all):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons, _keep = deciding(self, _("Keep"), back=_("Close"))
        for words, act in ((_("Print…"), self._print), (_("Save as PDF…"), self._save)):
            buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(act)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)
        return buttons

    def _print(self) -> None:
        from ui.printing import print_report

        print_report(self.model.sheet(), self)

    def _save(self) -> None:
        """Write the sheet as a PDF file."""
        from ui.printing import save_pdf

        name, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), "gegenlesen-keys.pdf", "PDF (*.pdf)")
        if not name:
            return
        try:
            save_pdf(self.model.sheet(), Path(name))
        except UserError as error:
            self.told.setText(str(error))
        else:
            self.told.setText(_("Saved as “{path}”.").format(path=name))

    def _narrow(self, words: str) -> None:
        self._found.setFilterFixedString(words.strip())
        self.list.expandAll()

    def _current(self) -> Action | None:
        return self.model.action(self._found.mapToSource(self.list.currentIndex()))

    def _action(self) -> Action:
        action = self._current()
        assert action is not None
        return action

    def _face(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        """Show what can be changed about the command that is chosen."""
        action = self._current()
        self.chord.clear()
        self.told.setText("")
        for part in (self.chord, self._take, self._usual):
            part.setEnabled(action is not None)

    def _pressed(self) -> None:
        sequence = self.chord.keySequence()
        if sequence.isEmpty() or self._current() is None:
            return
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if not typeable(key):
            self.told.setText(_("{key} cannot be typed on every keyboard, or belongs to writing: choose another.").format(key=key))
            return
        self.chord.clear()
        self._give((key,))

    def _give(self, keys: tuple[str, ...]) -> None:
        """Give the command these keys, and say from whom they were taken."""
        action = self._action()
        owners = {owner.id: plain(_(owner.text)) for key in keys if (owner := self.model.owner(key, action)) is not None}
        self.model.give(action, keys)
        native = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else _("no key")
        told = _("“{command}” now has {key}.").format(command=plain(_(action.text)), key=native)
        if owners:
            told += " " + _("It was taken from “{command}”.").format(command="”, “".join(owners.values()))
        self.told.setText(told)

    def _reset(self) -> None:
        self.model.reset()
        self.told.setText(_("Every command has its usual keys."))
