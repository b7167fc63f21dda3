"""Several windows: one for each project, one program, and the same windows the next time."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.errors import UserError
from app.places import open_last
from app.settings import Appearance, Reviewer, Settings, Theme
from tests.ui.conftest import PAIRS
from tests.ui.test_places import kept
from ui.session import Session
from ui.theme import DARK
from ui.window.showing import Windows
from ui.window.window import Window

SETTINGS = Settings(reviewer=Reviewer(name="Jo Winter"))


@pytest.fixture
def projects(tmp_path):
    return [kept(tmp_path / f"{name}.gegenlesen", PAIRS) for name in ("first", "second")]


@pytest.fixture
def start(qapp):
    """Start the program anew."""

    def started():
        windows = Windows(SETTINGS)
        session = Session()
        session.sign("Jo Winter")
        windows.show(session)
        windows.recording = True
        return windows

    yield started
    for window in shown():
        window.others.recording = False
        window.close()
        window.deleteLater()


def shown():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()]


def paths():
    return {window.session.path for window in shown()}


def opened(qtbot, windows, *wanted):
    for path in wanted:
        windows.open([path])
    qtbot.waitUntil(lambda: paths() == set(wanted) and not any(w.session.unchecked or w.session.busy for w in shown()), timeout=20000)


def test_a_project_that_is_open_when_recording_begins_is_remembered(start, qtbot, projects):
    windows = start()
    windows.recording = False
    opened(qtbot, windows, projects[0])
    assert open_last() == ()

    windows.begin_recording()

    assert open_last() == (projects[0],)


def test_every_project_has_a_window_of_its_own(start, qtbot, projects):
    opened(qtbot, start(), *projects)
    assert len(shown()) == 2


def test_a_project_that_is_open_comes_to_the_front_instead(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, *projects)
    first = next(w for w in shown() if w.session.path == projects[0])
    other = next(w for w in shown() if w is not first)
    other.activateWindow()
    other.others.open_in(other, [projects[0]])
    assert not other.session.busy
    assert other.session.path == projects[1]
    qtbot.waitUntil(lambda: QApplication.activeWindow() is first)


def test_a_new_window_begins_with_the_start_page_and_the_same_name(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, projects[0])
    shown()[0].doors.by_id["new-window"].trigger()
    new = next(w for w in shown() if w.session.path is None)
    assert new.start.isVisible()
    assert new.session.project.log.who == "Jo Winter"


def test_closing_one_window_leaves_the_others_and_finishes_its_file(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, *projects)
    first = next(w for w in shown() if w.session.path == projects[0])
    first.doors.by_id["close-window"].trigger()
    qtbot.waitUntil(lambda: paths() == {projects[1]})
    assert open_last() == (projects[1],)
    opened_again = start()
    opened_again.open([projects[0]])
    qtbot.waitUntil(lambda: projects[0] in paths())


def test_quitting_closes_all_windows_and_the_next_start_opens_them_again(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, *projects)
    shown()[0].doors.by_id["quit"].trigger()
    qtbot.waitUntil(lambda: not shown())
    assert set(open_last()) == set(projects)
    start().reopen()
    qtbot.waitUntil(lambda: paths() == set(projects), timeout=20000)


def test_the_next_start_opens_the_copy_in_which_work_went_on(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, projects[0])
    session = shown()[0].session
    session.store.save_copy(projects[0].with_name("theirs"))
    projects[0].with_name("theirs").replace(projects[0])
    with qtbot.waitSignal(session.saver.noticed):
        session.edit(session.article.units[0].id, "Weiter.")
    rescued = session.path
    assert rescued != projects[0]
    assert "Combine both" in [button.text() for button in shown()[0].message.findChildren(QPushButton)]
    assert open_last() == (rescued,)


def test_turning_away_keeps_what_is_being_typed(start, qtbot, projects, typed):
    windows = start()
    opened(qtbot, windows, projects[0])
    session, unit = shown()[0].session, shown()[0].session.article.units[0].id
    session.draft(unit, "Halb getip")
    windows.another().activateWindow()
    qtbot.waitUntil(lambda: not session._keep_pause.isActive(), timeout=300)
    session.saver.flush()
    assert session.store.drafts()[session.article.id, unit] == "Halb getip"


def test_when_the_system_ends_the_session_everything_is_on_the_disk(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, projects[0])
    session, unit = shown()[0].session, shown()[0].session.article.units[0].id
    session.draft(unit, "Halb getip")
    windows.keep_now()
    assert session.store.drafts()[session.article.id, unit] == "Halb getip"


def test_why_nothing_is_saved_is_said_once_with_a_way_out(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, projects[0])
    window = shown()[0]
    window.session.stuck.emit(UserError("The disk is full."))
    assert window.message.text == "The disk is full."
    assert "Not saved" in window.status._saved.text()
    window.message.hide()
    window.session.stuck.emit(UserError("The disk is full."))
    assert not window.message.isVisible()
    window.session.edit(window.session.article.units[0].id, "Eins.")
    window.session.saver.flush()
    qtbot.waitUntil(lambda: "Saved" in window.status._saved.text())
    window.session.stuck.emit(UserError("The disk is full."))
    assert window.message.isVisible()


def test_what_is_gone_is_said_in_one_sentence(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, *projects)
    windows.quit()
    projects[0].unlink()
    start().reopen()
    qtbot.waitUntil(lambda: paths() == {projects[1]}, timeout=20000)
    assert any(str(projects[0]) in w.message.text and w.message.isVisible() for w in shown())


def test_going_back_to_the_start_page_is_where_the_next_start_begins(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, projects[0])
    shown()[0].session.leave()
    windows.quit()
    assert open_last() == ()


def test_settings_hold_in_all_windows(start, qtbot, projects):
    windows = start()
    opened(qtbot, windows, *projects)
    shown()[0].keep(Settings(reviewer=Reviewer(name="Mia Sommer"), appearance=Appearance(theme=Theme.DARK)))
    assert len(shown()) == 2
    assert all(w.theme == DARK for w in shown())
    assert {w.session.project.log.who for w in shown()} == {"Mia Sommer"}
    assert {w.settings.appearance.theme for w in shown()} == {Theme.DARK}
