"""A day's articles in a window, and keys that go where the keyboard is."""

from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import Reviewer, Settings, Typing
from app.store import Store
from tests.app.review.day import day, project_of
from ui.jobs import Job
from ui.session import Session
from ui.window import Window
from ui.window.showing import Windows

CONTROL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def rest(session: Session, qtbot) -> None:
    at_rest = lambda: not (session.busy or session.unchecked or Job.running or session._waiting)  # noqa: E731
    qtbot.waitUntil(at_rest, timeout=60_000)


@contextmanager
def opened_day(qtbot, tmp_path, count, log=None):
    path = tmp_path / "day.gegenlesen"
    store = Store.create(path)
    project_of(day(count), store, log)
    store.close()
    session = Session()
    session.sign("Jo Winter")
    windows = Windows(Settings(reviewer=Reviewer("Jo Winter"), typing=Typing(spelling=False)))
    window = windows.show(session)
    qtbot.addWidget(window)
    with qtbot.waitSignal(session.opened, timeout=30_000):
        session.open_files([path])
    qtbot.waitUntil(lambda: window.articles.model.total == count)
    qtbot.waitUntil(lambda: all(window.articles.model.entry(n).risk is not None for n in range(1, count + 1)), timeout=60_000)
    rest(session, qtbot)
    yield window
    rest(session, qtbot)
    window.close()
    session.deleteLater()


def popup():
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def dialog():
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def press(window: Window, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is: in a popup, in a dialog, in a field of the window."""
    there = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
    QTest.keyClick((there.focusWidget() if there is not window else QApplication.focusWidget()) or there, key, modifiers)
