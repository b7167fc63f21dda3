"""Charts of reports as pictures: the same drawing as in the page for the browser, in the colours of a theme."""

from lxml import etree
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.reports.page import Chart, Tone
from app.reports.svg import drawn
from ui.theme import SANS, Theme

SHARP = 3
"""Pixels of a picture for each of the drawing, so that it is sharp on paper."""


def picture(chart: Chart, language: str, theme: Theme, sharp: float = SHARP) -> QImage:
    """A chart as it is drawn for the page, on nothing."""
    root = drawn(chart, language)
    looks = _looks(theme)
    for shape in root.iter():
        for name in (shape.get("class") or "").split():
            for key, value in looks.get(name, {}).items():
                shape.set(key, value)
    root.set("xmlns", "http://www.w3.org/2000/svg")
    root.set("font-family", ", ".join(SANS))
    renderer = QSvgRenderer(QByteArray(etree.tostring(root)))
    size = renderer.viewBoxF().size().toSize()
    image = QImage(QSize(round(size.width() * sharp), round(size.height() * sharp)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def tone_colour(theme: Theme, tone: Tone) -> str:
    """The colour of a tone, as ``#rrggbb``."""
    return {
        Tone.CRITICAL: theme.crit,
        Tone.MAJOR: theme.maj,
        Tone.MINOR: theme.min,
        Tone.NEUTRAL: theme.edge,
        Tone.INSERTED: theme.ins,
        Tone.DELETED: theme.del_,
        Tone.SOFT: theme.soft,
        Tone.GOOD: theme.ok,
        Tone.BAD: theme.crit,
    }.get(tone, theme.ink)


def _looks(theme: Theme) -> dict[str, dict[str, str]]:
    """What the classes of the drawing mean, the later ones above the earlier."""
    tones = {str(tone): {"fill": tone_colour(theme, tone)} for tone in Tone if tone}
    return {
        "fill": {"fill": theme.accent},
        "dot": {"stroke": theme.paper, "stroke-width": "2"},
        "label": {"fill": theme.ink, "font-size": "12.5"},
        "strong": {"font-weight": "600"},
        "inside": {"fill": theme.paper, "font-size": "12.5", "font-weight": "600"},
        "tick": {"fill": theme.soft, "font-size": "11.5"},
        "axis": {"fill": theme.soft, "font-size": "11.5"},
        "end": {"text-anchor": "end"},
        "middle": {"text-anchor": "middle"},
        "grid": {"stroke": theme.line, "stroke-width": "1"},
        "base": {"stroke": theme.soft, "stroke-width": "1"},
        "line": {"fill": "none", "stroke": theme.accent, "stroke-width": "2.5", "stroke-linejoin": "round"},
        "limit": {"stroke": theme.crit, "stroke-width": "1.5", "stroke-dasharray": "6 4"},
        **tones,
    }
