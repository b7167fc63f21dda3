"""Icons are drawn in the colours of the look, at any size."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui.actions import ACTIONS
from ui.icons import icon
from ui.theme import DARK, LIGHT


def ink(made, mode, size=48):
    """The colours of the opaque points of an icon."""
    image = made.pixmap(QSize(size, size), 1.0, mode).toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {point.name() for point in points if point.alpha() == 255}


def test_every_action_with_an_icon_has_one_that_shows_something(qapp):
    names = {action.icon for action in ACTIONS if action.icon}
    assert names
    assert not [name for name in sorted(names) if not ink(icon(LIGHT, name), QIcon.Mode.Normal)]


def test_an_icon_has_a_colour_for_each_state(qapp):
    for look in (LIGHT, DARK):
        made = icon(look, "spellcheck")
        for mode, colour in ((QIcon.Mode.Normal, look.soft), (QIcon.Mode.Active, look.ink), (QIcon.Mode.Disabled, look.line)):
            assert ink(made, mode) == {QColor(colour).name()}


def test_an_icon_is_as_sharp_as_it_is_large(qapp):
    made = icon(LIGHT, "spellcheck")
    assert made.pixmap(QSize(16, 16), 3.0).size() == QSize(48, 48)
