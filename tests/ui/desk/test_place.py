"""The place: nothing that happens to a long story takes the reader away from where he is."""

import random

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model import Side
from tests.ui.desk.conftest import click, field, text_top, wheel
from ui.session import View
from ui.theme import LIGHT


def test_scrolling_down_and_up_again_returns_to_the_same_pixel(long_desk):
    wheel(long_desk, 2)
    before = [(unit, text_top(long_desk, unit)) for unit in (8, 9, 10)]
    for notches in (7, 9, 11, -12, -8, -7):
        wheel(long_desk, notches)
    assert [(unit, text_top(long_desk, unit)) for unit in (8, 9, 10)] == before


def test_scrolling_moves_every_visible_row_by_the_same_distance(long_desk):
    scroll = long_desk.view.sheet.scroll
    long_desk.view.scroll_to(9_000)
    for _ in range(30):
        before = dict(scroll.visible())
        wheel(long_desk, -1)
        after = dict(scroll.visible())
        moved = {after[row] - before[row] for row in before if row in after and row not in long_desk.view.sheet.raised}
        assert len(moved) == 1


def test_edits_undo_and_checks_leave_the_current_row_where_it_is(long_desk, find, typed):
    chance = random.Random(3)
    for _ in range(12):
        unit = chance.randrange(100, 140)
        long_desk.show_row(unit)
        place = text_top(long_desk, unit)
        field(long_desk).place_caret(3)
        typed(field(long_desk), chance.choice(("ä", "ein langer Satz " * 20)))
        assert text_top(long_desk, unit) == place
        caret = field(long_desk).caret
        long_desk.commit()
        find((unit, Side.TARGET, "brücke"))
        long_desk.session.check()
        assert (text_top(long_desk, unit), field(long_desk).caret) == (place, caret)
        long_desk.session.undo()
        assert text_top(long_desk, unit) == place


def test_the_row_that_is_clicked_stays_under_the_mouse(long_desk):
    long_desk.show_row(120)
    visible = [row for row, y in long_desk.view.sheet.scroll.visible() if 0 < y < 600 and row > 119]
    unit = long_desk.view.sheet.unit(visible[0]).id
    before = text_top(long_desk, unit)
    click(long_desk, unit, Side.TARGET, 3)
    assert long_desk.session.current == unit
    assert text_top(long_desk, unit) == before


def test_joining_a_row_far_above_moves_nothing_on_the_screen(long_desk):
    long_desk.show_row(200)
    place = text_top(long_desk, 200)
    step = long_desk.session.article.join(20)
    long_desk.session.announce(step)
    assert text_top(long_desk, 200) == place


def test_views_change_neither_the_text_nor_the_current_row(long_desk, typed):
    long_desk.show_row(150)
    field(long_desk).place_caret(2)
    typed(field(long_desk), "ß")
    text, place, caret = field(long_desk).plain, text_top(long_desk, 150), field(long_desk).caret
    for view in (View.CHANGES, View.ORIGINAL, View.COLD, View.TEXT):
        long_desk.session.set_view(view)
        assert long_desk.session.current == 150
        assert long_desk.session.text(150) == text
        assert abs(text_top(long_desk, 150) - place) <= 12
    assert (field(long_desk).plain, field(long_desk).caret, field(long_desk).hasFocus()) == (text, caret, True)
    long_desk.undo()
    assert "ß" not in field(long_desk).plain


def test_a_click_beside_the_marks_scrolls(long_desk):
    before = long_desk.view.sheet.scroll.value
    QTest.mouseClick(long_desk.ruler, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, 600))
    assert long_desk.view.sheet.scroll.value > before + 1000


def test_page_keys_turn_the_page_and_leave_the_caret(long_desk):
    long_desk.show_row(100)
    caret, value = field(long_desk).caret, long_desk.view.sheet.scroll.value
    QTest.keyClick(field(long_desk), Qt.Key.Key_PageDown)
    assert long_desk.view.sheet.scroll.value > value + 300
    assert (long_desk.session.current, field(long_desk).caret) == (100, caret)


def test_typing_in_a_row_that_was_scrolled_away_brings_it_back(long_desk, typed):
    long_desk.show_row(100)
    long_desk.view.scroll_to(0)
    assert not -20 < text_top(long_desk, 100) < 650
    typed(field(long_desk), "ö")
    assert 0 <= field(long_desk).y() < long_desk.view.viewport().height()


def test_evidence_far_down_in_a_long_row_is_scrolled_into_sight(long_desk, find):
    long_desk.session.edit(60, "brücke " * 900 + "Stein.")
    long_desk.session.focus(find((60, Side.TARGET, "Stein.")))
    caret = field(long_desk).cursorRect().translated(field(long_desk).pos())
    assert 0 <= caret.top() <= caret.bottom() <= long_desk.view.viewport().height()


def test_larger_text_changes_the_page_and_not_the_row(long_desk):
    long_desk.show_row(150)
    long_desk.set_theme(replace(LIGHT, percent=200))
    assert long_desk.session.current == long_desk.view.current.unit == 150
    assert 0 <= text_top(long_desk, 150) < long_desk.view.viewport().height()
    assert field(long_desk).y() == text_top(long_desk, 150)


def test_the_wheel_over_the_editor_scrolls_the_page(long_desk):
    long_desk.show_row(100)
    value = long_desk.view.sheet.scroll.value
    place = QPointF(20, 5)
    turn = QWheelEvent(
        place,
        QPointF(field(long_desk).mapToGlobal(place)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own argument: not inverted
    )
    QApplication.sendEvent(field(long_desk).viewport(), turn)
    assert long_desk.view.sheet.scroll.value > value


def test_a_finding_that_is_gone_to_is_seen_whole_with_its_card(long_desk, find):
    long_desk.resize(900, 480)
    for unit in (290, 30, 171):
        long_desk.session.focus(find((unit, Side.TARGET, "Stein")))
        card = long_desk.view.current.card
        assert text_top(long_desk, unit) >= 0
        assert card.y() + card.height() <= long_desk.view.viewport().height()
