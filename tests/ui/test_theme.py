"""The colours can be told apart and read, in both looks."""

from math import dist
from operator import truediv

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.model import Severity
from ui.theme import DARK, LIGHT, paint_shape, shape_icon, stylesheet

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


def linear(part):
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def luminance(color):
    red, green, blue = (linear(part) for part in QColor(color).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How the three kinds of cones are lost, for linear light (Machado, Oliveira and Fernandes 2009, severity 1)."""

XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)

APART = 25
"""The least difference of colours (CIE 1976) that a glance tells apart."""


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def seen(color, sight):
    """A colour in CIELAB as eyes of this sight see it."""
    light = [min(1.0, max(0.0, part)) for part in times(SIGHTS[sight], [linear(part) for part in QColor(color).getRgbF()[:3]])]
    x, y, z = (f ** (1 / 3) if f > (6 / 29) ** 3 else f / (3 * (6 / 29) ** 2) + 4 / 29 for f in map(truediv, times(XYZ, light), WHITE))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@LOOKS
def test_words_can_be_read_on_every_ground(look):
    grounds = (look.bg, look.chrome, look.paper, look.accent_bg)
    pairs = [(ink, ground) for ink in (look.ink, look.soft, look.accent, look.crit, look.maj, look.min, look.ok) for ground in grounds]
    pairs += [(ink, ground) for ink in (look.ink, look.ins) for ground in (look.ins_bg,)]
    pairs += [(ink, ground) for ink in (look.ink, look.del_) for ground in (look.del_bg,)]
    pairs += [(look.on_accent, look.accent), (look.soft, look.line)]
    assert not [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < 4.5]


@LOOKS
def test_marks_and_edges_stand_out(look):
    grounds = (look.bg, look.chrome, look.paper, look.accent_bg)
    marks = (look.crit, look.maj, look.min, look.soft, look.edge, look.ok, look.accent)
    assert not [(mark, ground) for mark in marks for ground in grounds if contrast(mark, ground) < 3]
    under = (look.ins_bg, look.del_bg)
    assert not [(mark, ground) for mark in (look.crit, look.maj, look.min) for ground in under if contrast(mark, ground) < 3]


@LOOKS
def test_every_token_is_looked_at(look):
    """A colour that is added belongs into one of the tests above."""
    known = "bg chrome paper line edge ink soft accent accent_bg on_accent crit maj min ins ins_bg del_ del_bg ok"
    assert {name for name in look.__struct_fields__ if isinstance(getattr(look, name), str)} == set(known.split())


@LOOKS
@pytest.mark.parametrize("sight", SIGHTS)
def test_changes_are_told_apart_from_each_other_and_from_findings_by_all_eyes(look, sight):
    pairs = [(look.ins_bg, look.del_bg), (look.ins, look.del_)]
    pairs += [(fill, mark) for fill in (look.ins_bg, look.del_bg) for mark in (look.crit, look.maj, look.min)]
    close = [(one, other) for one, other in pairs if dist(seen(one, sight), seen(other, sight)) < APART]
    assert not close


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
