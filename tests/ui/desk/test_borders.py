"""Borders between rows, moved by the mouse: whole words, one step, one undo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.model import Side
from tests.ui.desk.conftest import point
from ui.desk.borders import grip_at, snapped
from ui.session import View


def border(desk, upper, side=Side.TARGET) -> QPoint:
    """A place on the border below a row."""
    sheet = desk.view.sheet
    x = sheet.columns.source if side is Side.SOURCE else sheet.columns.target
    return QPoint(x + 40, sheet.scroll.top_of(desk.model.position(upper) + 1))


def drag(desk, start: QPoint, end: QPoint) -> None:
    view = desk.view.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


@pytest.mark.parametrize("side", [Side.TARGET, Side.SOURCE])
def test_dragging_a_border_up_moves_the_words_below_the_mouse_to_the_next_row(desk, side):
    desk.session.go_to(5)
    before = desk.session.text(1, side), desk.session.text(2, side)
    word = before[0].split()[-1]
    drag(desk, border(desk, 1, side), point(desk, 1, side, before[0].index(word)))
    assert desk.session.text(1, side) == before[0][: -len(word)].rstrip()
    assert desk.session.text(2, side).startswith(word)
    desk.session.undo()
    assert (desk.session.text(1, side), desk.session.text(2, side)) == before


def test_dragging_a_border_down_fetches_words_from_the_next_row(desk):
    desk.session.go_to(5)
    drag(desk, border(desk, 1), point(desk, 2, Side.TARGET, len("Der Rat ")))
    assert desk.session.text(1) == "Eine Brücke für Tolmin\u2029Der Rat"
    assert desk.session.text(2) == "stimmte am Montag ab."
    assert [step.op for step in desk.session.project.log.of(desk.session.article.id)] == ["border-down"]


def test_a_border_that_is_let_go_where_it_was_moves_nothing(desk):
    desk.session.go_to(5)
    place = border(desk, 1)
    drag(desk, place, place)
    assert desk.session.project.log.of(desk.session.article.id) == []


def test_what_is_being_typed_is_kept_when_a_border_is_moved(desk, typed):
    desk.session.go_to(2)
    desk.view.current.target.place_caret(0)
    typed(desk.view.current.target, "Ja. ")
    drag(desk, border(desk, 1), point(desk, 2, Side.TARGET, len("Ja. ")))
    assert desk.session.text(1).endswith("Ja.")
    assert desk.session.text(2) == "Der Rat stimmte am Montag ab."


def test_there_is_no_border_to_take_beside_a_passage_in_the_gutter_or_in_a_cold_read(desk):
    sheet = desk.view.sheet
    desk.session.go_to(5)
    place = border(desk, 1)
    assert grip_at(sheet, QPointF(place)).upper == 1
    assert grip_at(sheet, QPointF(sheet.columns.gutter + 5, place.y())) is None
    assert grip_at(sheet, QPointF(border(desk, 2))) is None
    desk.session.set_view(View.COLD)
    assert grip_at(sheet, QPointF(border(desk, 1))) is None


@given(st.text(alphabet="ab \u00a0😀", max_size=30), st.integers(0, 30))
def test_a_border_never_cuts_a_word(text, at):
    found = snapped(text, min(at, len(text)))
    assert found in {0, len(text)} or (text[found - 1].isspace() and not text[found].isspace()) or not text[:found].strip()
