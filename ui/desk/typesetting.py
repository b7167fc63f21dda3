"""How each kind of block looks, and a cell's text laid out in lines."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from app.model import BlockKind, Severity, Span
from ui.desk.prose import Look, Prose, Stretch
from ui.text import span_to_utf16, to_code_points, to_utf16
from ui.theme import SANS, TEXT_PIXELS, Theme

BASELINE = 0.8
"""Where the baseline lies in a line of fixed height, as Qt's own text documents set it; the editor must match the page."""


DEEPEST = 0.4
"""The part of a column that an indent may take."""

LEAST = 5
"""The shortest underline, in widths of its pen: a space or a comma must be seen."""


FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters of the scripts that are written from right to left: Hebrew, Arabic and their neighbours."""


class Style(Struct, frozen=True):
    """How a kind of block is set: size relative to running text, leading relative to the size, indent and least height in ems."""

    size: float = 1.0
    leading: float = 1.55
    indent: float = 0.0
    least: float = 0.0
    air: float = 0.7
    bold: bool = False
    italic: bool = False
    sans: bool = False
    mono: bool = False
    soft: bool = False


RUNNING = Style()

SMALL = 12
"""Pixels at 100 % of what is said about the text."""

STYLES = {
    BlockKind.KICKER: Style(size=0.8, sans=True, bold=True, soft=True, air=0.3),
    BlockKind.TITLE: Style(size=1.5, leading=1.28, bold=True, air=0.4),
    BlockKind.DECK: Style(size=1.08, leading=1.5, italic=True, soft=True, air=0.35),
    BlockKind.BYLINE: Style(size=0.85, sans=True, soft=True, air=0.35),
    BlockKind.DATELINE: Style(size=0.85, sans=True, soft=True, air=0.3),
    BlockKind.CREDIT: Style(size=0.8, sans=True, soft=True, air=0.1),
    BlockKind.HEADING: Style(size=1.18, leading=1.35, bold=True, air=1.2),
    BlockKind.QUOTATION: Style(italic=True, indent=1.3),
    BlockKind.LIST_ITEM: Style(indent=1.3, air=0.15),
    BlockKind.CAPTION: Style(size=0.87, soft=True, italic=True, air=0.35),
    BlockKind.TABLE_CELL: Style(size=0.95, air=0.1),
    BlockKind.FIELD: Style(size=0.87, sans=True, indent=7.8, least=2.4, air=0.15),
    BlockKind.CODE: Style(size=0.9, mono=True),
    BlockKind.FIGURE: Style(size=0.85, sans=True, soft=True),
    BlockKind.EMBED: Style(size=0.85, sans=True, soft=True),
    BlockKind.RULE: Style(size=0.85, sans=True, soft=True),
}


def style_of(kind: BlockKind) -> Style:
    """The style of a kind of block."""
    return STYLES.get(kind, RUNNING)


@lru_cache(maxsize=256)
def font_of(style: Style, theme: Theme) -> QFont:
    """The font of a style at the theme's text size; not to be changed."""
    size = TEXT_PIXELS * style.size
    font = theme.sans(size) if style.sans else theme.serif(size)
    if style.mono:
        font.setFamilies(["monospace"])
        font.setStyleHint(QFont.StyleHint.Monospace)
    font.setBold(style.bold)
    font.setItalic(style.italic)
    return font


def indent_of(style: Style, theme: Theme, width: float) -> int:
    """How far a text is set in, in whole pixels; in a narrow column never by more than a part of it."""
    return round(min(style.indent * font_of(style, theme).pixelSize(), width * DEEPEST))


def least_of(style: Style, theme: Theme) -> int:
    """How high a row of this style is at least, in whole pixels."""
    return round(style.least * font_of(style, theme).pixelSize())


@lru_cache(maxsize=256)
def leading_of(style: Style, theme: Theme) -> int:
    """The distance of two baselines in whole pixels."""
    return round(font_of(style, theme).pixelSize() * style.leading)


def char_format(look: Look, theme: Theme) -> QTextCharFormat:
    """The format of a stretch that looks different."""
    form = QTextCharFormat()
    match look:
        case Look.STRONG:
            form.setFontWeight(QFont.Weight.Bold)
        case Look.EMPHASIS:
            form.setFontItalic(True)
        case Look.LINK:
            form.setForeground(QColor(theme.accent))
        case Look.CODE:
            form.setFontFamilies(["monospace"])
        case Look.PAIRED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(QColor(theme.accent))
        case Look.INSERTED:
            form.setBackground(QColor(theme.ins_bg))
            form.setForeground(QColor(theme.ins))
            form.setFontUnderline(True)
        case Look.DELETED:
            form.setBackground(QColor(theme.del_bg))
            form.setForeground(QColor(theme.del_))
            form.setFontStrikeOut(True)
        case Look.SOFT:
            form.setForeground(QColor(theme.soft))
            form.setFontFamilies(list(SANS))
            form.setProperty(QTextCharFormat.Property.FontPixelSize, round(theme.pixels(SMALL)))
    return form


def merged(stretches: Iterable[Stretch]) -> Iterator[tuple[Span, tuple[Look, ...]]]:
    """The stretches cut so that none overlap, each with all looks that apply; for formats that replace each other."""
    found = list(stretches)
    borders = sorted({border for stretch in found for border in (stretch.span.start, stretch.span.end)})
    for start, end in pairwise(borders):
        looks = tuple(stretch.look for stretch in found if stretch.span.start <= start and end <= stretch.span.end)
        if looks:
            yield Span(start, end), looks


