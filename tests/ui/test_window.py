"""The window: what it opens, what it says when it cannot, and that every door leads somewhere."""

import json
import shutil
from importlib import resources

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app import places, settings
from app.article import Project
from app.i18n import use_language
from app.pipeline import from_files, keep
from app.settings import Appearance, Language, Reviewer, Settings
from app.store import Store
from ui.actions import ACTIONS
from ui.panels.history import HistoryPanel
from ui.session import Session
from ui.window.showing import show
from ui.window.window import Window


@pytest.fixture
def window(qtbot, qapp):
    """A window on the start page, with a reviewer who is known."""
    session = Session()
    made = show(session, Settings(reviewer=Reviewer(name="Jo Winter")))
    yield made
    for widget in [w for w in qapp.topLevelWidgets() if isinstance(w, QDialog | QMenu) and w.isVisible()]:
        widget.close()
    for other in [w for w in qapp.topLevelWidgets() if isinstance(w, Window)]:
        other.close()
        other.deleteLater()
    session.deleteLater()
    use_language("en")


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory):
    """The sample as a project, aligned once for all tests."""
    folder = resources.files("resources") / "sample"
    path = tmp_path_factory.mktemp("sample") / "sample.gegenlesen"
    store = Store.create(path)
    keep(Project(), store, *from_files(folder / "story.en.txt", folder / "story.de.txt"))
    store.close()
    return path


@pytest.fixture
def sample(window, qtbot, home, sample_file):
    (home / "data").mkdir(parents=True, exist_ok=True)
    shutil.copy(sample_file, home / "data" / "sample.gegenlesen")
    with qtbot.waitSignal(window.session.opened):
        window.session.open_sample()
    qtbot.waitUntil(lambda: not window.session.unchecked, timeout=20000)
    return window


