"""Rows painted on the page: number, texts, gutter, and the signs for what is missing, removed or confirmed."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from app.i18n import _
from app.model import BlockKind, Severity, Unit
from ui.desk.columns import Columns
from ui.desk.page import Shape
from ui.desk.setting import PAD, Slip
from ui.desk.strip import Entry, paint_entry
from ui.desk.typesetting import RUNNING, SMALL, Cell, Underline, em, leading_of, style_of
from ui.theme import Theme, paint_shape

FINE = 11
"""Pixels at 100 % of row numbers and badges."""


class Aspect(Struct, frozen=True):
    """What is to be said of a row beside its texts.

    `entry` is the field of a CMS that it belongs to. `begins` says whether it begins a block, `ordinal` its number in a list. `fields` says which of its texts a field shows, so that they are not painted; `note` and `line` (of its changes) stand
    `line_tops` below the texts' top. `gap` is the height of the dashed box of an empty source: -1 for the row's own, 0 for none.
    """

    unit: Unit
    number: str
    kind: BlockKind
    begins: bool = True
    ordinal: int = 0
    worst: Severity | None = None
    badge: str = ""
    entry: Entry | None = None
    current: bool = False
    quiet: bool = False
    read_only: bool = False
    fields: tuple[bool, bool] = (False, False)
    note: Cell | None = None
    line: Cell | None = None
    line_tops: tuple[int, int] = (0, 0)
    gap: int = -1


class Brush:
    """Paints rows of one theme into columns."""

    def __init__(self, painter: QPainter, theme: Theme, columns: Columns) -> None:
        """Paint with this painter."""
        self.painter = painter
        self.theme = theme
        self.columns = columns
        self.leading = leading_of(RUNNING, theme)

    def card(self, top: int, bottom: int) -> None:
        """The paper on which the current row lies."""
        self.painter.setPen(QPen(QColor(self.theme.edge), 1))
        self.painter.setBrush(QColor(self.theme.paper))
        radius = self.theme.pixels(10)
        box = QRectF(self.columns.left + 0.5, top + 0.5, self.columns.right - self.columns.left - 1, bottom - top - 1)
        self.painter.drawRoundedRect(box, radius, radius)

    def row(self, slip: Slip, y: int, look: Aspect, underlines: tuple[Sequence[Underline], Sequence[Underline]]) -> None:
        """A whole row, but for the texts that fields show."""
        top = y + slip.lead
        if slip.shape is Shape.FOLD:
            self.fold(slip, y, raised=look.current)
            return
        self.number(look.number, top, slip, current=look.current)
        self.gutter(top, slip, look)
        self._source(slip, top, look, underlines[0])
        self._target(slip, y, look, underlines[1])

    def _source(self, slip: Slip, top: int, look: Aspect, underlines: Sequence[Underline]) -> None:
        if self.columns.alone:
            return
        if slip.source is None:
            height = self._room(slip) if look.gap < 0 else look.gap
            if height:
                self.gap(self.columns.source, top, height, _("nothing in the source"))
            return
        if not look.fields[0]:
            slip.source.draw(self.painter, QPointF(self.columns.source, top), underlines)
        if look.note is not None:
            look.note.draw(self.painter, QPointF(self.columns.source, top + look.line_tops[0]))
        self.ornament(look, self.columns.source, top, slip.source.height)

    def _target(self, slip: Slip, y: int, look: Aspect, underlines: Sequence[Underline]) -> None:
        top = y + slip.lead
        if look.fields[1]:
            if slip.target is not None:
                self.ornament(look, self.columns.target, top, look.line_tops[1] or slip.texts)
            elif not look.unit.target.plain:
                self._dashes(QRectF(self.columns.target - 8, top - 1, self.columns.cell + 12, max(self.leading + 2, slip.texts + 2)))
            if look.line is not None:
                look.line.draw(self.painter, QPointF(self.columns.target, top + look.line_tops[1]))
        elif slip.target is not None:
            slip.target.draw(self.painter, QPointF(self.columns.target, top), underlines)
            self.ornament(look, self.columns.target, top, slip.target.height)
        elif slip.label:
            self.note(slip.label, note_box(slip, y, self.columns, self.leading))
        else:
            self.missing(top, self._room(slip), button=not look.read_only)

    def _room(self, slip: Slip) -> int:
        return slip.texts or slip.height - slip.lead

    def ornament(self, look: Aspect, x: int, top: int, height: int) -> None:
        """The name of a field, the bullet or number of a list item, the bar beside a quotation, unbroken from row to row."""
        size = em(self.theme)
        if look.entry is not None:
            box = QRectF(x, top, self.columns.cell, height)
            paint_entry(self.painter, self.theme, style_of(look.kind), box, look.entry, int(x == self.columns.target))
        elif look.kind is BlockKind.LIST_ITEM and look.ordinal:
            self.painter.setFont(self.theme.serif())
            self.painter.setPen(QColor(self.theme.soft))
            box = QRectF(x - size * 0.7, top, size * 1.8, self.leading)
            self.painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{look.ordinal}.")
        elif look.kind is BlockKind.LIST_ITEM and look.begins:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(self.theme.soft))
            self.painter.drawEllipse(QPointF(x + size * 0.55, top + self.leading * 0.52), size * 0.16, size * 0.16)
        elif look.kind is BlockKind.QUOTATION:
            above = 0 if look.begins or look.current else round(self.theme.pixels(2 * PAD)) + 4
            bar = QRectF(x + size * 0.35, top + 2 - above, max(2.0, size * 0.14), height - 4 + above)
            self.painter.fillRect(bar, QColor(self.theme.line))

    def number(self, number: str, top: int, slip: Slip, *, current: bool) -> None:
        """The row's number, on the baseline of its first line."""
        font = self.theme.sans(FINE)
        font.setBold(current)
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.theme.accent if current else self.theme.soft))
        box = QRectF(self.columns.number, top, self.columns.number_width, self._first_line(slip))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)

    def gutter(self, top: int, slip: Slip, look: Aspect) -> None:
        """The worst finding or else the state, what the row joins and the sign of a note: below each other where there is room."""
        signs = self._signs(look)
        line, step = self._first_line(slip), self.theme.pixels(14)
        middle = self.columns.gutter + self.columns.gutter_width / 2
        stacked = self._room(slip) >= line + (len(signs) - 1) * step
        left = middle - sum(width for width, _ in signs) / 2
        for number, (width, paint) in enumerate(signs):
            x, y = (middle - width / 2, top + number * step) if stacked else (left, top)
            paint(QRectF(x, y, width, line))
            left += width

    def _signs(self, look: Aspect) -> list[tuple[float, Callable[[QRectF], None]]]:
        """What stands in the gutter, each with its width."""
        px, signs = self.theme.pixels, list[tuple[float, Callable[[QRectF], None]]]()
        worst = look.worst
        if worst is not None and not look.quiet:
            signs.append((px(15), lambda box: paint_shape(self.painter, self.theme, worst, _square(box, px(11)))))
        elif look.unit.needs_work:
            signs.append((px(15), lambda box: self._pen_mark(_square(box, px(10)))))
        elif look.unit.confirmed:
            signs.append((px(15), lambda box: self._tick(_square(box, px(11)))))
        if look.badge and not look.quiet:
            signs.append((px(26), lambda box: self._small(box, look.badge)))
        if look.unit.doubtful and not look.quiet:
            signs.append((px(14), lambda box: self._small(box, "?", SMALL)))
        if look.unit.source_before or look.unit.target_before:
            signs.append((px(14), lambda box: self._small(box, "↻", SMALL)))
        if look.unit.note:
            signs.append((px(14), lambda box: self._note_sign(_square(box, px(9)))))
        return signs

    def gap(self, x: int, top: int, height: int, words: str) -> None:
        """The dashed box of a side on which nothing stands."""
        self._dashes(QRectF(x - 8, top - 1, self.columns.cell + 12, max(height, self.leading)))
        self._small(QRectF(x, top, self.columns.cell, self.leading), words, SMALL)

    def missing(self, top: int, height: int, *, button: bool) -> None:
        """The dashed box of a missing translation, with the button that begins one."""
        x, cell = self.columns.target, self.columns.cell
        self._dashes(QRectF(x - 8, top - 1, cell + 12, max(height, self.leading)))
        if not button:
            self._small(QRectF(x, top, cell, self.leading), missing_words(), SMALL)
            return
        box = translate_button(self.columns, self.theme, top)
        room = box.left() - x - self.theme.pixels(8)
        self._small(QRectF(x, top, room, self.leading), missing_words(), SMALL, Qt.AlignmentFlag.AlignRight)
        self.painter.setPen(QPen(QColor(self.theme.line), 1))
        self.painter.setBrush(QColor(self.theme.paper))
        self.painter.drawRoundedRect(box, 6, 6)
        self._small(box, _("Translate here"), SMALL, colour=self.theme.ink)

    def fold(self, slip: Slip, y: int, *, raised: bool) -> None:
        """The line that is left of a removed passage, between two dashed rules or on its card."""
        left, right = self.columns.source, self.columns.target + self.columns.cell
        top, bottom = y + slip.lead, y + slip.height - slip.lead
        self.painter.setPen(QPen(QColor(self.theme.line), 1, Qt.PenStyle.DashLine))
        if not raised:
            self.painter.drawLine(left, top, right, top)
            self.painter.drawLine(left, bottom, right, bottom)
        self.note(slip.label, note_box(slip, y, self.columns, self.leading))

    def note(self, words: str, box: QRectF) -> None:
        """A soft line of words about what is not there, with what brings it back."""
        shown, link = note_parts(words, box, self.theme)
        self.painter.setFont(self.theme.sans(SMALL))
        self.painter.setPen(QColor(self.theme.soft))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        self.painter.setPen(QColor(self.theme.accent))
        self.painter.drawText(link, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, bring_back())

    def _first_line(self, slip: Slip) -> int:
        cell = slip.source or slip.target
        return cell.leading if cell else self.leading

    def _small(
        self,
        box: QRectF,
        words: str,
        size: float = FINE,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        *,
        colour: str = "",
    ) -> None:
        self.painter.setFont(self.theme.sans(size))
        self.painter.setPen(QColor(colour or self.theme.soft))
        shown = self.painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()))
        self.painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)

    def _dashes(self, box: QRectF) -> None:
        self.painter.setPen(QPen(QColor(self.theme.edge), 1.2, Qt.PenStyle.CustomDashLine))
        pen = self.painter.pen()
        pen.setDashPattern([3, 2.5])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _tick(self, box: QRectF) -> None:
        path = QPainterPath(QPointF(box.left() + box.width() * 0.1, box.top() + box.height() * 0.55))
        path.lineTo(box.left() + box.width() * 0.4, box.top() + box.height() * 0.85)
        path.lineTo(box.left() + box.width() * 0.95, box.top() + box.height() * 0.15)
        self.painter.strokePath(
            path, QPen(QColor(self.theme.ok), self.theme.pixels(2), c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        )

    def _pen_mark(self, box: QRectF) -> None:
        """Needs work: an arrow that turns back."""
        pen = QPen(QColor(self.theme.ink), self.theme.pixels(1.6), c=Qt.PenCapStyle.RoundCap)
        path = QPainterPath()
        path.arcMoveTo(box, 150)
        path.arcTo(box, 150, -270)
        self.painter.strokePath(path, pen)
        start = path.pointAtPercent(0)
        head = box.width() * 0.34
        self.painter.strokePath(_corner(start, head), pen)

    def _note_sign(self, sheet: QRectF) -> None:
        self.painter.setPen(QPen(QColor(self.theme.soft), 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(sheet, 1.5, 1.5)
        for part in (0.36, 0.64):
            y = sheet.top() + sheet.height() * part
            self.painter.drawLine(QPointF(sheet.left() + 2, y), QPointF(sheet.right() - 2, y))


def _square(box: QRectF, size: float) -> QRectF:
    """A square in the middle of a box."""
    return QRectF(box.center().x() - size / 2, box.center().y() - size / 2, size, size)


def _corner(at: QPointF, size: float) -> QPainterPath:
    path = QPainterPath(QPointF(at.x(), at.y() - size))
    path.lineTo(at)
    path.lineTo(at.x() + size, at.y())
    return path


def missing_words() -> str:
    """What is said of a missing translation."""
    return _("missing in the translation")


def translate_button(columns: Columns, theme: Theme, top: int) -> QRectF:
    """Where *Translate here* lies in a row whose text begins at `top`: the words and the button together in the middle."""
    metrics, air = QFontMetricsF(theme.sans(SMALL)), theme.pixels(8)
    width, height = metrics.horizontalAdvance(_("Translate here")) + 2.5 * air, theme.pixels(20)
    together = metrics.horizontalAdvance(missing_words()) + air + width
    left = columns.target + min(columns.cell, (columns.cell + together) / 2) - width
    return QRectF(left, top + (leading_of(RUNNING, theme) - height) / 2, width, height)


def bring_back() -> str:
    """What brings a removed passage back."""
    return _("bring back")


def note_box(slip: Slip, y: int, columns: Columns, leading: int) -> QRectF:
    """Where the words about a removed text stand in a row that begins at `y`."""
    if slip.shape is Shape.FOLD:
        return QRectF(columns.source + 8, y + slip.lead, columns.target + columns.cell - columns.source - 16, slip.height - 2 * slip.lead)
    return QRectF(columns.target, y + slip.lead, columns.cell, leading)


def note_parts(words: str, box: QRectF, theme: Theme) -> tuple[str, QRectF]:
    """The words shortened to what the box holds, and where what brings back stands behind them."""
    metrics = QFontMetricsF(theme.sans(SMALL))
    dash = " – "
    room = box.width() - metrics.horizontalAdvance(dash + bring_back())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) + dash
    left = box.left() + metrics.horizontalAdvance(shown)
    return shown, QRectF(left, box.top(), metrics.horizontalAdvance(bring_back()), box.height())
