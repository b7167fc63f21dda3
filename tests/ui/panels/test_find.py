"""The search bar: finding, replacing one by one, keeping searches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.article.searching import Where
from app.settings import Search, Searches
from ui.panels.find import FindBar


@pytest.fixture
def bar(session, qtbot):
    made = FindBar(session, Searches())
    qtbot.addWidget(made)
    made.open()
    return made


def test_words_are_found_on_both_sides_and_in_notes_behind_an_emoji(bar, session):
    session.edit(4, "😀 Brücke und Brücken")
    session.note("Brücke prüfen", 1)
    bar.field.setText("brücke")
    shown = []
    bar.found.connect(shown.append)
    for _ in range(5):
        bar.next()
    assert [hit.span.start for hit in shown if hit.unit == 4] == [2, 13]
    assert any(hit.where is Where.NOTE for hit in shown)
    assert bar.told.text().startswith("5 of")


def test_a_place_is_replaced_and_the_next_one_shown(bar, session):
    bar.open_replace()
    bar.field.setText("Brücke")
    bar.options["whole"].setChecked(True)
    bar.places[Where.SOURCE].setChecked(False)
    bar.instead.setText("Furt")
    bar.next()
    bar.replace()
    assert session.text(1) == "Eine Furt für Tolmin"
    assert bar.told.text() == "nothing found"
    session.undo()
    assert session.text(1) == "Eine Brücke für Tolmin"


def test_a_draft_is_searched_as_it_is_shown_and_replaced_where_it_was_found(bar, session):
    session.go_to(2)
    session.draft(2, "Am Montag stimmte der Rat ab.")
    bar.open_replace()
    bar.field.setText("Montag")
    bar.instead.setText("Dienstag")
    bar.next()
    bar.replace()
    assert session.text(2) == "Am Dienstag stimmte der Rat ab."


def test_a_bad_pattern_says_why(bar):
    bar.options["pattern"].setChecked(True)
    bar.field.setText("(")
    assert "cannot be used" in bar.told.text()


def test_searches_are_kept_used_and_forgotten(bar, qtbot):
    bar.open_replace()
    bar.field.setText("Rat")
    bar.instead.setText("Stadtrat")
    menu = bar.searches.popup
    menu.aboutToShow.emit()
    with qtbot.waitSignal(bar.searches.kept) as kept:
        menu.actions()[0].trigger()
    (search,) = kept.args[0].kept
    assert search == Search("Rat → Stadtrat", "Rat", "Stadtrat", frozenset({"source", "target", "note"}))
    bar.open()
    bar.field.setText("else")
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert (bar.query.words, bar.query.replacement) == ("Rat", "Stadtrat")
    menu.aboutToShow.emit()
    with qtbot.waitSignal(bar.searches.kept) as kept:
        menu.actions()[-1].trigger()
    assert kept.args == [Searches()]


def test_escape_gives_the_keyboard_back(bar, qtbot):
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.instead, Qt.Key.Key_Escape)
    assert not bar.isVisible()
