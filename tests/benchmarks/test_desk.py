"""The desk with many rows: opening it, a key press to painted glyphs, a notch of the wheel, a jump. Run on demand."""

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.article import Project
from app.checks import CHECKS
from app.style import Profile
from tests.ui.desk.conftest import long_article
from ui.desk import Desk
from ui.session import Session
from ui.theme import LIGHT, apply

ROWS = (10_000, 100_000)


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


def shown(session: Session) -> Desk:
    desk = Desk(session, LIGHT)
    desk.resize(1000, 900)
    desk.show()
    QApplication.processEvents()
    return desk


@pytest.fixture
def desk(session):
    """The desk in the middle of that story."""
    made = shown(session)
    made.show_row(session.article.units[len(session.article.units) // 2].id)
    made.focus_target()
    yield made
    made.hide()


def paint(desk: Desk) -> None:
    desk.view.viewport().repaint()
    desk.view.current.target.viewport().repaint()


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_open(benchmark, session):
    benchmark.pedantic(lambda: shown(session).hide(), rounds=3)


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_key_to_paint(benchmark, desk):
    field = desk.view.current.target

    def press() -> None:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ä"))
        paint(desk)

    benchmark.pedantic(press, rounds=60)


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_wheel_frame(benchmark, desk):
    def turn() -> None:
        desk.view.sheet.scroll.by(75)
        desk.view.arrange()
        paint(desk)

    benchmark.pedantic(turn, rounds=60)


@pytest.mark.parametrize("session", ROWS, indirect=True)
def test_jump_frame(benchmark, desk):
    chance = random.Random(1)

    def jump() -> None:
        desk.view.scroll_to(chance.randrange(desk.view.sheet.scroll.limit))
        paint(desk)

    benchmark.pedantic(jump, rounds=30)
