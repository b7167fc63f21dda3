"""The desk under test: no screen, a home of its own, nothing left behind, and real key presses."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.article import Article, Project
from app.evidence.story import Story
from app.model import Block, BlockKind, BlockStart, Document, Joint, Span, State, Text, Unit
from app.settings import Settings
from app.style import Profile
from ui.jobs import Job
from ui.session import Session
from ui.session.found import found_in
from ui.window.showing import show
from ui.window.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Settings, recent files and logs of one test only."""
    folder = tmp_path / "home"
    monkeypatch.setenv("GEGENLESEN_HOME", str(folder))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return folder


@pytest.fixture(autouse=True, scope="session")
def engine() -> None:
    """The engine, as it is there a second after the program has started."""
    found_in(Story(()), Profile())


@pytest.fixture(autouse=True)
def nothing_left(qapp) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a worker behind."""
    before = set(qapp.topLevelWidgets())
    yield
    # without a screen the clipboard outlives Python, and destroying what Python made for it then crashes
    qapp.clipboard().clear()
    for _ in range(200):
        if not Job.running:
            break
        QTest.qWait(10)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not Job.running, "a job is still running"
    left = [w for w in qapp.topLevelWidgets() if w not in before and w.isVisible()]
    assert not left, f"windows left open: {left}"
    timers = [t for w in qapp.topLevelWidgets() if w not in before for t in w.findChildren(QTimer) if t.isActive() and not t.isSingleShot()]
    assert not timers, f"timers left running: {timers}"


def type_text(widget: QWidget, text: str) -> None:
    """Type any characters, umlauts included (QTest.keyClicks aborts on them)."""
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))


@pytest.fixture
def typed() -> Callable[[QWidget, str], None]:
    return type_text


def do(window: Window, action: str) -> None:
    """Perform an action as its menu or key would."""
    window.doors.by_id[action].trigger()


@contextmanager
def shown_until_done(session: Session, settings: Settings) -> Iterator[Window]:
    """A window over a session, closed in the end with whatever it has opened."""
    window = show(session, settings)
    try:
        yield window
    finally:
        for widget in [w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, Window)]:
            widget.close()
        window.close()
        window.deleteLater()
        session.deleteLater()


def document(language: str, *paragraphs: str) -> Document:
    """A story of plain paragraphs; the first is its title."""
    blocks, at = [], 0
    for number, words in enumerate(paragraphs):
        kind = BlockKind.PARAGRAPH if number else BlockKind.TITLE
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 2
    return Document(language, "text", Text("\n\n".join(paragraphs)), tuple(blocks))


def article_of(project: Project, *pairs: tuple[str, str], title: str = "Ferry") -> Article:
    """An article of one row a paragraph; "" stands for nothing on that side."""
    source = document("en", *(s for s, _ in pairs if s))
    target = document("de", *(t for _, t in pairs if t))
    sources, targets = iter(source.blocks), iter(target.blocks)
    units = []
    for number, (s, t) in enumerate(pairs, 1):
        block = next(targets) if t else None
        units.append(
            Unit(
                id=number,
                source=next(sources).span if s else None,
                imported=block.span if block else None,
                target=Text(t),
                opening=BlockStart(block.kind) if block else Joint(),
                state=State.TRANSLATED if t else State.INITIAL,
            )
        )
    return project.add(title, source, target, tuple(units))[0]


PAIRS = (
    ("A bridge for Tolmin", "Eine Brücke für Tolmin"),
    ("The council voted on Monday.", "Der Rat stimmte am Montag ab."),
    ("", "Lesen Sie auch: Zehn Brücken, die man gesehen haben muss"),
    ("", "Abonnieren Sie unseren Newsletter 😀"),
    ("It will cost $4 million.", "Sie wird 4 Milliarden Dollar kosten."),
    ("Work begins in May.", ""),
)


@pytest.fixture
def session(qapp) -> Iterator[Session]:
    """A small story on the desk, without a file."""
    project = Project()
    article_of(project, *PAIRS)
    made = Session()
    made.open(project)
    yield made
    made.close()
    made.deleteLater()
