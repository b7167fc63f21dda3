"""Files that are dropped on a story, and reading that takes long."""

from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton

from app.settings import Reviewer, Settings
from tests.ui.conftest import PAIRS
from tests.ui.test_places import kept
from tests.ui.test_window import drop
from ui.jobs import Job
from ui.session import Session
from ui.window import waiting
from ui.window.showing import show

STORY = ("The town has built a bridge over the river, and it will open on the first day of May.", "Die Stadt hat eine Brücke gebaut.")


@pytest.fixture
def window(qapp, qtbot, tmp_path):
    session = Session()
    made = show(session, Settings(reviewer=Reviewer(name="Jo Winter")))
    with qtbot.waitSignal(session.opened):
        session.open_files([kept(tmp_path / "p.gegenlesen", PAIRS)])
    qtbot.waitUntil(lambda: not Job.running, timeout=20000)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not Job.running, timeout=20000)
    made.deleteLater()


@pytest.fixture
def pair(tmp_path):
    paths = tmp_path / "b.en.txt", tmp_path / "b.de.txt"
    for path, text in zip(paths, STORY, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def way(window, text):
    return next(b for b in window.message.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_two_files_dropped_on_a_project_can_join_it(window, qtbot, pair):
    drop(window, *pair)
    assert not window.session.busy
    with qtbot.waitSignal(window.session.surveyed):
        way(window, "Add to this project").click()
    assert len(window.session.project.articles) == 2


def test_or_they_become_a_project_of_their_own(window, qtbot, pair, tmp_path):
    drop(window, *pair)
    with qtbot.waitSignal(window.session.opened):
        way(window, "Open").click()
    assert window.session.path == tmp_path / "b.gegenlesen"


def test_reading_that_takes_long_can_be_given_up(window, qtbot, monkeypatch):
    monkeypatch.setattr(waiting, "PAUSE", 10)
    window._waiting._pause.setInterval(10)
    go_on = Event()

    def slow(_who, progress):
        progress(1, 4)
        go_on.wait(20)
        progress(2, 4)
        raise AssertionError("nobody cancelled")

    before = window.session.project
    window.session._read(slow)
    qtbot.waitUntil(lambda: "25" in window.message.text and window.message.isVisible())
    way(window, "Cancel").click()
    go_on.set()
    qtbot.waitUntil(lambda: not window.session.busy)
    assert window.session.project is before
    assert not window.message.isVisible()
