"""Windows in the look and language that the settings ask for, and pictures of them."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from app import settings as kept
from app.i18n import system_language, use_language
from app.settings import Settings
from ui import theme
from ui.actions import use_keys
from ui.jobs import Job
from ui.session import Session
from ui.session.reading import SAMPLE
from ui.theme import Theme
from ui.window.window import SIZE, Window

PICTURE_PAUSE = 250
"""Milliseconds between looks whether the window has come to rest."""


def themed(settings: Settings) -> Theme:
    """The look that the settings ask for."""
    chosen = {kept.Theme.LIGHT: theme.LIGHT, kept.Theme.DARK: theme.DARK}
    look = chosen.get(settings.appearance.theme) or theme.system_theme()
    return replace(look, percent=settings.appearance.text_percent)


def speak(app: QApplication, language: str) -> None:
    """Use a language for our words and for Qt's own: names of keys, file dialogs, menus of text fields."""
    use_language(language)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def show(session: Session, settings: Settings, geometry: QByteArray | None = None) -> Window:
    """Show a window on a session; it replaces itself when language, colours or text size change."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language = settings.appearance.language
    speak(app, system_language() if language is kept.Language.SYSTEM else language.value)
    use_keys(settings.keys.changed)
    look = themed(settings)
    theme.apply(app, look)
    window = Window(session, settings, look)
    if geometry is not None:
        window.restoreGeometry(geometry)

    def renew(changed: Settings) -> None:
        window.staying.retire()
        show(session, changed, window.saveGeometry())
        window.retire()

    window.restyled.connect(renew)
    app.styleHints().colorSchemeChanged.connect(window.follow_system)
    window.show()
    return window


def offer_tour(session: Session) -> None:
    """Lead round the desk when the sample is opened and has been checked, once."""

    def look() -> None:
        if session.path is not None and session.path.name.startswith(SAMPLE) and session.article is not None and not session.unchecked:
            session.checked.disconnect(look)
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible())
            QTimer.singleShot(PICTURE_PAUSE, window, window.doors.by_id["tour"].trigger)

    session.checked.connect(look)


def take_picture(session: Session, path: Path) -> None:
    """Write a picture of the window in its full size once it has come to rest, and quit."""
    window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
    window.resize(SIZE)

    def wait(rested: bool) -> None:
        resting = not (session.busy or Job.running)
        if resting and rested:  # a pause after the last job, in which what it brought has found its place
            look()
        else:
            QTimer.singleShot(PICTURE_PAUSE, lambda: wait(resting))

    def look() -> None:
        window.grab().save(str(path))
        window.close()

    wait(rested=False)
