"""Help for the place one is at, the tour, and the report of a problem."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app import manual, settings
from app.settings import Language
from tests.ui.screens import desk, screens
from tests.ui.test_accessible import controls, seen
from tests.ui.test_errors import crash, watched  # noqa: F401
from ui import errors
from ui.actions import ACTIONS
from ui.dialogs.manual import ManualWindow, plain_keys
from ui.dialogs.tour import STOPS, Tour
from ui.window.guide import PLACES, chapter_of
from ui.window.window import Window


@pytest.fixture
def window(qapp):
    with desk() as made:
        yield made


def helped():
    """The name of the page that is open."""
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, ManualWindow) and w.isVisible()]
    assert len(shown) == 1
    item = shown[0].contents.currentItem()
    return item.data(0, Qt.ItemDataRole.UserRole), shown[0]


def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, held)


def test_on_a_finding_help_opens_the_page_of_its_check(window):
    window.session.next_finding()
    window.desk.focus_target()
    press(Qt.Key.Key_F1)
    name, shown = helped()
    assert name == window.session.finding.check
    assert "→" in shown.page.toPlainText()


def test_on_a_panel_or_dialog_help_opens_its_chapter(window):
    window.doors.by_id["find"].trigger()
    press(Qt.Key.Key_F1)
    assert helped()[0] == "search"
    helped()[1].close()
    window.doors.by_id["settings"].trigger()
    QTest.qWait(10)
    press(Qt.Key.Key_F1)
    name, shown = helped()
    assert name == "start"
    assert QApplication.activeModalWidget() in (shown, shown.parentWidget())


def test_no_control_of_any_screen_is_without_a_chapter(qapp, monkeypatch):
    with desk() as window:
        lost = {
            f"{name}: {seen(widget)}"
            for name, screen in screens(window, monkeypatch)
            for widget in (*controls(screen), screen)
            if not isinstance(widget, Window) and chapter_of(widget) not in manual.CHAPTERS
        }
    assert not lost


def test_on_every_screen_the_key_of_help_opens_its_chapter(qapp, monkeypatch):
    with desk() as window:
        for name, screen in screens(window, monkeypatch):
            if isinstance(screen, Window | ManualWindow) or "page" in name:
                continue
            screen.activateWindow()
            focused = QApplication.focusWidget()
            assert focused is not None, name
            wanted = chapter_of(focused)
            QTest.keyClick(focused, Qt.Key.Key_F1)
            QTest.qWait(1)
            assert helped()[0] == wanted, name
            helped()[1].close()


def test_help_asked_in_a_popup_keeps_what_was_written_there(window):
    window.session.go_to(5)
    window.doors.by_id["note"].trigger()
    QApplication.focusWidget().insertPlainText("ask Kim")
    press(Qt.Key.Key_F1)
    assert helped()[0] == "rows"
    assert window.session.article.unit(5).note == "ask Kim"


def test_every_place_leads_to_a_chapter_that_exists():
    assert set(PLACES.values()) <= set(manual.CHAPTERS)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.GERMAN])
def test_every_key_in_manual_and_tour_is_the_one_of_an_action(qapp, language):
    ids = {action.id for action in ACTIONS}
    with desk(language):
        texts = [page.text for page in manual.chapters()] + [stop.sentence for stop in STOPS]
        named = {name for text in texts for name in re.findall(r"\{([a-z0-9-]+)\}", text)}
        assert named <= ids
        assert "{" not in plain_keys("".join(stop.sentence for stop in STOPS))


def test_the_help_is_searched_and_shows_pictures_of_its_own_only(window):
    window.doors.by_id["contents"].trigger()
    _name, shown = helped()
    shown.search.setText("regular expressions")
    assert helped()[0] == "search"
    shown.search.setText("xyzzy")
    assert "Nothing" in shown.page.toPlainText()
    shown.show_page("start")
    image = QTextDocument.ResourceType.ImageResource.value
    assert not shown.page.loadResource(image, "desk.png").isNull()
    for away in ("../../sample/story.en.txt", "https://news.example/desk.png", "/etc/hostname"):
        assert shown.page.loadResource(image, away) is None


def test_the_tour_has_five_stops_and_comes_only_once(window, home):
    window.doors.by_id["tour"].trigger()
    tour = window.findChild(Tour)
    said = []
    tour.said.connect(said.append)
    assert len(STOPS) == 5
    for stop in STOPS:
        assert stop.title in tour.accessibleName()
        assert window.rect().contains(tour.geometry())
        assert QApplication.focusWidget() is tour.next
        press(Qt.Key.Key_Return)
    assert len(said) == 4
    assert settings.load()[0].shown.tour
    assert window.desk.view.current.target.hasFocus()


def test_escape_skips_the_tour(window):
    window.doors.by_id["tour"].trigger()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    QTest.qWait(1)
    assert window.findChild(Tour) is None
    assert window.settings.shown.tour


def test_the_tour_ends_with_the_project(window):
    window.doors.by_id["tour"].trigger()
    window.session.leave()
    QTest.qWait(1)
    assert window.session.article is None
    assert window.findChild(Tour) is None


def test_a_reported_problem_holds_no_word_of_a_story(window, watched, capsys, tmp_path, monkeypatch):  # noqa: F811
    window.session.draft(window.session.current, "Kanarienvogel im Rathaus")
    crash(("Kanarienvogel", "im Rathaus"))
    dialog = errors.problem_dialog(window)
    told = dialog.report.toPlainText()
    assert "ValueError" in told
    assert "Qt" in told
    assert "Kanarienvogel im" not in told
    path = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Save as a file…"].click()
    assert path.read_text(encoding="utf-8") == told
    buttons["Copy the report"].click()
    assert QApplication.clipboard().text() == told
    dialog.deleteLater()
