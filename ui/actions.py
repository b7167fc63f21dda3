"""Everything a person can do: one table, from which menus, buttons, palette, shortcuts and the shortcut sheet are made.

Keys follow the habits of the field and can be typed on a German keyboard on any system: no Ctrl+Alt (it is AltGr on
Windows), no Alt+digit (codes on the keypad), no Shift+digit and no Shift+punctuation (other characters by layout).
"""

import sys
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from app.i18n import N_, _
from ui.session import Session, View
from ui.theme import Theme, icon

Condition = Callable[[Session], bool]

MENUS = (
    ("story", N_("&Story")),
    ("edit", N_("&Edit")),
    ("go", N_("&Go")),
    ("row", N_("&Row")),
    ("finding", N_("&Finding")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)


class Action(Struct, frozen=True, kw_only=True):
    """One thing to do.

    `verb` is the session's; without one the window's map of dialogs and desk methods knows the `id`. `mac` holds the keys
    on a Mac where Cmd for Ctrl will not do. `icon` is a name of Material Design Icons, `divided` draws a line above it in
    its menu.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] | None = None
    verb: Callable[[Session], None] | None = None
    enabled: Condition = bool
    icon: str = ""
    divided: bool = False

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """The keys on this system, in Qt's portable spelling."""
        on_mac = sys.platform == "darwin" and self.mac is not None
        return self.mac or () if on_mac else self.keys


def always(_session: Session) -> bool:
    """Whatever is open."""
    return True


def story(session: Session) -> bool:
    """A story is on the desk."""
    return session.article is not None


def several(session: Session) -> bool:
    """The project holds more than one story."""
    return len(session.project.articles) > 1


def row(session: Session) -> bool:
    """A row is current."""
    return session.unit is not None


def finding(session: Session) -> bool:
    """The current row has an open finding, or one was gone to."""
    return session.finding is not None or bool(session.current and session.findings_at(session.current))


def findings(session: Session) -> bool:
    """The story has an open finding."""
    return bool(session.findings)


def repairable(session: Session) -> bool:
    """There is one right answer: a ready repair, or an inserted passage to take out."""
    unit = session.unit
    return finding(session) or (unit is not None and unit.source is None and not unit.removed)


def undoable(session: Session) -> bool:
    """There is a step, or something typed, to take back."""
    return session.article is not None and bool(session.drafts or session.project.log.undoable(session.article.id))


def redoable(session: Session) -> bool:
    """There is a step to repeat."""
    return session.article is not None and session.project.log.redoable(session.article.id) is not None


def inserted(session: Session) -> bool:
    """The current row was inserted by hand and holds no imported text."""
    return session.unit is not None and session.unit.source is None and session.unit.imported is None


def removed(session: Session) -> bool:
    """The current row was taken out."""
    return session.unit is not None and session.unit.removed


def present(session: Session) -> bool:
    """The current row is part of the story."""
    return session.unit is not None and not session.unit.removed


def _view(view: View) -> Callable[[Session], None]:
    return lambda session: session.set_view(view)


ACTIONS: tuple[Action, ...] = (
    Action(id="open-pair", menu="story", icon="file-compare", text=N_("Open pair…"), keys=("Ctrl+Shift+O",), enabled=always),
    Action(id="open-project", menu="story", icon="folder-open-outline", text=N_("Open project…"), keys=("Ctrl+O",), enabled=always),
    Action(id="paste-pair", menu="story", icon="content-paste", text=N_("Paste two texts…"), enabled=always),
    Action(id="add-pair", menu="story", text=N_("Add a story to the project…"), enabled=story),
    Action(id="drop-article", menu="story", text=N_("Take the story off the list"), verb=Session.drop_article, enabled=several),
    Action(id="start-page", menu="story", text=N_("Start page"), enabled=always),
    Action(
        id="copy-for-cms", menu="story", icon="content-copy", text=N_("Copy for CMS"), keys=("Ctrl+Shift+C",), enabled=story, divided=True
    ),
    Action(id="export", menu="story", icon="export-variant", text=N_("Export…"), keys=("Ctrl+E",), enabled=story),
    Action(id="save-copy", menu="story", icon="content-save-outline", text=N_("Save a copy…"), keys=("Ctrl+Shift+S",), enabled=story),
    Action(id="close-window", menu="story", text=N_("Quit"), keys=("Ctrl+Q",), enabled=always, divided=True),
    Action(id="undo", menu="edit", icon="undo", text=N_("Undo"), keys=("Ctrl+Z",), enabled=undoable),
    Action(
        id="redo",
        menu="edit",
        icon="redo",
        text=N_("Redo"),
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        mac=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=redoable,
    ),
    Action(id="find", menu="edit", icon="magnify", text=N_("Find"), keys=("Ctrl+F",), enabled=story, divided=True),
    Action(id="find-next", menu="edit", text=N_("Find next"), keys=("F3",), mac=("Ctrl+G", "F3"), enabled=story),
    Action(id="palette", menu="edit", icon="console-line", text=N_("All commands…"), keys=("Ctrl+Shift+P",), enabled=always, divided=True),
    Action(id="settings", menu="edit", icon="cog-outline", text=N_("Settings…"), keys=("Ctrl+,",), enabled=always),
    Action(id="next-row", menu="go", text=N_("Next row"), keys=("Ctrl+Down",), mac=("Meta+Alt+Down",), verb=Session.next_row, enabled=row),
    Action(
        id="previous-row",
        menu="go",
        text=N_("Previous row"),
        keys=("Ctrl+Up",),
        mac=("Meta+Alt+Up",),
        verb=Session.previous_row,
        enabled=row,
    ),
    Action(
        id="next-finding",
        menu="go",
        icon="arrow-down",
        text=N_("Next finding"),
        keys=("F8", "Alt+Down"),
        mac=("F8",),
        verb=Session.next_finding,
        enabled=findings,
    ),
    Action(
        id="previous-finding",
        menu="go",
        icon="arrow-up",
        text=N_("Previous finding"),
        keys=("Shift+F8", "Alt+Up"),
        mac=("Shift+F8",),
        verb=Session.previous_finding,
        enabled=findings,
    ),
    Action(
        id="next-open-row",
        menu="go",
        text=N_("Next row with a finding"),
        keys=("Ctrl+Shift+Down",),
        mac=("Meta+Shift+Down",),
        verb=Session.next_open_row,
        enabled=findings,
    ),
    Action(
        id="previous-open-row",
        menu="go",
        text=N_("Previous row with a finding"),
        keys=("Ctrl+Shift+Up",),
        mac=("Meta+Shift+Up",),
        verb=Session.previous_open_row,
        enabled=findings,
    ),
    Action(
        id="go-to-row",
        menu="go",
        icon="arrow-right-bottom",
        text=N_("Go to row…"),
        keys=("Ctrl+G",),
        mac=("Ctrl+J",),
        enabled=story,
        divided=True,
    ),
    Action(id="next-pane", menu="go", text=N_("Source, translation, findings"), keys=("F6",), enabled=story),
    Action(id="previous-pane", menu="go", text=N_("Findings, translation, source"), keys=("Shift+F6",), enabled=story),
    Action(
        id="confirm",
        menu="row",
        icon="check",
        text=N_("Confirm and go on"),
        keys=("Ctrl+Return", "Ctrl+Enter"),
        verb=Session.confirm,
        enabled=row,
    ),
    Action(
        id="confirm-paragraph",
        menu="row",
        text=N_("Confirm the paragraph"),
        keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        verb=Session.confirm_paragraph,
        enabled=row,
    ),
    Action(id="confirm-to-here", menu="row", text=N_("Confirm down to here"), verb=Session.confirm_to_here, enabled=row),
    Action(id="reopen", menu="row", text=N_("Take the confirmation back"), verb=Session.reopen, enabled=row),
    Action(id="needs-work", menu="row", icon="flag-outline", text=N_("Needs work"), keys=("Ctrl+U",), verb=Session.needs_work, enabled=row),
    Action(id="note", menu="row", icon="note-edit-outline", text=N_("Note…"), keys=("Ctrl+M",), mac=("Meta+M",), enabled=row),
    Action(
        id="restore",
        menu="row",
        icon="restore",
        text=N_("Restore the imported text"),
        keys=("Ctrl+R",),
        verb=Session.restore,
        enabled=row,
        divided=True,
    ),
    Action(id="copy-source", menu="row", text=N_("Copy the source"), keys=("F4",), verb=Session.copy_source, enabled=row),
    Action(id="strong", menu="row", text=N_("Strong"), keys=("Ctrl+B",), enabled=present),
    Action(id="emphasis", menu="row", text=N_("Emphasis"), keys=("Ctrl+I",), enabled=present),
    Action(id="rows", menu="row", text=N_("Change the rows…"), keys=("Ctrl+L",), enabled=row, divided=True),
    Action(id="join", menu="row", text=N_("&Join with the next row"), keys=("Ctrl+J",), mac=("Meta+J",), verb=Session.join, enabled=row),
    Action(id="split", menu="row", text=N_("&Split at the caret"), keys=("Ctrl+Shift+J",), mac=("Meta+Shift+J",), enabled=row),
    Action(id="border-up", menu="row", text=N_("Move the border &up"), verb=Session.border_up, enabled=row),
    Action(id="border-down", menu="row", text=N_("Move the border &down"), verb=Session.border_down, enabled=row),
    Action(id="detach", menu="row", text=N_("&Take the two sides apart"), verb=Session.detach, enabled=row),
    Action(id="link", menu="row", text=N_("&Link with the next row"), verb=Session.link, enabled=row),
    Action(id="insert-row", menu="row", text=N_("&Insert a row below"), verb=Session.insert_row, enabled=row),
    Action(id="insert-subhead", menu="row", text=N_("Insert a sub&head below"), verb=Session.insert_subhead, enabled=row),
    Action(id="delete-row", menu="row", text=N_("D&elete the inserted row"), verb=Session.delete_row, enabled=inserted),
    Action(id="realign-from-here", menu="row", text=N_("Align again &from here"), verb=Session.realign_from_here, enabled=row),
    Action(id="realign", menu="row", text=N_("&Align all rows again"), verb=Session.realign, enabled=row),
    Action(
        id="remove-passage",
        menu="row",
        icon="text-box-remove-outline",
        text=N_("&Remove the passage"),
        verb=Session.remove_passage,
        enabled=present,
        divided=True,
    ),
    Action(
        id="bring-back",
        menu="row",
        icon="text-box-plus-outline",
        text=N_("&Bring the passage back"),
        verb=Session.bring_back,
        enabled=removed,
    ),
    Action(
        id="apply-fix",
        menu="finding",
        icon="auto-fix",
        text=N_("Repair and go on"),
        keys=("Alt+Return", "Alt+Enter"),
        verb=Session.apply_fix,
        enabled=repairable,
    ),
    Action(id="fixes", menu="finding", text=N_("Repair or dismiss…"), keys=("Ctrl+.",), mac=("Meta+.",), enabled=finding),
    Action(
        id="dismiss",
        menu="finding",
        icon="close-circle-outline",
        text=N_("Not an error, go on"),
        keys=("Alt+Delete",),
        mac=("Meta+Backspace",),
        enabled=finding,
    ),
    Action(id="view-text", menu="view", text=N_("Text"), keys=("Ctrl+1",), verb=_view(View.TEXT), enabled=story),
    Action(id="view-changes", menu="view", text=N_("Changes"), keys=("Ctrl+2",), verb=_view(View.CHANGES), enabled=story),
    Action(id="view-original", menu="view", text=N_("Original"), keys=("Ctrl+3",), verb=_view(View.ORIGINAL), enabled=story),
    Action(id="view-cold", menu="view", text=N_("Cold read"), keys=("Ctrl+5",), verb=_view(View.COLD), enabled=story),
    Action(id="articles-panel", menu="view", text=N_("Stories"), keys=("F9",), enabled=several, divided=True),
    Action(id="findings-panel", menu="view", text=N_("Findings and changes"), keys=("Shift+F9",), enabled=story),
    Action(id="larger", menu="view", text=N_("Larger text"), keys=("Ctrl++", "Ctrl+="), enabled=always, divided=True),
    Action(id="smaller", menu="view", text=N_("Smaller text"), keys=("Ctrl+-",), enabled=always),
    Action(id="normal-size", menu="view", text=N_("Normal text size"), keys=("Ctrl+0",), enabled=always),
    Action(id="shortcuts", menu="help", icon="keyboard-outline", text=N_("Keys…"), keys=("F1",), enabled=always),
    Action(id="about", menu="help", icon="information-outline", text=N_("About Gegenlesen"), enabled=always),
)

ROW_MENU = (
    "join",
    "split",
    "border-up",
    "border-down",
    "detach",
    "link",
    "insert-row",
    "insert-subhead",
    "delete-row",
    "realign-from-here",
    "realign",
    "remove-passage",
    "bring-back",
)
"""What Ctrl+L offers, by the letter underlined in its text."""


def plain(text: str) -> str:
    """A menu text without the mark of its letter."""
    return text.replace("&", "")


def key_text(action: Action) -> str:
    """The first shortcut as it is written on this system; empty when there is none."""
    return QKeySequence(action.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.shortcuts else ""


class Actions(QObject):
    """The table as QActions of one window: enabled as the session stands, their keys safe from text fields."""

    def __init__(self, window: QWidget, session: Session, doors: Mapping[str, Callable[[], None]]) -> None:
        """Make all actions; `doors` is the window's map from ids to dialogs and desk methods."""
        super().__init__(window)
        self._session = session
        self.by_id: dict[str, QAction] = {}
        for action in ACTIONS:
            made = self.by_id[action.id] = QAction(_(action.text), self)
            made.setObjectName(action.id)
            made.setShortcuts([QKeySequence(key) for key in action.shortcuts])
            made.triggered.connect(self._runner(action, doors))
            window.addAction(made)
        self._keys = {QKeySequence(key).toString() for action in ACTIONS for key in action.shortcuts}
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)
        for signal in (session.opened, session.checked, session.stepped, session.moved, session.drafted, session.focused):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Enable what is possible now."""
        for action in ACTIONS:
            self.by_id[action.id].setEnabled(action.enabled(self._session))

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

    def _runner(self, action: Action, doors: Mapping[str, Callable[[], None]]) -> Callable[[], None]:
        if action.verb is None:
            return doors[action.id]
        verb = action.verb
        return lambda: verb(self._session)

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit):
            now.removeEventFilter(self)
            now.installEventFilter(self)
