"""The start page: the projects of late, and whatever is dropped on it or on the desk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from app import places
from app.settings import Reviewer, Settings
from tests.ui.conftest import PAIRS
from tests.ui.test_places import kept
from tests.ui.test_window import drop
from ui.jobs import Job
from ui.panels.recent import SHOWN, when
from ui.session import Session
from ui.window.showing import Windows
from ui.window.window import Window

ENGLISH = "A new bridge\n\nThe town has built a new bridge over the river, and it will open on the first day of May.\n"
GERMAN = "Eine neue Brücke\n\nDie Stadt hat eine neue Brücke über den Fluss gebaut, und sie wird am ersten Mai eröffnet.\n"
TMX = """<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
adminlang="en" srclang="en" datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>The bridge is new.</seg></tuv><tuv
xml:lang="de"><seg>Die Brücke ist neu.</seg></tuv></tu></body></tmx>"""


@pytest.fixture
def window(qapp, qtbot):
    windows = Windows(Settings(reviewer=Reviewer(name="Jo Winter")))
    yield windows.show(Session())
    qtbot.waitUntil(lambda: not Job.running, timeout=20000)
    for each in shown():
        each.close()
        each.deleteLater()


def shown():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()]


def listed(window):
    return [entry.recent.path.name for entry in window.start.recent.entries]


def entry(window, name):
    return next(entry for entry in window.start.recent.entries if entry.recent.path.name == name)


@pytest.fixture
def three(window, tmp_path):
    """Three projects on the start page, the latest first; the last is gone from the disk."""
    now = datetime.now(UTC)
    for hours, name in enumerate(("a", "b", "gone")):
        path = tmp_path / f"{name}.gegenlesen"
        if name != "gone":
            kept(path, PAIRS)
        places.remember(path, now - timedelta(minutes=hours))
    window.session.leave()
    return tmp_path


def test_an_entry_says_when_its_project_was_opened(window, tmp_path):
    now = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
    assert when(now - timedelta(hours=1), now) == "today, 08:00"
    assert when(now - timedelta(hours=10), now) == "yesterday, 23:00"
    assert when(now - timedelta(days=3), now) == "9 May 2026"
    assert when(None, now) == ""


def test_opening_a_project_notes_the_time(window, three, qtbot):
    before = datetime.now(UTC)
    with qtbot.waitSignal(window.session.opened):
        entry(window, "b.gegenlesen").main.click()
    assert places.recent()[0].path == three / "b.gegenlesen"
    assert places.recent()[0].opened >= before


def test_a_pinned_project_goes_to_the_head_under_a_heading_of_its_own(window, three):
    entry(window, "b.gegenlesen").pin.click()
    assert listed(window) == ["b.gegenlesen", "a.gegenlesen", "gone.gegenlesen"]
    assert {"PINNED", "RECENT PROJECTS"} <= {label.text() for label in window.start.recent.findChildren(QLabel) if not label.isHidden()}
    entry(window, "b.gegenlesen").pin.click()
    assert listed(window)[0] == "a.gegenlesen"


def test_a_forgotten_project_is_off_the_list_and_its_file_stays(window, three):
    entry(window, "a.gegenlesen").drop.click()
    assert listed(window) == ["b.gegenlesen", "gone.gegenlesen"]
    assert (three / "a.gegenlesen").is_file()


def test_the_list_is_worked_by_keyboard_alone(window, three, qtbot):
    window.activateWindow()
    first = entry(window, "a.gegenlesen")
    first.main.setFocus()
    QTest.keyClick(first.main, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is entry(window, "b.gegenlesen").main
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert entry(window, "b.gegenlesen").recent.pinned
    assert QApplication.focusWidget() is window.start.recent.entries[1].main, "the keyboard stays where it was on the page"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert listed(window) == ["b.gegenlesen", "gone.gegenlesen"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    with qtbot.waitSignal(window.session.opened):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.session.path == three / "b.gegenlesen"


def test_a_missing_project_says_so_and_is_looked_for(window, three, qtbot, monkeypatch):
    gone = entry(window, "gone.gegenlesen")
    assert gone.main.accessibleName() == "gone, missing"
    assert "moved, renamed" in gone.main.accessibleDescription()
    asked = []
    found = kept(three / "elsewhere.gegenlesen", PAIRS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *about: (asked.append(about), (str(found), ""))[1])
    with qtbot.waitSignal(window.session.opened):
        gone.main.click()
    assert asked[0][1] == "Where is “gone” now?"
    assert asked[0][2] == str(three)
    assert window.session.path == found
    assert "gone.gegenlesen" not in [each.path.name for each in places.recent()]


def test_a_menu_offers_the_same(window, three):
    menu = entry(window, "gone.gegenlesen").menu()
    assert [action.text() for action in menu.actions()] == ["Look for it…", "Pin", "Take off the list"]
    menu.actions()[2].trigger()
    assert listed(window) == ["a.gegenlesen", "b.gegenlesen"]


def test_many_projects_do_not_make_the_page_long_but_pinned_ones_are_all_there(window, tmp_path):
    for number in range(14):
        places.remember(tmp_path / f"{number}.gegenlesen", datetime(2026, 5, 1, number, tzinfo=UTC))
    for number in range(3):
        places.pin(tmp_path / f"{number}.gegenlesen", pinned=True)
    window.session.leave()
    assert len(listed(window)) == 3 + SHOWN
    assert listed(window)[:4] == ["2.gegenlesen", "1.gegenlesen", "0.gegenlesen", "13.gegenlesen"]


def pair(folder: Path) -> list[Path]:
    paths = [folder / "bridge.en.txt", folder / "bridge.de.txt"]
    for path, text in zip(paths, (ENGLISH, GERMAN), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.mark.parametrize("on", ["zone", "recent", "page"])
def test_two_files_can_be_dropped_anywhere_on_the_page(window, three, qtbot, on):
    parts = {"zone": window.start.zone, "recent": window.start.recent.entries[0].main, "page": window.start.viewport()}
    with qtbot.waitSignal(window.session.opened):
        assert drop(window, *pair(three), on=parts[on])
    assert window.session.path == three / "bridge.gegenlesen"
    assert not window.start.zone.property("over")


@pytest.mark.parametrize("part", ["start", "desk"])
def test_a_folder_of_pairs_is_dropped(window, qtbot, tmp_path, part):
    if part == "desk":
        with qtbot.waitSignal(window.session.opened):
            window.session.open_files([kept(tmp_path / "p.gegenlesen", PAIRS)])
    (tmp_path / "day").mkdir()
    pair(tmp_path / "day")
    on = window.start.zone if part == "start" else window.desk.view.current.target.viewport()
    with qtbot.waitSignal(window.session.opened):
        assert drop(window, tmp_path / "day", on=on)
    assert window.session.path == tmp_path / "day.gegenlesen"
    assert len(window.session.project.articles) == 1


@pytest.mark.parametrize("part", ["start", "desk"])
def test_a_file_with_both_languages_is_dropped(window, qtbot, tmp_path, part):
    if part == "desk":
        with qtbot.waitSignal(window.session.opened):
            window.session.open_files([kept(tmp_path / "p.gegenlesen", PAIRS)])
    (tmp_path / "memory.tmx").write_text(TMX, encoding="utf-8")
    on = window.start.zone if part == "start" else window.desk.view.current.target.viewport()
    with qtbot.waitSignal(window.session.opened):
        assert drop(window, tmp_path / "memory.tmx", on=on)
    assert window.session.path == tmp_path / "memory.gegenlesen"
    assert [unit.target.plain for unit in window.session.article.units] == ["Die Brücke ist neu."]


def test_files_dropped_on_the_editor_do_not_become_words_of_the_story(window, qtbot, tmp_path):
    with qtbot.waitSignal(window.session.opened):
        window.session.open_files([kept(tmp_path / "p.gegenlesen", PAIRS)])
    target = window.desk.view.current.target
    before = [unit.target.plain for unit in window.session.article.units]
    assert drop(window, *pair(tmp_path), on=target.viewport())
    assert window.message.isVisible()
    assert [window.session.text(unit.id) for unit in window.session.article.units] == before
    assert not window.session.drafts


def test_several_projects_open_each_in_a_window(window, three, qtbot):
    assert drop(window, three / "a.gegenlesen", three / "b.gegenlesen", on=window.start.zone)
    wanted = {three / "a.gegenlesen", three / "b.gegenlesen"}
    qtbot.waitUntil(lambda: {each.session.path for each in shown()} == wanted and not Job.running, timeout=20000)


def test_words_that_are_dropped_are_not_taken_for_files(window):
    assert not drop(window, on=window.start.zone)
