"""The table of actions: complete, free of keys that some keyboard cannot type, and heard wherever the keyboard is."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QTextEdit, QVBoxLayout, QWidget

from app.i18n import LANGUAGES, _, use_language
from ui.actions import ACTIONS, BLOCK_MENU, MENUS, ROW_MENU, Actions

KEYS = [(action.id, chord) for action in ACTIONS for chord in action.keys]


def test_every_action_stands_in_a_menu():
    assert {action.menu for action in ACTIONS} <= {name for name, _ in MENUS}


def test_no_key_does_two_things():
    for keys in ([k for a in ACTIONS for k in a.keys], [k for a in ACTIONS for k in (a.keys if a.mac is None else a.mac)]):
        assert not [chord for chord, count in Counter(keys).items() if count > 1]


@pytest.mark.parametrize("chord", sorted({chord for _, chord in KEYS}))
def test_no_key_is_one_that_some_keyboard_cannot_type(chord):
    parts = set(re.split(r"(?<=\w)\+", chord))
    last = re.split(r"(?<=\w)\+", chord)[-1]
    assert not {"Ctrl", "Alt"} <= parts, "AltGr on Windows"
    assert not ("Alt" in parts and last.isdigit()), "a code on the keypad"
    assert not ("Shift" in parts and (last.isdigit() or not last.isalnum())), "another character by layout"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_a_menu_opens_two_things(language):
    use_language(language)
    menus = [_(title) for _name, title in MENUS]
    row, block = ([_(action.text) for action in ACTIONS if action.id in ids] for ids in (ROW_MENU, BLOCK_MENU))
    use_language("en")
    for texts in (menus, row, block):
        letters = [text[text.index("&") + 1].casefold() for text in texts]
        assert len(set(letters)) == len(texts)


@pytest.fixture
def places(session, qtbot):
    """A window with an editor, a search field and a list, and what was triggered."""
    heard = []
    window = QWidget()
    layout = QVBoxLayout(window)
    fields = {"editor": QTextEdit(), "search field": QLineEdit(), "list": QListView()}
    for field in fields.values():
        layout.addWidget(field)
    doors = {action.id: (lambda: None) for action in ACTIONS if action.verb is None}
    actions = Actions(window, session, doors)
    for name, made in actions.by_id.items():
        made.triggered.disconnect()
        made.triggered.connect(lambda _checked=False, name=name: heard.append(name))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    yield fields, heard, actions.by_id
    window.close()


@pytest.mark.parametrize("place", ["editor", "search field", "list"])
def test_every_key_is_heard_there(places, place):
    fields, heard, actions = places
    field = fields[place]
    field.setFocus()
    deaf = []
    for name, chord in KEYS:
        heard.clear()
        field.setFocus()
        actions[name].setEnabled(True)  # whatever is possible in the story
        combination = QKeySequence(chord)[0]
        QTest.keyClick(field, combination.key(), combination.keyboardModifiers())
        if heard != [name]:
            deaf.append((name, chord, list(heard)))
    assert not deaf


def test_an_action_is_enabled_as_the_session_stands(places, session, qapp):
    window = QWidget()
    actions = Actions(window, session, {action.id: (lambda: None) for action in ACTIONS if action.verb is None})
    undo: QAction = actions.by_id["undo"]
    assert not undo.isEnabled()
    session.edit(2, "Anders.")
    assert undo.isEnabled()
    session.undo()
    assert actions.by_id["redo"].isEnabled()
    window.deleteLater()


def test_what_has_no_source_is_not_overwritten_by_it(session, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    copy = Actions(window, session, {action.id: (lambda: None) for action in ACTIONS if action.verb is None}).by_id["copy-source"]
    session.go_to(3)
    assert not copy.isEnabled()
    session.go_to(5)
    assert copy.isEnabled()
    session.insert_row()
    session.remove_passage()
    assert session.project.log.steps[-1].op == "remove"
    with qtbot.waitSignal(session.told) as told:
        session.bring_back()
    assert "“”" not in told.args[0]
