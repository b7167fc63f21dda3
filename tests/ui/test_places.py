"""Being where one was: after closing, after a crash, and in every story of a project."""

import pytest
from PySide6.QtWidgets import QApplication

from app.article import Project
from app.model import Severity
from app.places import Place, Stand, keep_place, place_of
from app.settings import Appearance, Reviewer, Settings, Theme
from app.store import Original, Store
from tests.ui.conftest import PAIRS, article_of
from ui.session import Session, View
from ui.window import staying
from ui.window.showing import show
from ui.window.window import Window

LENGTHY = tuple((f"The council voted on day {n} of the year.", f"Der Rat stimmte am Tag {n + n % 2} des Jahres ab.") for n in range(1, 61))
VERY_LONG = LENGTHY * 8


@pytest.fixture
def project(tmp_path):
    return kept(tmp_path / "two.gegenlesen", LENGTHY, PAIRS)


def kept(path, *stories):
    """A project file with these stories."""
    store, project = Store.create(path), Project()
    for number, pairs in enumerate(stories):
        article = article_of(project, *pairs, title=f"Story {number}")
        files = [Original(document, "story.txt", document.text.plain.encode()) for document in (article.source, article.target)]
        store.add(project.log.steps[-1], *files, article.units)
    store.close()
    return path


@pytest.fixture
def opened(qtbot, qapp):
    """Open a project in a window of its own, which takes over from nobody."""
    made = []

    def open_it(path, settings=None):
        session = Session()
        window = show(session, settings or Settings(reviewer=Reviewer(name="Jo Winter")))
        made.append(window)
        with qtbot.waitSignal(session.opened):
            session.open_files([path])
        qtbot.waitUntil(lambda: not session.unchecked, timeout=20000)
        return window

    yield open_it
    for window in [w for w in qapp.topLevelWidgets() if isinstance(w, Window)]:
        window.close()
        window.deleteLater()


def go(window, row, caret):
    window.session.go_to(row)
    window.desk.view.current.target.place_caret(caret)


def test_row_caret_and_view_are_there_again_after_closing(opened, project):
    window = opened(project)
    go(window, 31, 9)
    window.session.set_view(View.CHANGES)
    window.session.toggle_blind()
    window.close()
    again = opened(project)
    assert (again.session.current, again.desk.caret()[1]) == (31, 9)
    assert (again.session.view, again.session.blind) == (View.CHANGES, True)
    assert again.desk.view.current.target.hasFocus()


def test_the_row_is_on_its_way_to_the_disk_before_the_window_stands_still(opened, project):
    window = opened(project)
    go(window, 31, 9)
    window.session.pausing.emit()
    window.session.saver.flush()
    assert place_of(project).stands[1].row == 31


def test_the_page_stands_where_it_stood_even_away_from_the_current_row(opened, project):
    window = opened(project)
    go(window, 3, 0)
    window.desk.view.turn_page(2)
    edge = window.desk.view.upper_edge()
    assert edge[0] > 6
    window.close()
    again = opened(project)
    assert again.desk.view.upper_edge() == edge
    assert again.session.current == 3


def test_filter_hints_and_panels_are_there_again(opened, project):
    window = opened(project)
    filters = window.findings.filters
    filters._chips[Severity.MINOR].click()
    filters._hints.click()
    window.sides.toggle_left()
    folded = window.sides.left
    window.close()
    again = opened(project)
    assert again.findings.filters.narrowed.severities == {"minor"}
    assert again.session.hints
    assert again.findings.filters._hints.isChecked()
    assert again.sides.left == folded is not None


def test_every_story_of_a_project_has_its_own_place(opened, project):
    window = opened(project)
    go(window, 20, 5)
    window.session.switch(2)
    go(window, 5, 3)
    window.session.set_view(View.ORIGINAL)
    window.session.switch(1)
    assert (window.session.current, window.desk.caret()[1], window.session.view) == (20, 5, View.TEXT)
    window.session.switch(2)
    assert (window.session.current, window.session.view) == (5, View.ORIGINAL)
    window.close()
    again = opened(project)
    assert (again.session.article.id, again.session.current) == (2, 5)


def test_a_story_that_never_lay_on_the_desk_begins_at_its_first_finding(opened, project):
    window = opened(project)
    assert window.session.finding == window.session.findings[0]
    assert window.session.current in window.session.finding.units


def test_findings_that_come_later_do_not_lead_away(opened, tmp_path):
    path = kept(tmp_path / "long.gegenlesen", VERY_LONG)
    window = opened(path)
    go(window, 1, 4)
    window.close()
    again = opened(path)
    assert again.session.findings
    assert (again.session.current, again.desk.caret()[1]) == (1, 4)


def test_a_place_is_on_the_disk_while_one_works(opened, project, qtbot, monkeypatch):
    monkeypatch.setattr(staying, "EVERY", 20)
    window = opened(project)
    go(window, 17, 2)
    qtbot.waitUntil(lambda: place_of(project).stands.get(1) is not None and place_of(project).stands[1].row == 17)
    window.desk.view.current.target.place_caret(6)
    qtbot.waitUntil(lambda: place_of(project).stands[1].caret == 6)


def test_a_row_that_is_gone_is_no_place(opened, project):
    keep_place(project, Place(1, {1: Stand(9999, 3, first=8888)}))
    window = opened(project)
    assert window.session.finding == window.session.findings[0]
    assert window.session.current in window.session.finding.units


def test_other_colours_leave_everything_in_its_place(opened, project, qapp):
    window = opened(project)
    go(window, 31, 9)
    edge = window.desk.view.upper_edge()
    window.keep(Settings(reviewer=Reviewer(name="Jo Winter"), appearance=Appearance(theme=Theme.DARK)))
    new = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible())
    assert new is not window
    assert new.desk.caret()[1] == 9
    assert new.desk.view.upper_edge() == edge
