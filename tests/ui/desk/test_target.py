"""Writing: German marks, spelling, and the editor's menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.evidence.spelling import find, own_words
from app.settings import Typing
from ui.desk.target import TargetField
from ui.theme import LIGHT

NO_DICTIONARY = find("de") is None


@pytest.fixture
def field(session, qtbot):
    made = TargetField(session, LIGHT, None)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def load(field, text, caret=None):
    field.load(text, field.style_now)
    field.place_caret(len(text) if caret is None else caret)


def test_straight_marks_become_those_of_the_house(field, typed):
    load(field, "Sie sagte: ")
    typed(field, '"Ja 😀", nein.')
    assert field.plain == "Sie sagte: „Ja 😀“, nein."


def test_backspace_right_behind_it_takes_the_change_back(field, typed):
    load(field, "Sie sagte ")
    typed(field, '"')
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.plain == 'Sie sagte "'
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.plain == "Sie sagte "


def test_a_spaced_hyphen_becomes_a_dash_and_can_be_taken_back(field, typed):
    load(field, "Er kam -")
    typed(field, " ")
    assert field.plain == "Er kam – "
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.plain == "Er kam - "


def test_a_mark_replaces_what_is_selected(field, typed):
    load(field, "Sie sagte X.", 10)
    QTest.keyClick(field, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    typed(field, '"')
    assert field.plain == "Sie sagte „."


def test_one_undo_takes_a_mark_back(field, typed):
    load(field, "Na ja..")
    typed(field, ".")
    assert field.plain == "Na ja…"
    field.undo()
    assert field.plain == "Na ja.."


def test_typing_aids_can_be_switched_off(field, session, typed):
    session.typing = Typing(german_marks=False)
    load(field, "")
    typed(field, '"Ja" - nein...')
    assert field.plain == '"Ja" - nein...'


@pytest.mark.skipif(NO_DICTIONARY, reason="no German dictionary on this system")
def test_a_word_nobody_knows_is_waved_and_corrected_from_the_menu(field, session, qtbot):
    session.edit(2, "Der Raht stimmte am Montag ab.")
    load(field, session.text(2))
    field.wave(session.misspelled(2))
    qtbot.waitUntil(lambda: [span.of(session.text(2)) for span in session.misspelled(2)] == ["Raht"], timeout=20_000)
    field.wave(session.misspelled(2))
    field.place_caret(6)
    menus = []
    field.menu_asked.connect(menus.append)
    with qtbot.waitSignal(session.suggested, timeout=20_000):
        field.open_menu()
    (menu,) = menus
    qtbot.waitUntil(lambda: menu.actions()[0].font().bold())
    first = menu.actions()[0]
    first.trigger()
    menu.close()
    assert field.plain == f"Der {first.text()} stimmte am Montag ab."


@pytest.mark.skipif(NO_DICTIONARY, reason="no German dictionary on this system")
def test_a_word_is_learnt_or_left_alone(session, qtbot):
    session.edit(2, "Der Raht und der Hornbläserich stimmten ab.")
    words = lambda: [span.of(session.text(2)) for span in session.misspelled(2)]  # noqa: E731
    qtbot.waitUntil(lambda: words() == ["Raht", "Hornbläserich"], timeout=20_000)
    session.learn("Hornbläserich")
    assert words() == ["Raht"]
    assert own_words() == ["Hornbläserich"]
    session.ignore("Raht")
    assert words() == []


def test_names_of_the_source_need_no_dictionary(session):
    session.edit(1, "Tolmin")
    assert session.misspelled(1) == []