def drop(window, *paths, on=None):
    """Drag files onto a part of the window as a mouse does, and let go; whether anybody took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))  # what file managers send along
    part = on or window.childAt(window.rect().center())
    asked = part.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(*asked)
    QApplication.sendEvent(part, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(asked[0]), *asked[1:])
        QApplication.sendEvent(part, event)
    return enter.isAccepted()


def test_the_start_page_opens_the_sample_on_its_first_finding(window, qtbot):
    with qtbot.waitSignal(window.session.opened):
        window.start.sample.emit()
    qtbot.waitUntil(lambda: not window.session.unchecked, timeout=20000)
    assert window.session.finding == window.session.findings[0]
    assert window.desk.isVisible()


def test_the_start_page_has_no_line_beside_a_title_that_is_not_there(window):
    assert not [label for label in window.top.findChildren(QLabel) if label.isVisible() and label.text()]


def test_two_files_dropped_in_the_wrong_order_are_put_right(window, qtbot, tmp_path):
    english, german = tmp_path / "b.txt", tmp_path / "a.txt"
    english.write_text(
        "A new bridge\n\nThe town has built a new bridge over the river, and it will open on the first day of May.\n", encoding="utf-8"
    )
    german.write_text(
        "Eine neue Brücke\n\nDie Stadt hat eine neue Brücke über den Fluss gebaut, und sie wird am ersten Mai eröffnet.\n", encoding="utf-8"
    )
    with qtbot.waitSignal(window.session.opened):
        drop(window, german, english)
    assert window.session.article.source.language.startswith("en")
    assert "bridge" in window.session.article.source.text.plain
    assert "swapped" in window.message.text


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["gone.gegenlesen"], "not there"),
        (["one.txt"], "one file"),
        (["same.txt", "same.txt"], "same file"),
        (["broken.gegenlesen"], "not a Gegenlesen project"),
        (["empty.txt", "one.txt"], "empty"),
        (["one.txt", "folder"], "folder"),
    ],
)
def test_bad_input_is_one_sentence_in_the_bar(window, qtbot, tmp_path, names, told):
    (tmp_path / "one.txt").write_text("A story.", encoding="utf-8")
    (tmp_path / "same.txt").write_text("A story.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "broken.gegenlesen").write_bytes(b"\x00" * 4096)
    (tmp_path / "folder").mkdir()
    with qtbot.waitSignal(window.session.failed):
        window.session.open_files([tmp_path / name for name in names])
    assert window.message.isVisible()
    assert told in window.message.text
    assert "\n" not in window.message.text


def test_pasted_texts_become_a_project_of_their_own(window, qtbot, home):
    with qtbot.waitSignal(window.session.opened):
        window.session.open_texts(
            "Die Messe öffnet heute.\n\nEs gibt Kuchen für alle.", "The fair opens today.\n\nThere is cake for everybody."
        )
    assert window.session.path.parent == home / "projects"
    assert window.session.path in [each.path for each in places.recent()]


def test_the_name_is_asked_once_and_stamped_on_every_step(qtbot, window):
    window.settings = Settings()
    with qtbot.waitSignal(window.session.opened):
        window.session.open_sample()
    field = window.message.findChild(QLineEdit)
    field.setText("Mia Sommer")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert settings.load()[0].reviewer.name == "Mia Sommer"
    window.session.needs_work()
    assert window.session.project.log.steps[-1].who == "Mia Sommer"
    assert not window.message.isVisible()


def test_critical_findings_stop_the_copy_until_there_is_a_reason(sample):
    sample.doors.by_id["copy-for-cms"].trigger()
    dialog = QApplication.activeModalWidget()
    assert not dialog.button.isEnabled()
    dialog.gate.reason.setText("Checked with the desk")
    QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    clipboard = QApplication.clipboard().mimeData()
    assert clipboard.hasHtml()
    assert "style=" not in clipboard.html()
    reasons = json.loads(sample.session.article.fields["waved-through"]).values()
    assert set(reasons) == {"Checked with the desk"}
    assert not sample.session.blocking()


def test_choosing_a_finding_in_the_gate_goes_there(sample):
    sample.doors.by_id["export"].trigger()
    dialog = QApplication.activeModalWidget()
    wanted = dialog.gate.findings[-1]
    dialog.gate.list.itemActivated.emit(dialog.gate.list.item(len(dialog.gate.findings) - 1))
    assert sample.session.finding == wanted
    assert not dialog.isVisible()


def test_an_export_keeps_the_file_that_was_there(sample, tmp_path):
    sample.session.wave_through(sample.session.blocking(), "Checked")
    (tmp_path / "story.md").write_text("before", encoding="utf-8")
    sample.session.export("md", tmp_path / "story.md")
    assert (tmp_path / "story.md.bak").read_text(encoding="utf-8") == "before"


SIZES = ("larger", "smaller", "normal-size")
DOORS = [a.id for a in ACTIONS if a.verb is None and a.id not in {"new-window", "close-window", "quit", "start-page", *SIZES}]


def test_every_door_opens_and_closes(sample, qapp, monkeypatch):
    for ask in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_args, ask=ask, **_more: ([], "") if ask.endswith("s") else ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: "")
    for name in DOORS:
        sample.doors.by_id[name].trigger()
        for widget in qapp.topLevelWidgets():
            if widget.isVisible() and widget is not sample:
                QTest.keyClick(widget, Qt.Key.Key_Escape)
        assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == [sample], name


def test_text_grows_and_shrinks_between_its_bounds(sample, qapp):
    for name, percent in (("larger", 110), ("smaller", 100), ("smaller", 90), ("normal-size", 100)):
        window = next(w for w in qapp.topLevelWidgets() if isinstance(w, Window) and w.isVisible())
        window.doors.by_id[name].trigger()
        assert settings.load()[0].appearance.text_percent == percent


def test_a_note_is_kept_on_leaving_and_dropped_on_escape(sample):
    for leave, kept in ((Qt.Key.Key_Return, "Ask Nora"), (Qt.Key.Key_Escape, "Ask Nora")):
        sample.doors.by_id["note"].trigger()
        popup = QApplication.activePopupWidget()
        popup.text.setPlainText("Ask Nora" if leave is Qt.Key.Key_Return else "Never mind")
        modifier = Qt.KeyboardModifier.ControlModifier if leave is Qt.Key.Key_Return else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(popup.text, leave, modifier)
        assert sample.session.unit.note == kept


def test_the_palette_runs_what_is_typed(sample):
    sample.doors.by_id["palette"].trigger()
    palette = QApplication.activePopupWidget()
    QTest.keyClicks(palette.field, "needs work")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert sample.session.unit.needs_work


def test_a_row_is_found_by_its_name(sample):
    sample.doors.by_id["go-to-row"].trigger()
    popup = QApplication.activePopupWidget()
    popup.field.setText("3.2")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert sample.session.label(sample.session.current) == "¶3.2"


def test_a_search_goes_through_all_places_and_round(sample):
    sample.doors.by_id["find"].trigger()
    bar = sample.search
    bar.field.setText("nurses")
    bar.next()
    first = sample.session.current
    assert "nurses" in sample.session.article.source_text(sample.session.unit).plain
    bar.next()
    assert sample.session.current == first
    assert bar.told.text() == "1 of 1"


def test_settings_change_the_language_while_one_works(sample, qtbot):
    sample.session.go_to(4)
    sample.keep(Settings(reviewer=Reviewer(name="Jo Winter"), appearance=Appearance(language=Language.GERMAN)))
    new = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible())
    assert new is not sample
    assert new.doors.by_id["undo"].text() == "Rückgängig"
    assert new.session.current == 4
    new.session.edit(4, "Neu.")
    assert settings.load()[0].appearance.language is Language.GERMAN


def test_a_new_window_fits_on_the_screen_with_its_frame(window):
    room = window.screen().availableSize()
    assert window.height() <= max(room.height() - 48, window.minimumHeight())
    assert window.width() <= max(room.width(), window.minimumWidth())


def test_every_control_has_a_name(sample):
    sample.doors.by_id["find"].trigger()
    controls = QAbstractButton | QLineEdit | QListView | QTextEdit | QPlainTextEdit
    unnamed = [w for w in sample.findChildren(QWidget) if isinstance(w, controls) and w.isVisible() and not named(w)]
    assert not unnamed


def named(widget):
    return widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()) or widget.objectName().startswith("qt_")


def test_a_second_window_on_the_same_project_says_that_it_is_in_use(sample, qtbot):
    other = Session()
    with qtbot.waitSignal(other.failed) as failed:
        other.open_files([sample.session.path])
    assert "in use" in str(failed.args[0]).lower() or "open" in str(failed.args[0]).lower()
    other.close()
    other.deleteLater()


def test_the_changes_are_made_when_one_looks_at_them_and_show_what_was_done_before(sample, qtbot):
    sample.resize(1440, 900)
    assert sample.findChild(HistoryPanel) is None
    sample.session.confirm()
    sample.right.setCurrentIndex(1)
    panel = sample.findChild(HistoryPanel)
    qtbot.waitUntil(lambda: panel.list.model().rowCount() == 1)
    sample.right.setCurrentIndex(0)
    sample.right.setCurrentIndex(1)
    assert sample.findChildren(HistoryPanel) == [panel]
