"""The projects that were opened lately, each with what opens it, keeps it on the list or takes it off."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.i18n import _, interface_language
from app.places import Recent
from ui.icons import icon
from ui.panels.labels import Elided
from ui.theme import Theme

SHOWN = 8
"""Projects that are listed besides the pinned ones."""

HEIGHT, SIDE = 46, 28
"""Pixels at 100 %: of an entry, and of the buttons in it."""


def when(moment: datetime | None, now: datetime) -> str:
    """When something was opened, in words: the time of today and yesterday, otherwise the day; empty where it is not known."""
    if moment is None:
        return ""
    local = moment.astimezone(now.tzinfo)
    match (now.date() - local.date()).days:
        case 0:
            return _("today, {time}").format(time=f"{local:%H:%M}")
        case 1:
            return _("yesterday, {time}").format(time=f"{local:%H:%M}")
    form = "d. MMMM yyyy" if interface_language() == "de" else "d MMMM yyyy"
    return QLocale(interface_language()).toString(QDate(local.year, local.month, local.day), form)


class Entry(QWidget):
    """One project with its buttons and keys.

    Emits `chosen` when it is to be opened, or looked for where it is gone, `pinned`, `forgotten`, and `stepped` with -1 for up or 1 for down.
    """

    chosen = Signal()
    pinned = Signal(bool)
    forgotten = Signal()
    stepped = Signal(int)

    def __init__(self, recent: Recent, now: datetime, theme: Theme) -> None:
        """Show a project as it is `now`."""
        super().__init__()
        self.recent, self.there = recent, recent.path.is_file()
        self._theme = theme
        self.main = self._opener(when(recent.opened, now))
        told = _("Pinned: choose this to unpin it") if recent.pinned else _("Pin it: it stays at the head of this list")
        self.pin = self._small(told, lambda: self.pinned.emit(not recent.pinned))
        self.drop = self._small(_("Take it off this list; the file stays"), self.forgotten.emit)
        self.pin.setIcon(icon(theme, "pin" if recent.pinned else "pin-outline"))
        self.drop.setIcon(icon(theme, "close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.main, self.pin, self.drop):
            layout.addWidget(part, int(part is self.main))
            part.installEventFilter(self)

    def menu(self) -> QMenu:
        """What can be done with the project."""
        menu = QMenu(self)
        menu.addAction(_("Open") if self.there else _("Look for it…"), self.chosen.emit)
        menu.addAction(_("No longer pinned") if self.recent.pinned else _("Pin"), lambda: self.pinned.emit(not self.recent.pinned))
        menu.addAction(_("Take off the list"), self.forgotten.emit)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go to another project, Delete takes this one off the list."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.modifiers():
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Delete:
                self.forgotten.emit()
            case _:
                return super().eventFilter(watched, event)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer by mouse where the mouse is, by key under the entry."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        menu.popup(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _opener(self, opened: str) -> QPushButton:
        path = self.recent.path
        button = QPushButton()
        button.setProperty("look", "row")
        button.setAutoDefault(True)  # Return presses it, not Space alone
        button.setMinimumHeight(round(self._theme.pixels(HEIGHT)))
        button.setToolTip(str(path))
        button.clicked.connect(self.chosen)
        name, time, folder = QLabel(path.stem), QLabel(opened), Elided("small")
        name.setProperty("tone", "strong" if self.there else "soft")
        name.setTextFormat(Qt.TextFormat.PlainText)
        time.setProperty("tone", "small")
        told = "" if self.there else _("Not there: moved, renamed, or on a drive that is not connected? Choose it to look for it.")
        folder.say(told or str(path.parent))
        button.setAccessibleName(path.stem if self.there else _("{name}, missing").format(name=path.stem))
        button.setAccessibleDescription(" ".join(filter(None, (opened, told or str(path.parent)))))
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(time)
        layout = QVBoxLayout(button)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(folder)
        return button

    def _small(self, told: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "plain")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = round(self._theme.pixels(SIDE))
        button.setMinimumSize(side, side)
        button.setIconSize(QSize(side // 2, side // 2))
        button.setToolTip(told)
        button.setAccessibleName(f"{told}: {self.recent.path.stem}")
        button.clicked.connect(act)
        return button


class RecentList(QWidget):
    """The projects under their headings: pinned ones, then the others. Up and Down go from one to the next.

    Emits `chosen` and `sought` with the path of a project that is there or is not, `pinned` with a path and whether, `forgotten` with
    a path, `stepped` with the entry that was gone to.
    """

    chosen = Signal(object)
    sought = Signal(object)
    pinned = Signal(object, bool)
    forgotten = Signal(object)
    stepped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self.entries: list[Entry] = []
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_projects(self, known: Sequence[Recent]) -> None:
        """List these, and leave the keyboard about where it was."""
        held, old, self._parts = self._held(), self._parts, []
        now = datetime.now().astimezone()
        self.entries = [self._entry(each, now) for each in _listed(known)]
        pinned = sum(entry.recent.pinned for entry in self.entries)
        for number, entry in enumerate(self.entries):
            if number in {0, pinned}:
                self._add(_heading(_("Pinned") if number < pinned else _("Recent projects")))
            self._add(entry)
        if held is not None and self.entries:
            self.entries[min(held, len(self.entries) - 1)].main.setFocus()
        for part in old:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _step(self, from_entry: Entry, step: int) -> None:
        """Go to the entry above or below."""
        at = self.entries.index(from_entry) + step
        gone_to = self.entries[max(0, min(at, len(self.entries) - 1))]
        gone_to.main.setFocus()
        self.stepped.emit(gone_to)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)
        part.show()  # at once, so that it can have the keyboard

    def _held(self) -> int | None:
        """The entry that has the keyboard."""
        focused = self.window().focusWidget()
        return next((number for number, entry in enumerate(self.entries) if entry.isAncestorOf(focused)), None)

    def _entry(self, recent: Recent, now: datetime) -> Entry:
        entry, path = Entry(recent, now, self._theme), recent.path
        entry.chosen.connect(lambda: (self.chosen if entry.there else self.sought).emit(path))
        entry.pinned.connect(lambda pinned: self.pinned.emit(path, pinned))
        entry.forgotten.connect(lambda: self.forgotten.emit(path))
        entry.stepped.connect(lambda step: self._step(entry, step))
        return entry


def _listed(known: Sequence[Recent]) -> Iterator[Recent]:
    """The pinned projects, and the latest others."""
    yield from (each for each in known if each.pinned)
    yield from [each for each in known if not each.pinned][:SHOWN]


def _heading(words: str) -> QLabel:
    label = QLabel(words.upper())
    label.setProperty("tone", "heading")
    label.setContentsMargins(12, 8, 0, 2)
    return label
