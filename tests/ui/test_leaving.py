"""Closing a window while something is under way for it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.article import Project
from app.evidence.spelling import find
from app.store import Store
from tests.ui.conftest import PAIRS, article_of
from ui.jobs import Job
from ui.session import Session


def test_a_project_is_free_again_when_its_window_closes_while_it_is_read(qapp, tmp_path, qtbot):
    (tmp_path / "en.txt").write_text("The council agrees.", encoding="utf-8")
    (tmp_path / "de.txt").write_text("Der Rat stimmt zu.", encoding="utf-8")
    first = Session()
    first.open_files([tmp_path / "en.txt", tmp_path / "de.txt"])
    with qtbot.waitSignal(first.opened, timeout=20_000):
        pass
    path = first.path
    first.close()
    for _ in range(5):
        session = Session()
        session.open_files([path])
        session.close()
        qtbot.waitUntil(lambda: not Job.running, timeout=20_000)
        assert session.article is None
        store, project = Store.open(path)
        store.close()
        assert project.articles
        session.deleteLater()
    first.deleteLater()


def test_what_comes_in_for_a_session_that_is_gone_is_dropped_without_a_word(qapp, tmp_path, qtbot, capfd):
    session = Session()
    session.open_sample()
    session.close()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not Job.running, timeout=20_000)
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(find("de") is None, reason="no German dictionary on this system")
@pytest.mark.parametrize("closed", [True, False])
def test_an_answer_about_spelling_finds_nobody_home_and_says_nothing(qapp, qtbot, capfd, closed):
    project, session = Project(), Session()
    article_of(project, *PAIRS)
    session.open(project)
    session.suggest("Hafn")
    if closed:
        session.close()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not Job.running, timeout=20_000)
    assert capfd.readouterr().err == ""
