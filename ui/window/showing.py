"""The windows of the program, one for each open project, in the look and language that the settings ask for."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QCoreApplication, QLibraryInfo, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app import settings as kept
from app.errors import UserError
from app.i18n import _, system_language, use_language
from app.places import keep_open, open_last
from app.settings import Settings
from ui import theme
from ui.actions import use_keys
from ui.session import Session
from ui.session.reading import SAMPLE
from ui.theme import Theme
from ui.window.parts import Parts
from ui.window.window import Window

TOUR_PAUSE = 250
"""Milliseconds in which a window comes to rest before one is led round."""


ANSWER_PAUSE = 300
"""Milliseconds between looks whether a dialog has been answered, which would be gone with its window."""


def themed(settings: Settings) -> Theme:
    """The look that the settings ask for."""
    chosen = {kept.Theme.LIGHT: theme.LIGHT, kept.Theme.DARK: theme.DARK}
    look = chosen.get(settings.appearance.theme) or theme.system_theme()
    return replace(look, percent=settings.appearance.text_percent)


def show(session: Session, settings: Settings) -> Window:
    """Show the first window of the program on a session."""
    return Windows(settings).show(session)


def offer_tour(session: Session) -> None:
    """Lead round the desk when the sample is opened and has been checked, once."""

    def look() -> None:
        if session.path is not None and session.path.name.startswith(SAMPLE) and session.article is not None and not session.unchecked:
            session.checked.disconnect(look)
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible() and w.session is session)
            QTimer.singleShot(TOUR_PAUSE, window, window.doors.by_id["tour"].trigger)

    session.checked.connect(look)


class Windows(QObject):
    """All windows, in the order in which they came; a window is replaced by another when language, colours or text size change.

    With `recording`, the projects that are open are remembered, for the next start.
    """

    def __init__(self, settings: Settings) -> None:
        """Begin with none."""
        super().__init__()
        self.settings = settings
        self._look = themed(settings)
        self._words = QTranslator(self)
        self._windows: list[Window] = []
        self.recording = False
        self._answered = QTimer(self, singleShot=True, interval=ANSWER_PAUSE)
        self._answered.timeout.connect(self.renew)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    def __len__(self) -> int:
        return len(self._windows)

    def show(self, session: Session) -> Window:
        """Show a window on a session."""
        session.opened.connect(self._record)
        session.saver.noticed.connect(self._record)
        first = not self._windows
        if first:
            self._dress()
        window = self._make(session)
        self._windows.append(window)
        if first:
            theme.cover(_app(), self._look)
        window.show()
        return window

    def another(self) -> Window:
        """Show a window on a session of its own, with nothing open."""
        session = Session()
        session.sign(self._windows[0].session.project.log.who)
        return self.show(session)

    def open_in(self, window: Parts, paths: Sequence[Path]) -> None:
        """Open a project or the files of a story in a window, unless the project is open in one: that comes to the front."""
        holder = self._holder(paths)
        if holder is None:
            window.session.open_files(paths)
        else:
            _raise(holder)

    def open(self, paths: Sequence[Path]) -> None:
        """Open a project or the files of a story where nothing is open yet, otherwise in another window; no path asks for a look at one."""
        free = next((window for window in self._windows if window.session.article is None and not window.session.busy), None)
        target = free or (self.another() if paths and self._holder(paths) is None else self._windows[-1])
        _raise(target)
        if paths:
            self.open_in(target, paths)

    def reopen(self) -> None:
        """Open what was open when the program ended, and say what is no longer there."""
        last = open_last()
        gone = [path for path in last if not path.is_file()]
        for path in last:
            if path not in gone:
                self.open([path])
        if gone:
            self._say_gone(self._windows[-1], ", ".join(f"“{path}”" for path in gone))

    def adopt(self, settings: Settings) -> None:
        """Have every window live by settings that were changed in one of them."""
        self.settings = settings
        for window in self._windows:
            window.adopt(settings)

    def renew(self) -> None:
        """Make every window anew, where it stands, in the look and language of the settings; once nothing waits for an answer in one."""
        if any(map(_is_asking, self._windows)):
            self._answered.start()
            return
        self._answered.stop()
        for old in self._windows:
            old.staying.retire()
        self._dress()
        theme.cover(_app(), self._look)
        for place, old in enumerate(self._windows):
            new = self._windows[place] = self._make(old.session, old.saveGeometry())
            new.show()
            new.staying.take_over(old)
            old.retire()

    def begin_recording(self) -> None:
        """Remember from now on which projects are open, those included that are open already."""
        self.recording = True
        if any(window.session.path is not None for window in self._windows):
            self._record()

    def follow_system(self) -> None:
        """Become light or dark with the system, where the settings leave it to the system."""
        if self.settings.appearance.theme is kept.Theme.SYSTEM:
            self.renew()

    def quit(self) -> None:
        """Close all windows; one whose work cannot be saved stays, and those that are still open with it."""
        was, self.recording = self.recording, False  # what is open now is what is opened the next time
        if not all(window.close() for window in list(self._windows)):
            self.recording = was
            self._record()

    def closed(self, window: Parts) -> None:
        """Let go of a window that has closed; the last one ends the program, and its project is opened the next time."""
        if len(self._windows) > 1:
            self._windows = [other for other in self._windows if other is not window]
            window.session.deleteLater()
            window.deleteLater()
            self._record()

    def finish(self) -> None:
        """Finish every project file, also where the system ended the program without closing its windows. Raises UserError."""
        for window in self._windows:
            window.session.close()

    def keep_now(self) -> None:
        """Have everything on the disk before the system ends the session; what cannot be saved is kept trying."""
        for window in self._windows:
            window.session.keep_now()
            window.staying.keep()
            with suppress(UserError):
                window.session.saver.flush()

    def abandon(self) -> None:
        """Give up what cannot be saved."""
        for window in self._windows:
            window.session.saver.abandon()

    def _dress(self) -> None:
        """Give the whole program the language, keys, colours and font of the settings."""
        app, settings = _app(), self.settings
        language = settings.appearance.language
        self._speak(system_language() if language is kept.Language.SYSTEM else language.value)
        use_keys(settings.keys.changed)
        self._look = themed(settings)
        theme.lay_ground(app, self._look)

    def _speak(self, language: str) -> None:
        """Use a language for our words and for Qt's own: names of keys, file dialogs, menus of text fields."""
        use_language(language)
        QCoreApplication.removeTranslator(self._words)
        if self._words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            QCoreApplication.installTranslator(self._words)

    def _make(self, session: Session, geometry: QByteArray | None = None) -> Window:
        window = Window(session, self.settings, self._look, self)
        if geometry is not None:
            window.restoreGeometry(geometry)
        return window

    def _holder(self, paths: Sequence[Path]) -> Window | None:
        """The window in which a project is open."""
        return next((window for window in self._windows if len(paths) == 1 and _is_same(window.session.path, paths[0])), None)

    def _say_gone(self, window: Window, names: str) -> None:
        told = _("No longer there: {names}. Was it moved or renamed? Then open it from its new place.").format(names=names)
        if window.session.busy:  # opening clears the bar
            once = Qt.ConnectionType.SingleShotConnection
            window.session.opened.connect(lambda: window.message.say(told), once)
        else:
            window.message.say(told)

    def _record(self) -> None:
        if self.recording:
            with suppress(UserError):  # a convenience only
                keep_open([path for window in self._windows if (path := window.session.path) is not None])


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _is_same(one: Path | None, other: Path) -> bool:
    try:
        return one is not None and one.samefile(other)
    except OSError:
        return False


def _is_asking(window: Window) -> bool:
    """Whether a dialog or popup of a window is open."""
    mine = (each for each in window.findChildren(QWidget) if each.isWindow() and each.isVisible())
    return any(each.isModal() or each.windowType() is Qt.WindowType.Popup for each in mine)


def _raise(window: Window) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
