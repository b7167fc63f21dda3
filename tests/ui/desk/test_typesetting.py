"""Laid-out text: offsets are code points, whatever the characters are and whichever way they run."""

import re

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from app.model import Span
from ui.desk.prose import Prose
from ui.desk.typesetting import RUNNING, STYLES, Cell, Style, font_of, indent_of, least_of
from ui.theme import DARK, LIGHT

TEXTS = (
    "Der Rat 😀 stimmte 👩‍👩‍👧 am Montag ab.",
    "Auf dem Schild stand „שלום עולם“, sagte sie.",
    "مرحبا بالعالم – so begann der Brief 😀.",
    "e\u0301 und ß, 10\u00a0000\u202fEuro",
)


@pytest.mark.parametrize("text", TEXTS[:1] + TEXTS[3:])
@pytest.mark.parametrize("width", [90, 400])
def test_the_place_of_every_character_leads_back_to_it(qapp, text, width):
    cell = Cell(Prose(text), RUNNING, width, LIGHT)
    for at in range(len(text)):
        for rect in cell.rects(Span(at, at + 1)):
            if rect.width() > 1:
                found = cell.offset_at(QPointF(rect.center().x(), rect.center().y()))
                assert abs(found - at) <= 4  # a cluster is entered at its ends only
                assert rect.right() <= width + 1


@pytest.mark.parametrize("text", TEXTS)
def test_the_line_under_a_word_is_as_long_as_the_word_whichever_way_it_runs(qapp, text):
    cell = Cell(Prose(text), RUNNING, 4000, LIGHT)
    metrics = QFontMetricsF(font_of(RUNNING, LIGHT))
    for word in re.finditer(r"[^\W\d_]{3,}", text):
        rects = list(cell.rects(Span(*word.span())))
        assert sum(rect.width() for rect in rects) == pytest.approx(metrics.horizontalAdvance(word[0]), abs=6)
        middle = cell.offset_at(QPointF(rects[0].center().x(), rects[0].center().y()))
        assert word.start() <= middle <= word.end()


@pytest.mark.parametrize("text", TEXTS)
def test_a_whole_text_is_covered_line_by_line(qapp, text):
    cell = Cell(Prose(text), RUNNING, 120, LIGHT)
    rects = list(cell.rects(Span(0, len(text))))
    assert len({rect.top() for rect in rects}) == cell.layout.lineCount() > 1
    assert [rect.top() for rect in rects] == sorted(rect.top() for rect in rects)


@pytest.mark.parametrize("style", STYLES.values())
@pytest.mark.parametrize("width", [1, 60, 500])
def test_no_indent_takes_the_room_of_the_text(qapp, style: Style, width):
    assert indent_of(style, DARK, width) <= max(1, width * 0.4)
    assert least_of(style, DARK) >= 0
    assert Cell(Prose("Wort"), style, width, DARK).height > 0
