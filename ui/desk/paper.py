"""The page on the screen: rows painted, the current row's fields laid over it, scrolled without a jump.

Whatever changes, the row that was looked at stays where it was: every change ends in `put_back`, which returns the anchor
row to its height in the window before anything is painted.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.desk.current import CurrentRow
from ui.desk.painting import Aspect, Brush
from ui.desk.raised import raise_rows
from ui.desk.setting import badge
from ui.desk.sheet import Sheet
from ui.desk.typesetting import RUNNING, leading_of
from ui.models.units import UnitModel
from ui.session import Session, View
from ui.theme import Theme

WHEEL = 3
"""Lines that one notch of the wheel scrolls."""

NOTCH = 120
"""What Qt calls one notch."""

LOOK_HERE = 0.3
"""Where in the window a row from far away comes to lie."""

QUIET = frozenset({View.COLD, View.ORIGINAL})
"""The views in which findings are not shown."""


class Paper(QAbstractScrollArea):
    """The page; `scrolled` when another part of it is visible or its height changed."""

    scrolled = Signal()

    def __init__(self, session: Session, model: UnitModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the session's article."""
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.sheet = Sheet(session, model, theme, self)
        self.current = CurrentRow(session, theme, self.viewport())
        self._anchor = (0, 0)
        self._seen: list[tuple[int, int, int]] = []
        self._syncing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.current.resized.connect(self.regrow)
        self.current.carried.connect(self.show_caret)
        self.current.paged.connect(self.turn_page)
        for field in (self.current.source, self.current.target):
            field.turned.connect(self.wheelEvent)

    def set_theme(self, theme: Theme) -> None:
        """Take another look or text size."""
        self.theme = theme
        self.current.set_theme(theme)
        self.relay()

    def reveal(self, *, centred: bool = False) -> None:
        """Scroll as little as needed to see the whole current row; from far away it comes to lie in the upper part."""
        group, scroll = self.sheet.group, self.sheet.scroll
        if group is None:
            return
        top, bottom = scroll.top_of(group.first), scroll.top_of(group.end)
        seen = top >= 0 and bottom <= scroll.window
        if bottom < 0 or top > scroll.window or (centred and not seen):
            scroll.put(group.first, round(scroll.window * LOOK_HERE))
            top, bottom = scroll.top_of(group.first), scroll.top_of(group.end)
        if bottom > scroll.window:
            scroll.by(min(top, bottom - scroll.window))
        elif top < 0:
            scroll.put(group.first, 0)
        self.arrange()

    def upper_edge(self) -> tuple[int, int]:
        """The row at the upper edge of the window, by its id, and how many of its pixels are scrolled away; 0 where there is none."""
        scroll, rows = self.sheet.scroll, self.sheet.model.rowCount()
        return (self.sheet.unit(scroll.row).id, scroll.inset) if scroll.row < rows else (0, 0)

    def show_from(self, unit_id: int, inset: int) -> None:
        """Let the page begin at a row, so many of its pixels scrolled away; a row that is gone changes nothing."""
        position = self.sheet.model.position(unit_id)
        if position >= 0:
            self.sheet.scroll.put(position, -inset)
            self.arrange()

    def scroll_to(self, value: int) -> None:
        """Scroll to a height on the page."""
        self.sheet.scroll.to(value)
        self.arrange()

    def relay(self) -> None:
        """Lay out everything anew for another width, theme or view."""
        self.sheet.relay(self.viewport().width(), self.theme)
        if self.current.unit:
            self.current.restyle(self.sheet.setting.style(self.sheet.page, self.sheet.position))
        self.put_back()

    def look_at(self, unit_id: int) -> None:
        """Keep this row in its place instead, if it is to be seen."""
        position = self.sheet.model.position(unit_id)
        for row, y in self.sheet.scroll.visible():
            group = self.sheet.page.group(row)
            if group.first <= position < group.end and y >= 0:
                self._anchor = (unit_id, y + self.sheet.slip(row).lead)

    def put_back(self, *, typed: bool = False) -> None:
        """Lay everything out again with the anchor row where it was; after a key only the current row may need paint."""
        unit_id, text_y = self._anchor
        position = self.sheet.model.position(unit_id)
        self.raise_group()
        if position >= 0:
            lead = self.sheet.slip(position).lead
            if not lead:
                position = self.sheet.page.group(position).first
                lead = self.sheet.slip(position).lead
            self.sheet.scroll.put(position, text_y - lead)
        else:
            self.sheet.scroll.settle()
        self.arrange(typed=typed)

    def regrow(self) -> None:
        """The current row's texts or card changed."""
        self.put_back(typed=True)

    def raise_group(self) -> None:
        """Lay out the current group with its fields and card."""
        self.sheet.raised = raise_rows(self.sheet, self.current)
        for position in self.sheet.raised:
            self.sheet.measure(position)

    def arrange(self, *, typed: bool = False) -> None:
        """Put the fields over their row, remember what is looked at, and have painted what changed."""
        scroll = self.sheet.scroll
        seen = [(row, y, scroll.heights[row]) for row, y in scroll.visible()]
        shown = {row for row, _y, _height in seen}
        self.current.place(self.sheet.columns, self._tops() if shown.intersection(self.sheet.raised) else None)
        self._remember(seen)
        self._sync_bar()
        if typed and seen == self._seen:
            self.viewport().update(self._band())
            return
        self._seen = seen
        self.viewport().update()
        self.scrolled.emit()

    def _tops(self) -> tuple[int, int] | None:
        """Where the current row's texts and its finding begin in the window."""
        raised, position, scroll = self.sheet.raised, self.sheet.position, self.sheet.scroll
        if position not in raised:
            return None
        last = max(raised)
        return scroll.top_of(position) + raised[position].lead, scroll.top_of(last) + raised[last].card

    def _band(self) -> QRect:
        """The part of the window that the current group covers."""
        raised, scroll = self.sheet.raised, self.sheet.scroll
        if not raised:
            return self.viewport().rect()
        top, bottom = scroll.top_of(min(raised)), scroll.top_of(max(raised) + 1)
        return QRect(0, top, self.viewport().width(), bottom - top)

    def _remember(self, seen: Sequence[tuple[int, int, int]]) -> None:
        """Take the current row as the anchor while it is to be seen, otherwise the first row."""
        position = self.sheet.position
        at = next((place for place in seen if place[0] == position), seen[0] if seen else None)
        if at is not None:
            self._anchor = (self.sheet.unit(at[0]).id, at[1] + self.sheet.slip(at[0]).lead)

    def _sync_bar(self) -> None:
        """Let the scroll bar, which screen readers see, say where the page stands."""
        self._syncing = True
        bar, scroll = self.verticalScrollBar(), self.sheet.scroll
        bar.setPageStep(max(1, scroll.window))
        bar.setSingleStep(leading_of(RUNNING, self.theme))
        bar.setRange(0, scroll.limit)
        bar.setValue(scroll.value)
        self._syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll when the bar was moved: by its keys, by a screen reader."""
        del dx
        if not self._syncing:
            self.sheet.scroll.by(-dy)
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the rows for another width."""
        first = not self.sheet.scroll.window
        self.sheet.scroll.window = self.viewport().height()
        if event.size().width() != event.oldSize().width():
            self.relay()
        else:
            self.put_back()
        if first:
            self.reveal(centred=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels where the device knows them, otherwise by lines."""
        lines = event.angleDelta().y() / NOTCH * WHEEL * leading_of(RUNNING, self.theme)
        self.sheet.scroll.by(-(event.pixelDelta().y() or round(lines)))
        self.arrange()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that need it, the current ones on their card."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self.theme.bg))
        brush = Brush(painter, self.theme, self.sheet.columns)
        dirty = event.rect()
        raised = bool(self.sheet.raised) and dirty.intersects(self._band())
        if raised:
            self._paint_card(brush)
        for row, y in self.sheet.scroll.visible():
            within = y <= dirty.bottom() and y + self.sheet.scroll.heights[row] > dirty.top()
            if raised if row in self.sheet.raised else within:
                self._paint_row(brush, row, y)
        painter.end()

    def _paint_card(self, brush: Brush) -> None:
        group = self.sheet.group
        if group is not None and (rows := [at for at in range(group.first, group.end) if at in self.sheet.raised]):
            first, last = self.sheet.raised[rows[0]], self.sheet.raised[rows[-1]]
            top = self.sheet.scroll.top_of(rows[0]) + first.paper[0]
            brush.card(top, self.sheet.scroll.top_of(rows[-1]) + last.paper[1])

    def _paint_row(self, brush: Brush, row: int, y: int) -> None:
        sheet, slip = self.sheet, self.sheet.slip(row)
        quiet = self.session.view in QUIET
        look = Aspect(
            unit=sheet.unit(row),
            number=sheet.number(row),
            kind=sheet.page.kinds[row],
            begins=sheet.page.starts[row],
            ordinal=sheet.page.ordinals.get(row, 0),
            worst=sheet.worst(row),
            badge="" if quiet else badge(self.session, sheet.unit(row)),
            entry=sheet.entry(row),
            current=row in sheet.raised,
            quiet=quiet,
            read_only=self.session.view is View.ORIGINAL or self.session.assessing,
        )
        if row in sheet.raised:
            first, last = min(sheet.raised), max(sheet.raised)
            gap = 0 if row != first else sheet.scroll.top_of(last) + sheet.raised[last].lead + sheet.raised[last].texts - y - slip.lead + 2
            look = replace(look, gap=gap)
        if row == sheet.position and row in sheet.raised:
            look = replace(
                look, fields=self.current.shown(), note=self.current.note, line=self.current.line, line_tops=self.current.line_tops()
            )
        brush.row(slip, y, look, ([], []) if quiet else sheet.underlines(row))

    def turn_page(self, pages: int) -> None:
        """Scroll by whole windows, less a line."""
        self.sheet.scroll.by(pages * (self.sheet.scroll.window - leading_of(RUNNING, self.theme)))
        self.arrange()

    def show_caret(self) -> None:
        """Scroll as little as needed to see the line with the caret."""
        tops = self._tops()
        if tops is None:
            return
        line = self.current.target.cursorRect().translated(0, tops[0])
        above, below = line.top(), line.bottom() - self.sheet.scroll.window
        if above < 0 or below > 0:
            self.sheet.scroll.by(above - line.height() if above < 0 else below + line.height())
            self.arrange()
