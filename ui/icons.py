"""Icons by name: the glyphs of Material Design Icons, from the font that QtAwesome brings.

Its own code stays unloaded: it takes in every type that Qt has, and for a fifth of a second the window would not answer.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui.theme import Theme

FONT = "materialdesignicons6-webfont-[0-9]*.ttf"
GLYPHS = "materialdesignicons6-webfont-charmap-*.json"

FILLED = 0.875
"""How much of its square a glyph fills: the rest is the air that all of them are drawn with."""


class _Engine(QIconEngine):
    """Draws one glyph, in a colour for each state, at whatever size is asked for."""

    def __init__(self, glyph: str, theme: Theme) -> None:
        super().__init__()
        self._glyph, self._theme = glyph, theme

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        theme, modes = self._theme, QIcon.Mode
        font = QFont(_family())
        font.setPixelSize(max(1, round(FILLED * rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor({modes.Active: theme.ink, modes.Disabled: theme.line}.get(mode, theme.soft)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn


def icon(theme: Theme, name: str) -> QIcon:
    """An icon by its name in Material Design Icons; the first one loads the font. Raises KeyError for a name that none has."""
    return QIcon(_Engine(_glyphs()[name], theme))


@cache
def _glyphs() -> dict[str, str]:
    """The characters of the font by the names of what they show."""
    codes = msgspec.json.decode(_file(GLYPHS).read_bytes(), type=dict[str, str])
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@cache
def _family() -> str:
    """The font, as this program knows it from now on."""
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_file(FONT))))[0]


def _file(pattern: str) -> Path:
    """A file of QtAwesome, found without loading it."""
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    return next(Path(spec.origin).with_name("fonts").glob(pattern))
