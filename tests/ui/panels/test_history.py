"""The changes panel: what a step did is seen, taken up again and copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.panels.history import HistoryPanel
from ui.theme import LIGHT


@pytest.fixture
def panel(session, qtbot):
    made = HistoryPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.show()
    session.go_to(2)
    session.edit(2, "Der Rat stimmte am Dienstag ab.")
    session.edit(2, "Der Stadtrat stimmte am Dienstag ab.")
    return made


def look(panel, row):
    panel.list.setCurrentIndex(panel.list.model().index(row, 0))


def struck(text):
    """The words of a text by whether they are struck through, underlined or neither."""
    found, block = {}, text.document().begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            form = parts.fragment().charFormat()
            kind = "gone" if form.fontStrikeOut() else "come" if form.fontUnderline() else ""
            found[kind] = found.get(kind, "") + parts.fragment().text()
            parts += 1
        block = block.next()
    return found


def test_a_step_is_shown_with_what_went_and_what_came(panel):
    look(panel, 1)
    assert panel.step.isVisible()
    assert struck(panel.step.text) == {"": "Der Rat stimmte am  ab.", "gone": "Montag", "come": "Dienstag"}


def test_a_step_without_words_has_nothing_to_look_at(panel, session):
    session.confirm()
    look(panel, 0)
    assert not panel.step.isVisible()


def test_the_text_before_a_step_comes_back_as_a_step_that_undo_takes_back(panel, session):
    look(panel, 1)
    QTest.mouseClick(panel.step.before, Qt.MouseButton.LeftButton)
    assert session.text(2) == "Der Rat stimmte am Montag ab."
    session.undo()
    assert session.text(2) == "Der Stadtrat stimmte am Dienstag ab."


def test_only_a_text_that_is_not_there_already_can_be_taken_up(panel, session):
    look(panel, 0)
    assert not panel.step.after.isEnabled()
    assert panel.step.before.isEnabled()
    session.undo()
    look(panel, 1)
    assert panel.step.after.isEnabled()
    assert not panel.step.before.isEnabled()


def test_a_passage_that_was_taken_out_comes_back_with_its_words(panel, session):
    session.remove_passage(3)
    look(panel, 0)
    panel.step.take(after=False)
    assert [session.article.unit(unit).removed for unit in (3, 4)] == [False, False]
    assert session.text(3).startswith("Lesen Sie auch")


def test_copying_takes_the_words_and_not_the_line_of_the_list(panel):
    look(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Der Rat stimmte am Dienstag ab."


def test_in_the_history_of_a_row_a_step_shows_that_row_alone(panel, session):
    session.remove_passage(3)
    session.go_to(4)
    panel._row_only.click()
    look(panel, 0)
    assert "Abonnieren" in panel.step.text.toPlainText()
    assert "Lesen" not in panel.step.text.toPlainText()
