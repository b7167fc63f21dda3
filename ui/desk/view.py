"""The side-by-side text: one scroll area that paints rows, with the current row's fields laid over it.

Whatever changes, the row that was looked at stays where it was: every change ends in `_return`, which puts the anchor row
back to its height in the window before anything is painted.
"""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from app.i18n import _
from app.model import Finding, Side
from ui.desk.current import CurrentRow
from ui.desk.evidence import Evidence
from ui.desk.painting import Brush, Look
from ui.desk.pointing import Spot, hit
from ui.desk.raised import raise_rows
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


class ReadingView(QAbstractScrollArea):
    """The page; `scrolled` when another part of it is visible or its height changed."""

    scrolled = Signal()

    def __init__(self, session: Session, model: UnitModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's article, now and from now on."""
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.sheet = Sheet(session, model, theme, self)
        self.current = CurrentRow(session, theme, self.viewport())
        self._anchor = (0, 0)
        self._pressed: Side | None = None
        self._syncing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Story, side by side"))
        self.viewport().setMouseTracking(True)
        self.sheet.changed.connect(self._follow)
        self.current.resized.connect(self._return)
        self.current.acted.connect(self.focus_target)
        session.opened.connect(self._open)
        session.checked.connect(self._check)
        session.moved.connect(self._move)
        session.focused.connect(self._focus)
        session.viewed.connect(self._view)
        model.modelReset.connect(self._open)
        self._open()

    # What others ask

    def set_theme(self, theme: Theme) -> None:
        """Take another look or text size."""
        self.theme = theme
        self.current.set_theme(theme)
        self._relay()

    def commit(self) -> None:
        """Make a step of what was typed in the current row."""
        if self.current.unit in self.session.drafts:
            self.session.edit(self.current.unit, self.session.drafts[self.current.unit])

    def focus_target(self) -> None:
        """Bring the keyboard to the translation of the current row."""
        field = self.current.target
        (field if field.isVisibleTo(self.viewport()) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_source(self) -> None:
        """Bring the keyboard to the source of the current row."""
        field = self.current.source
        (field if field.isVisibleTo(self.viewport()) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, *, centred: bool = False) -> None:
        """Scroll as little as needed to see the whole current row; from far away it comes to lie in the upper part."""
        group, scroll = self.sheet.group, self.sheet.scroll
        if group is None:
            return
        top, bottom = scroll.top_of(group.first), scroll.top_of(group.end)
        if bottom < 0 or top > scroll.window or (centred and not 0 <= top <= bottom <= scroll.window):
            scroll.put(group.first, round(scroll.window * LOOK_HERE))
        elif top < 0 or bottom - top > scroll.window:
            scroll.put(group.first, 0)
        elif bottom > scroll.window:
            scroll.by(bottom - scroll.window)
        self._arrange()

    def scroll_to(self, value: int) -> None:
        """Scroll to a height on the page."""
        self.sheet.scroll.to(value)
        self._arrange()

    # What the session says

    def _open(self) -> None:
        self.current.unit = 0
        self.sheet.open()
        self._take_up()
        self.sheet.scroll.settle()
        self.reveal(centred=True)

    def _check(self) -> None:
        self.sheet.evidence = Evidence(self.session.findings)
        self.current.show_findings(self.sheet.evidence)
        self._return()

    def _move(self, unit_id: int) -> None:
        if unit_id == self.current.unit:
            return
        self._look_at(unit_id)
        self.commit()
        self._take_up()
        self._return()
        self.reveal()

    def _focus(self, finding: Finding | None) -> None:
        if finding is not None:
            self.current.show_findings(self.sheet.evidence)
            self.current.select(finding)
            self._return()
            self.reveal(centred=True)
            self.focus_target()

    def _view(self, _view: str) -> None:
        self.commit()
        self._relay()
        self._take_up()
        self._return()

    def _follow(self) -> None:
        """Rows changed: show the current one as it is now, everything in its place."""
        if self.session.current == self.current.unit:
            self.current.follow()
            self._show_fields()
        self._return()

    def _take_up(self) -> None:
        """Load the fields with the current row."""
        position = self.sheet.position
        if position < 0:
            self.current.unit = 0
            self.current.show(source=False, target=False)
            self.current.card.hide()
            return
        focused = self.current.target.hasFocus() or self.current.source.hasFocus() or self.hasFocus()
        self.current.load(self.sheet.setting.style(self.sheet.page, position))
        self._show_fields()
        self.current.show_findings(self.sheet.evidence)
        if focused:
            self.focus_target()

    def _show_fields(self) -> None:
        unit = self.session.unit
        source = unit is not None and unit.source is not None and self.session.view is not View.COLD
        self.current.show(source=source, target=self.current.editable)

    # Where everything lies

    def _relay(self) -> None:
        self.sheet.relay(self.viewport().width(), self.theme)
        if self.current.unit:
            self.current.restyle(self.sheet.setting.style(self.sheet.page, self.sheet.position))
        self._return()

    def _look_at(self, unit_id: int) -> None:
        """Keep this row in its place instead, if it is to be seen."""
        position = self.sheet.model.position(unit_id)
        for row, y in self.sheet.scroll.visible():
            group = self.sheet.page.group(row)
            if group.first <= position < group.end and y >= 0:
                self._anchor = (unit_id, y + self.sheet.slip(row).lead)

    def _return(self) -> None:
        """Lay everything out again with the anchor row where it was."""
        unit_id, text_y = self._anchor
        position = self.sheet.model.position(unit_id)
        self._raise()
        if position >= 0:
            lead = self.sheet.slip(position).lead
            if not lead:
                position = self.sheet.page.group(position).first
                lead = self.sheet.slip(position).lead
            self.sheet.scroll.put(position, text_y - lead)
        else:
            self.sheet.scroll.settle()
        self._arrange()

    def _raise(self) -> None:
        """Lay out the current group with its fields and card."""
        self.sheet.raised = raise_rows(self.sheet, self.current)
        for position in self.sheet.raised:
            self.sheet.measure(position)

    def _arrange(self) -> None:
        """Put the fields over their row, remember what is looked at, and have everything painted."""
        visible = list(self.sheet.scroll.visible())
        position, scroll = self.sheet.position, self.sheet.scroll
        shown = {row for row, _y in visible}
        tops = None
        if shown.intersection(self.sheet.raised) and position in self.sheet.raised:
            last = max(self.sheet.raised)
            top = scroll.top_of(position) + self.sheet.raised[position].lead
            tops = top, scroll.top_of(last) + self.sheet.raised[last].card
        self.current.place(self.sheet.columns, tops)
        if position in shown and self.sheet.slip(position).height:
            self._anchor = (self.session.current, scroll.top_of(position) + self.sheet.slip(position).lead)
        elif visible:
            row, y = visible[0]
            self._anchor = (self.sheet.unit(row).id, y + self.sheet.slip(row).lead)
        self._syncing = True
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, scroll.window))
        bar.setSingleStep(leading_of(RUNNING, self.theme))
        bar.setRange(0, scroll.limit)
        bar.setValue(scroll.value)
        self._syncing = False
        self.viewport().update()
        self.scrolled.emit()

    # Events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll when the bar was moved: by its keys, by a screen reader."""
        del dx
        if not self._syncing:
            self.sheet.scroll.by(-dy)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the rows for another width."""
        first = not self.sheet.scroll.window
        self.sheet.scroll.window = self.viewport().height()
        if event.size().width() != event.oldSize().width():
            self._relay()
        else:
            self._return()
        if first:
            self.reveal(centred=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels where the device knows them, otherwise by lines."""
        lines = event.angleDelta().y() / NOTCH * WHEEL * leading_of(RUNNING, self.theme)
        self.sheet.scroll.by(-(event.pixelDelta().y() or round(lines)))
        self._arrange()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the visible rows, the current ones on their card."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(self.theme.bg))
        brush = Brush(painter, self.theme, self.sheet.columns)
        visible = list(self.sheet.scroll.visible())
        self._paint_card(brush)
        for row, y in visible:
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
        quiet = self.session.view in {View.COLD, View.ORIGINAL}
        look = Look(sheet.unit(row), sheet.number(row), sheet.page.kinds[row], sheet.worst(row), current=row in sheet.raised, quiet=quiet)
        look = replace(look, read_only=self.session.view is View.ORIGINAL)
        if row in sheet.raised:
            first, last = min(sheet.raised), max(sheet.raised)
            gap = 0 if row != first else sheet.scroll.top_of(last) + sheet.raised[last].lead + sheet.raised[last].texts - y - slip.lead + 2
            look = replace(look, gap=gap)
        if row == sheet.position and row in sheet.raised:
            look = replace(look, fields=self.current.shown(), line=self.current.line, line_top=self.current.line_top())
        brush.row(slip, y, look, ([], []) if quiet else sheet.underlines(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the row that was clicked, caret where it was clicked; bring back, or begin to translate."""
        found = hit(self.sheet, event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if found is None:
            return
        if found.spot is Spot.BRING_BACK:
            self._bring_back(found.unit)
            return
        self.session.go_to(found.unit)
        self._pressed = found.side
        field = self.current.source if found.side is Side.SOURCE else self.current.target
        if found.spot is Spot.TEXT and field.isVisibleTo(self.viewport()):
            field.place_caret(found.at)
            field.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            self.focus_target()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is held down; otherwise show what a click would do."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            field = self.current.source if self._pressed is Side.SOURCE else self.current.target
            field.drag_to(QPointF(field.mapFrom(self.viewport(), event.position())))
            return
        found = hit(self.sheet, event.position())
        shapes = {Spot.TEXT: Qt.CursorShape.IBeamCursor, Spot.ELSEWHERE: Qt.CursorShape.ArrowCursor}
        self.viewport().setCursor(shapes.get(found.spot, Qt.CursorShape.PointingHandCursor) if found else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on underlined words goes to their finding; the caret stays where it was clicked."""
        pressed, self._pressed = self._pressed, None
        found = hit(self.sheet, event.position()) if pressed else None
        field = self.current.source if pressed is Side.SOURCE else self.current.target
        if pressed and found and found.unit == self.current.unit and not field.selection.length:
            finding = self.sheet.evidence.finding_at(self.current.unit, pressed, field.caret)
            if finding is not None and self.current.card.finding is not None:
                caret = field.caret
                self.session.focus(finding)
                field.place_caret(caret)
                field.setFocus(Qt.FocusReason.MouseFocusReason)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is wrong with underlined words when the mouse rests on them."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = hit(self.sheet, QPointF(event.pos()))
            finding = self.sheet.evidence.finding_at(found.unit, found.side, found.at) if found and found.spot is Spot.TEXT else None
            QToolTip.showText(event.globalPos(), finding.message.render() if finding else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a removed text brings it back; without an editor the arrows go from row to row."""
        unit = self.session.unit
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and unit is not None and not self.current.editable:
            self._bring_back(unit.id)
        elif event.key() == Qt.Key.Key_Down:
            self.session.next_row()
        elif event.key() == Qt.Key.Key_Up:
            self.session.previous_row()
        else:
            super().keyPressEvent(event)

    def _bring_back(self, unit_id: int) -> None:
        """Bring a removed passage back, or the imported text of a row that was emptied."""
        self.session.go_to(unit_id)
        unit = self.session.unit
        if unit is not None and unit.removed:
            self.session.bring_back()
        elif unit is not None and not unit.target.plain:
            self.session.restore()
        self.focus_target()
