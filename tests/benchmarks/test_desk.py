"""The window with many rows: opening it, a key press to painted glyphs, a notch of the wheel, a jump. Run on demand.

Each is set beside what Qt's own text field does with the same text in the same run, so that figures of two machines compare.
"""

import random
import statistics
import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from app.article import Project
from app.checks import CHECKS
from app.settings import Reviewer, Settings
from app.style import Profile
from tests.ui.desk.conftest import long_article
from ui.session import Session
from ui.theme import LIGHT, apply
from ui.window.showing import Windows
from ui.window.window import Window

ROWS = (10_000, 100_000)
SIZE = (1440, 900)


@pytest.fixture
def session(qapp, request):
    """A session with a long story and no check to run."""
    apply(qapp, LIGHT)
    project = Project()
    project.use(Profile(off=frozenset(check.id for check in CHECKS)))
    long_article(project, request.param)
    made = Session()
    made.open(project)
    yield made
    made.close()


def shown(session: Session) -> Window:
    settings = Settings(reviewer=Reviewer(name="Ida"))
    window = Window(session, settings, LIGHT, Windows(settings))
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    return window


@pytest.fixture
def window(session):
    """The window in the middle of that story."""
    made = shown(session)
    made.desk.show_row(session.article.units[len(session.article.units) // 2].id)
    made.desk.focus_target()
    QApplication.processEvents()
    yield made
    made.retire()


@pytest.fixture
def bare(session):
    """Qt's own field with the whole translation, in the middle of it."""
    field = QTextEdit()
    field.setPlainText("\n".join(unit.target.plain for unit in session.article.units[:10_000]))
    field.resize(*SIZE)
    field.show()
    cursor = field.textCursor()
    cursor.setPosition(len(field.toPlainText()) // 2)
    field.setTextCursor(cursor)
    QApplication.processEvents()
    yield field
    field.close()


def press(field) -> None:
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ä"))
    QApplication.processEvents()


def compare(benchmark, work, peer, rounds: int) -> None:
    """Run both in turn; keep the median of the ratio and what 99 of 100 rounds stay below."""
    times, ratios = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        between = time.perf_counter()
        peer()
        times.append(between - began)
        ratios.append((between - began) / (time.perf_counter() - between))
    benchmark.extra_info["times Qt's own field (median)"] = round(statistics.median(ratios), 2)
    benchmark.extra_info["ms (median)"] = round(statistics.median(times) * 1000, 1)
    benchmark.extra_info["ms (99 of 100)"] = round(sorted(times)[-max(1, rounds // 100)] * 1000, 1)
    benchmark.pedantic(work, rounds=3)


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_open(benchmark, session):
    text = "\n".join(unit.target.plain for unit in session.article.units)

    def peer() -> None:
        field = QTextEdit()
        field.setPlainText(text)
        field.resize(*SIZE)
        field.show()
        QApplication.processEvents()
        field.close()

    compare(benchmark, lambda: shown(session).retire(), peer, 3)


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_key_to_paint(benchmark, window, bare):
    compare(benchmark, lambda: press(window.desk.view.current.target), lambda: press(bare), 200)


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_wheel_frame(benchmark, window, bare):
    def turn() -> None:
        window.desk.view.sheet.scroll.by(75)
        window.desk.view.arrange()
        QApplication.processEvents()

    def peer() -> None:
        bare.verticalScrollBar().setValue(bare.verticalScrollBar().value() + 75)
        QApplication.processEvents()

    compare(benchmark, turn, peer, 200)


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_jump_frame(benchmark, window, bare):
    chance = random.Random(1)

    def jump() -> None:
        window.desk.view.scroll_to(chance.randrange(window.desk.view.sheet.scroll.limit))
        QApplication.processEvents()

    def peer() -> None:
        bare.verticalScrollBar().setValue(chance.randrange(bare.verticalScrollBar().maximum()))
        QApplication.processEvents()

    compare(benchmark, jump, peer, 50)
