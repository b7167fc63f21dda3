"""Every screen of the program, found by trying every action: a new dialog is met here without being named."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QStackedWidget, QTabWidget, QWidget

from app import places, settings
from app.article import Project
from app.i18n import use_language
from app.model import Span
from app.settings import Appearance, Language, Reviewer, Settings
from tests.ui.conftest import PAIRS, article_of
from ui.actions import ACTIONS
from ui.session import Session
from ui.window.showing import show
from ui.window.window import Window

AWAY = frozenset({"start-page", "new-window", "close-window", "quit", "larger", "smaller", "normal-size"})
"""What closes or remakes the window."""


def windows() -> list[QWidget]:
    """What is on the screen, menus apart."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, QMenu)]


def close_all(kind: type[QWidget] = QWidget) -> None:
    """Close every window of a kind, and let go of it."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, kind) and not (kind is QWidget and isinstance(widget, Window)):
            widget.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def desk(language: Language = Language.ENGLISH, percent: int = 100) -> Iterator[Window]:
    """A window on the small story, twice in its project, that nothing is asked in."""
    project = Project()
    article_of(project, *PAIRS, title="Bridge")
    article_of(project, *PAIRS)
    session = Session()
    session.open(project)
    appearance = Appearance(language=language, theme=settings.Theme.LIGHT, text_percent=percent)
    window = show(session, Settings(reviewer=Reviewer(name="Jo Winter"), appearance=appearance))
    while window.doors.by_id["export"].icon().isNull():
        QTest.qWait(10)
    try:
        yield window
    finally:
        close_all()
        close_all(Window)
        for made in [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]:  # it may have been made anew
            made.deleteLater()
        session.close()
        session.deleteLater()
        use_language("en")


def _answered(answer: object, *_asked: object, **_more: object) -> object:
    """What a file dialog of the system says when it is left at once."""
    return answer


def screens(window: Window, monkeypatch) -> Iterator[tuple[str, QWidget]]:
    """The window itself, then whatever every action opens, each with a name; closed again when the next is asked for."""
    for asked, answer in {
        "getOpenFileName": ("", ""),
        "getOpenFileNames": ([], ""),
        "getSaveFileName": ("", ""),
        "getExistingDirectory": "",
    }.items():
        monkeypatch.setattr(QFileDialog, asked, partial(_answered, answer))
    yield from pages("window", window)
    before = {window}
    for action in ACTIONS:
        if action.verb is not None or action.id in AWAY:
            continue
        for home in (0, 4):  # an inserted row, and one with a wrong number: different finding, different dialog
            window.session.go_to(window.session.article.units[home].id)
            window.doors.by_id[action.id].trigger()
            QTest.qWait(1)
            opened = [w for w in windows() if w not in before and w.isWindow()]
            for widget in opened:
                yield from pages(f"{action.id}: {type(widget).__name__}", widget)
            close_all()
            if not opened:
                break
    yield from assessed(window)
    yield from start_page(window)


def assessed(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The window while one assesses, and what asks for a mark."""
    window.session.toggle_assessing()
    yield "assessing", window
    current = window.desk.view.current
    current.target.select(Span(0, 3))
    before = set(windows())
    window.doors.by_id["mark"].trigger()
    QTest.qWait(1)
    for widget in [each for each in windows() if each not in before]:
        yield f"mark: {type(widget).__name__}", widget
    close_all()
    window.session.toggle_assessing()


def pages(name: str, screen: QWidget) -> Iterator[tuple[str, QWidget]]:
    """A screen, then the same on each of its pages and tabs but the one that was open."""
    stacks = [each for kind in (QTabWidget, QStackedWidget) for each in screen.findChildren(kind)]
    mine = [each for each in stacks if not isinstance(each.parent(), QTabWidget) and each is not getattr(screen, "middle", None)]
    yield name, screen
    for stack in mine:
        first = stack.currentIndex()
        for number in range(stack.count()):
            if number != first and (isinstance(stack, QStackedWidget) or stack.isTabVisible(number)):
                stack.setCurrentIndex(number)
                QTest.qWait(1)
                yield f"{name}, page {number}", screen
        stack.setCurrentIndex(first)


def start_page(window: Window) -> Iterator[tuple[str, QWidget]]:
    """The window with nothing open, and with projects that were opened lately."""
    for name in ("ferry", "strike", "tolmin"):
        places.remember(settings.data_folder() / f"{name}.gegenlesen")
    places.pin(settings.data_folder() / "tolmin.gegenlesen", pinned=True)
    settings.data_folder().mkdir(parents=True, exist_ok=True)
    (settings.data_folder() / "ferry.gegenlesen").write_bytes(b"")
    window.session.leave()
    QTest.qWait(1)
    yield "start page", window
