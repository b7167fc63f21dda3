"""Changed keys: kept, without conflict, and only such as every keyboard can type."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.settings import Keys
from ui.actions import ACTIONS, Actions, typeable, use_keys
from ui.dialogs.keys import KeysDialog
from ui.models.keys import KeysModel

BY_ID = {action.id: action for action in ACTIONS}


@pytest.fixture(autouse=True)
def usual_keys():
    yield
    use_keys({})


@pytest.fixture
def model(qtbot, qtmodeltester):
    owner = QWidget()
    qtbot.addWidget(owner)
    made = KeysModel(Keys(), owner)
    qtmodeltester.check(made)
    yield made
    del owner


def test_every_command_stands_under_its_menu(model):
    rows = sum(model.rowCount(model.index(row, 0)) for row in range(model.rowCount()))
    assert rows == len(ACTIONS)


def test_a_key_goes_from_the_command_that_had_it_to_the_one_that_gets_it(model):
    model.give(BY_ID["note"], ("Ctrl+J",))
    assert model.keys(BY_ID["note"]) == ("Ctrl+J",)
    assert model.keys(BY_ID["join"]) == ()
    assert model.chosen == Keys({"note": ("Ctrl+J",), "join": ()})


def test_the_usual_key_is_no_change(model):
    model.give(BY_ID["note"], ("Ctrl+J",))
    model.give(BY_ID["join"], BY_ID["join"].usual)
    model.give(BY_ID["note"], BY_ID["note"].usual)
    assert model.chosen == Keys()


def test_changed_keys_hold_for_actions_and_for_what_is_shown(session, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    use_keys({"note": ("Ctrl+J",), "join": ()})
    actions = Actions(window, session, {action.id: (lambda: None) for action in ACTIONS if action.verb is None})
    assert actions.by_id["note"].shortcut() == QKeySequence("Ctrl+J")
    assert actions.by_id["join"].shortcut().isEmpty()
    assert BY_ID["note"].shortcuts == ("Ctrl+J",)


@pytest.mark.parametrize("chord", ["Ctrl+J", "F2", "Alt+Return", "Ctrl+Shift+K", "Ctrl++", "Meta+M", "Shift+F8"])
def test_these_can_be_typed_everywhere(chord):
    assert typeable(chord)


@pytest.mark.parametrize("chord", ["A", "Shift+A", "Ctrl+Alt+J", "Alt+3", "Ctrl+Shift+7", "Ctrl+Shift+.", "ß"])
def test_these_cannot(chord):
    assert not typeable(chord)


@pytest.fixture
def dialog(qtbot):
    parent = QWidget()
    parent.resize(1200, 800)
    qtbot.addWidget(parent)
    made = KeysDialog(Keys(), parent)
    made.show()
    yield made
    made.close()


def choose(dialog, words):
    dialog.filter.setText(words)
    menu = dialog.list.model().index(0, 0)
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0, menu))


def test_a_command_is_found_and_given_a_key_by_pressing_it(dialog):
    choose(dialog, "Needs work")
    QTest.keyClick(dialog.chord, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    dialog.chord.editingFinished.emit()
    assert dialog.chosen.changed["needs-work"] == ("Ctrl+J",)
    assert "taken from" in dialog.told.text()


def test_a_key_that_belongs_to_writing_is_refused(dialog):
    choose(dialog, "Needs work")
    dialog.chord.setKeySequence(QKeySequence("Ctrl+Alt+E"))
    dialog.chord.editingFinished.emit()
    assert dialog.chosen == Keys()
    assert "cannot be typed" in dialog.told.text()
