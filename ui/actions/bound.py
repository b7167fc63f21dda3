"""The table of actions as QActions of one window."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from app.i18n import _
from ui.actions.action import Action
from ui.actions.table import ACTIONS, CORRECTING, MENUS
from ui.icons import icon
from ui.session import Session
from ui.theme import Theme


class Actions(QObject):
    """The table as QActions of one window: enabled as the session stands, their keys safe from text fields."""

    def __init__(self, window: QWidget, session: Session, doors: Mapping[str, Callable[[], object]]) -> None:
        """Make all actions; `doors` is the window's map from ids to dialogs and desk methods."""
        super().__init__(window)
        self._session = session
        self._doors = doors  # a connection alone does not keep the owner of a method alive
        self.by_id: dict[str, QAction] = {}
        for action in ACTIONS:
            made = self.by_id[action.id] = QAction(_(action.text), self)
            made.setObjectName(action.id)
            made.setCheckable(action.ticked is not None)
            made.triggered.connect(self._runner(action))
            window.addAction(made)
        self._keys: set[str] = set()
        self.take_keys()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)
        for signal in (
            session.opened,
            session.checked,
            session.stepped,
            session.moved,
            session.drafted,
            session.focused,
            session.viewed,
            session.opined,
            session.asked,
            session.assessed,
            session.surveyed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    def take_keys(self) -> None:
        """Give every action the keys it has now."""
        for action in ACTIONS:
            self.by_id[action.id].setShortcuts([QKeySequence(key) for key in action.shortcuts])
        self._keys = {QKeySequence(key).toString() for action in ACTIONS for key in action.shortcuts}

    def refresh(self) -> None:
        """Enable what is possible now, and tick the switches that are on."""
        for action in ACTIONS:
            readable = not (self._session.assessing and action.id in CORRECTING)
            self.by_id[action.id].setEnabled(readable and action.enabled(self._session))
            if action.ticked is not None:
                self.by_id[action.id].setChecked(action.ticked(self._session))

    def dress(self, theme: Theme) -> None:
        """Give the actions their icons."""
        for action in ACTIONS:
            if action.icon:
                self.by_id[action.id].setIcon(icon(theme, action.icon))

    def menus(self, parent: QWidget) -> Iterator[QMenu]:
        """The menus, in order."""
        for name, title in MENUS:
            menu = QMenu(_(title), parent)
            self.fill(menu, (action.id for action in ACTIONS if action.menu == name))
            yield menu

    def fill(self, menu: QMenu, ids: Iterator[str]) -> None:
        """Put actions into a menu, with the lines that divide them."""
        divided = {action.id for action in ACTIONS if action.divided}
        for action_id in ids:
            if action_id in divided:
                menu.addSeparator()
            menu.addAction(self.by_id[action_id])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window's keys pass a text field that would take them for editing keys of its own."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()).toString() in self._keys:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _runner(self, action: Action) -> Callable[[], object]:
        if action.verb is None:
            return self._doors[action.id]
        verb = action.verb
        return lambda: verb(self._session)

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit):
            now.removeEventFilter(self)
            now.installEventFilter(self)
