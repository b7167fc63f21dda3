"""The colours can be told apart and read, in both looks."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.model import Severity
from ui.theme import DARK, LIGHT, paint_shape, shape_icon, stylesheet

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color):
    def linear(part):
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in QColor(color).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@LOOKS
def test_words_can_be_read_on_every_ground(look):
    grounds = (look.bg, look.chrome, look.paper, look.accent_bg)
    pairs = [(ink, ground) for ink in (look.ink, look.soft) for ground in grounds]
    pairs += [(look.accent, ground) for ground in (look.chrome, look.paper, look.accent_bg)]
    pairs += [(look.ins, look.ins_bg), (look.del_, look.del_bg), (look.on_accent, look.accent), (look.ok, look.chrome)]
    pairs += [(mark, ground) for mark in (look.crit, look.maj, look.min) for ground in (look.chrome, look.paper)]
    assert not [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < 4.5]


@LOOKS
def test_marks_and_edges_stand_out(look):
    grounds = (look.bg, look.chrome, look.paper)
    marks = (look.crit, look.maj, look.min, look.edge, look.ok)
    assert not [(mark, ground) for mark in marks for ground in grounds if contrast(mark, ground) < 3]


@LOOKS
def test_every_severity_has_a_shape_and_a_line_of_its_own(look):
    shapes, lines = set(), set()
    for severity in Severity:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_shape(painter, look, severity, QRectF(2, 2, 20, 20))
        painter.end()
        shapes.add(tuple(image.pixelColor(x, y).alpha() > 127 for y in range(24) for x in range(24)))
        lines.add((look.pen(severity).style(), look.color(severity).name()))
    assert len(shapes) == len(lines) == len(Severity)


@LOOKS
def test_the_style_sheet_is_understood(look, qapp, caplog):
    assert "{" in stylesheet(look)
    assert "{{" not in stylesheet(look)
    assert not shape_icon(look, Severity.MAJOR).isNull()