class Underline(Struct, frozen=True, array_like=True):
    """A stretch of shown text that a finding of this severity points to; `framed` where a reader marked it as an error."""

    span: Span
    severity: Severity
    framed: bool = False


class Cell:
    """One text in lines of fixed height; `height` in pixels, offsets in code points of the shown text."""

    def __init__(self, prose: Prose, style: Style, width: float, theme: Theme) -> None:
        """Lay out the text at this width."""
        self.prose = prose
        self.style = style
        self.theme = theme
        self.leading = leading_of(style, theme)
        self.indent = indent_of(style, theme, width)
        self.layout = QTextLayout(prose.text, font_of(style, theme))
        self.layout.setTextOption(text_option())
        self.layout.setCacheEnabled(True)
        self.layout.setFormats(list(self._formats()))
        self.height = self._set_lines(max(1.0, width - self.indent))

    def draw(self, painter: QPainter, at: QPointF, underlines: Iterable[Underline] = ()) -> None:
        """Paint the text with its top left corner at `at`."""
        painter.setPen(QColor(self.theme.soft if self.style.soft else self.theme.ink))
        self.layout.draw(painter, at)
        for underline in underlines:
            for rect in self.rects(underline.span):
                paint_pointer(painter, rect.translated(at), self.theme, underline)

    def rects(self, span: Span) -> Iterator[QRectF]:
        """The parts of the lines that a stretch covers: from its first to its last glyph, baseline at the bottom."""
        yield from line_rects(self.layout, *span_to_utf16(self.prose.text, span))

    def offset_at(self, place: QPointF) -> int:
        """The offset nearest to a place relative to the top left corner."""
        number = max(0, min(self.layout.lineCount() - 1, int(place.y() // self.leading)))
        at = self.layout.lineAt(number).xToCursor(place.x()) if self.layout.lineCount() else 0
        return to_code_points(self.prose.text, at)

    def end(self) -> QPointF:
        """The place behind the last glyph, on its baseline."""
        line = self.layout.lineAt(self.layout.lineCount() - 1)
        x = cursor_x(self.layout, self.layout.lineCount() - 1, to_utf16(self.prose.text, len(self.prose.text)))
        return QPointF(x, line.y() + line.ascent())

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        for span, looks in merged(self.prose.stretches):
            form = QTextLayout.FormatRange()
            form.start, form.length = span_to_utf16(self.prose.text, span)
            for look in looks:
                form.format.merge(char_format(look, self.theme))
            yield form

    def _set_lines(self, width: float) -> int:
        self.layout.beginLayout()
        top = 0.0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(self.indent, top + BASELINE * self.leading - line.ascent()))
            top += self.leading
        self.layout.endLayout()
        return ceil(top) or self.leading


def text_option() -> QTextOption:
    """How all text of the desk wraps."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return option


def line_rects(layout: QTextLayout, start: int, length: int) -> Iterator[QRectF]:
    """The parts of the lines that UTF-16 positions cover; the bottom of each is the baseline."""
    both_ways = FROM_THE_RIGHT.search(layout.text()) is not None
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(start + length, line.textStart() + line.textLength())
        if first < last and both_ways:  # what is one stretch in the text may be several on the line
            for run in line.glyphRuns(first, last - first):
                inked = run.boundingRect()
                yield QRectF(inked.left(), line.y(), inked.width(), line.ascent())
        elif first < last:
            edge = line.x() + line.naturalTextWidth()
            left, right = (min(edge, cursor_x(layout, number, at)) for at in (first, last))
            yield QRectF(min(left, right), line.y(), abs(right - left), line.ascent())


def cursor_x(layout: QTextLayout, number: int, at: int) -> float:
    """Where a UTF-16 position lies in a line, from the left edge of the layout."""
    found = layout.lineAt(number).cursorToX(at)
    assert isinstance(found, tuple)
    return float(found[0])


def paint_pointer(painter: QPainter, glyphs: QRectF, theme: Theme, pointer: Underline) -> None:
    """Underline what a finding points to, or frame what a reader marked: neither looks like the other, nor like a change."""
    if pointer.framed:
        pen = QPen(theme.color(pointer.severity), max(1.2, theme.pixels(1.4)))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        air, corner = theme.pixels(2), theme.pixels(4)
        left = max(glyphs.left() - air, pen.widthF() / 2)  # at the edge of a field there is no room beside the glyphs
        painter.drawRoundedRect(QRectF(QPointF(left, glyphs.top()), glyphs.bottomRight() + QPointF(air, theme.pixels(5))), corner, corner)
    else:
        paint_underline(painter, glyphs, theme.pen(pointer.severity))


def paint_underline(painter: QPainter, glyphs: QRectF, pen: QPen) -> None:
    """Draw a line under glyphs whose baseline is the bottom of `glyphs`."""
    y = round(glyphs.bottom() + 2 * pen.widthF()) + pen.widthF() / 2
    more = max(0.0, LEAST * pen.widthF() - glyphs.width()) / 2
    painter.setPen(pen)
    painter.drawLine(QPointF(glyphs.left() - more, y), QPointF(glyphs.right() + more, y))


def em(theme: Theme) -> int:
    """The size of running text in pixels."""
    return font_of(RUNNING, theme).pixelSize()
