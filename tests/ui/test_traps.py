"""What other editors got wrong, tried on the whole window with real keys."""

import sys
from collections.abc import Iterator
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.article import Project
from app.settings import Reviewer, Settings
from tests.ui.conftest import PAIRS, article_of, type_text
from ui.actions import ACTIONS
from ui.session import Session, View
from ui.window.showing import show
from ui.window.window import Window

CTRL, ALT, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "Der Rat stimmte am Montag ab."


@pytest.fixture
def window(qtbot, qapp) -> Iterator[Window]:
    project = Project()
    article_of(project, *PAIRS)
    session = Session()
    session.open(project)
    made = show(session, Settings(reviewer=Reviewer(name="Jo Winter")))
    made.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWindow() is not None)
    session.go_to(2)
    made.desk.focus_target()
    editor(made).place_caret(0)
    yield made
    made.close()
    made.deleteLater()
    session.deleteLater()


def editor(window: Window):
    return window.desk.view.current.target


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWindow(), key, modifiers)


def test_undo_by_key_undoes_and_no_exception_is_swallowed_on_the_way(window, monkeypatch):
    swallowed = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: swallowed.append(error))
    for verb in (lambda s: s.edit(2, "Neu."), lambda s: s.remove_passage(3), lambda s: s.needs_work(), lambda s: s.note("Nora fragen", 2)):
        before = list(window.session.article.units)
        verb(window.session)
        assert window.session.article.units != before
        press(Qt.Key.Key_Z, CTRL)
        assert window.session.article.units == before
    assert swallowed == []


def test_no_key_that_was_typed_is_missing_from_what_is_delivered(window):
    type_text(editor(window), "Ja. ")
    window.session.wave_through(window.session.blocking(), "Checked")
    assert f"Ja. {TEXT}" in window.session.for_cms().text  # before any pause has passed


def test_a_text_written_by_a_verb_is_not_overwritten_by_what_was_typed_before(window, qtbot):
    type_text(editor(window), "Ja. ")
    window.session.restore()
    qtbot.wait(600)  # longer than every pause after which something is kept
    window.session.settle()
    assert window.session.text(2) == editor(window).plain == TEXT


def test_a_translation_that_was_cleared_stays_cleared(window):
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Down, CTRL)
    assert window.session.article.unit(2).target.plain == ""
    assert window.session.article.unit(2).state.value == "initial"


def test_the_note_of_one_project_is_not_shown_in_the_next(window):
    window.session.note("Nora fragen", 2)
    assert window.desk.view.current.note is not None
    other = Project()
    article_of(other, *PAIRS)
    window.session.open(other)
    window.session.go_to(2)
    assert window.desk.view.current.note is None
    assert window.session.unit.note == ""


def test_no_view_changes_the_text_or_what_is_being_typed(window):
    type_text(editor(window), "Ja. ")
    before = [window.session.text(unit.id) for unit in window.session.article.units]
    for view in View:
        window.session.set_view(view)
        window.session.toggle_blind()
        assert [window.session.text(unit.id) for unit in window.session.article.units] == before
    window.session.set_view(View.TEXT)
    assert editor(window).plain == f"Ja. {TEXT}"


def test_confirming_waits_for_no_check(window, monkeypatch):
    def found(*_asked):
        assert current_thread() is not main_thread(), "a check was waited for"
        return []

    for work in ("found_in", "found_near"):
        monkeypatch.setattr(f"ui.session.checking.{work}", found)
    press(Qt.Key.Key_Return, CTRL)
    assert window.session.article.unit(2).state.value == "reviewed"
    assert window.session.current == 3


def test_alt_gr_writes_and_starts_nothing(window):
    """On Windows AltGr comes as Ctrl+Alt: @ is AltGr+Q, { is AltGr+7."""
    for key, char in ((Qt.Key.Key_Q, "@"), (Qt.Key.Key_7, "{"), (Qt.Key.Key_E, "€"), (Qt.Key.Key_Minus, "\\")):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor(window), QKeyEvent(kind, key, CTRL | ALT, char))
    assert editor(window).plain == f"@{{€\\{TEXT}"
    assert not [action.id for action in ACTIONS for chord in action.keys if "Ctrl+Alt" in chord]


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Insert, CTRL), (Qt.Key.Key_Insert, SHIFT), (Qt.Key.Key_Backspace, ALT)])
def test_keys_of_old_editors_do_in_the_field_what_they_always_did(window, key, modifiers):
    QApplication.clipboard().setText("Ja. ")
    if modifiers is ALT:
        type_text(editor(window), "Ja. ")
    elif modifiers is CTRL:
        press(Qt.Key.Key_A, CTRL)
    press(key, modifiers)
    expected = {CTRL: (TEXT, TEXT), SHIFT: (f"Ja. {TEXT}", "Ja. "), ALT: (TEXT, "Ja. ")}[modifiers]
    assert (editor(window).plain, QApplication.clipboard().text()) == expected


def test_the_mark_under_a_word_moves_with_the_key_that_moves_the_word(window):
    window.session.go_to(5)
    words = [line.span.of(editor(window).plain) for line in editor(window)._underlines]
    assert words
    editor(window).place_caret(0)
    for char in "Ja😀 ":
        type_text(editor(window), char)
        assert [line.span.of(editor(window).plain) for line in editor(window)._underlines] == words
