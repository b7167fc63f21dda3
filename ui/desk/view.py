"""The side-by-side text: what the session says is shown, what mouse and keys do is told to the session."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.i18n import _
from app.model import Finding, Side, Step
from ui.desk.borders import Grip, Move, grip_at, move_to, paint_move
from ui.desk.field import Field
from ui.desk.paper import Paper
from ui.desk.pointing import Spot, hit, told
from ui.desk.spoken import SpokenRows
from ui.models.units import UnitModel
from ui.session import Session, View
from ui.theme import Theme

SHAPES = {Spot.TEXT: Qt.CursorShape.IBeamCursor, Spot.ELSEWHERE: Qt.CursorShape.ArrowCursor, Spot.GUTTER: Qt.CursorShape.ArrowCursor}
"""What the mouse looks like; a hand everywhere else."""


class ReadingView(Paper):
    """The page, following the session."""

    def __init__(self, session: Session, model: UnitModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's article, now and from now on."""
        super().__init__(session, model, theme, parent)
        self._pressed: Side | None = None
        self._grip: Grip | None = None
        self._move_to: Move | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Story, side by side"))
        self.viewport().setAccessibleName(_("Page"))
        self.spoken = SpokenRows(self.sheet, self.viewport())
        self.scrolled.connect(self.spoken.tell)
        self.sheet.changed.connect(self._follow)
        self.current.acted.connect(self.focus_target)
        self.current.pointed.connect(self._point)
        session.opened.connect(self._open)
        session.checked.connect(self._check)
        session.moved.connect(self._move)
        session.focused.connect(self._focus)
        session.viewed.connect(self._view)
        session.opined.connect(self._compare)
        for signal in (session.checked, session.moved, session.stepped):
            signal.connect(self.spoken.tell)
        session.assessed.connect(self._assess)
        session.stepped.connect(self._mark)
        self._open()

    def commit(self) -> None:
        """Make a step of what was typed in the current row."""
        self.session.settle()

    def focus_target(self) -> None:
        """Bring the keyboard to the translation of the current row."""
        field = self.current.target
        (field if field.isVisibleTo(self.viewport()) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_source(self) -> None:
        """Bring the keyboard to the source of the current row."""
        field = self.current.source
        (field if field.isVisibleTo(self.viewport()) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.current.unit = 0
        self.sheet.open()
        self._mark()
        self._take_up()
        self.sheet.scroll.settle()
        self.reveal(centred=True)

    def _check(self) -> None:
        self.sheet.evidence.follow(self.session.findings)
        self.current.show_findings(self.sheet.evidence)
        self.put_back()

    def _move(self, unit_id: int) -> None:
        if unit_id == self.current.unit:
            return
        self.look_at(unit_id)
        self._take_up()
        self.put_back()
        self.reveal()

    def _focus(self, finding: Finding | None) -> None:
        if finding is not None:
            self.current.show_findings(self.sheet.evidence)
            self.current.select(finding)
            self.put_back()
            self.reveal(centred=True)
            self.focus_target()
            self.show_caret()

    def _view(self, _view: str) -> None:
        """Show the same row another way; text, caret and what can be undone stay."""
        focused = self._focused()
        self._show_fields()
        self.current.show_findings(self.sheet.evidence)
        self.relay()
        if focused:
            self.focus_target()

    def _assess(self) -> None:
        """Let the text only be read and show what is marked, or the other way round; everything in its place."""
        self._mark()
        self._view(self.session.view)

    def _mark(self, _step: Step | None = None) -> None:
        """Frame what is marked."""
        places = ((self.session.mark_place(mark), mark.severity) for mark in self.session.marks)
        self.sheet.evidence.mark((place, severity) for place, severity in places if place is not None)

    def _compare(self) -> None:
        """Show what others say, as far as that is looked at; everything in its place."""
        self.sheet.compare()
        self.current.compare()
        self.put_back()

    def _follow(self) -> None:
        """Rows changed: show the current one as it is now, everything in its place."""
        if self.session.current == self.current.unit:
            self.current.follow()
            self._show_fields()
        self.put_back()

    def _take_up(self) -> None:
        """Load the fields with the current row."""
        position = self.sheet.position
        if position < 0:
            self.current.unit = 0
            self.current.show(source=False, target=False)
            self.current.card.hide()
            return
        focused = self._focused()
        self.current.load(self.sheet.setting.style(self.sheet.page, position))
        self._show_fields()
        self.current.show_findings(self.sheet.evidence)
        if focused:
            self.focus_target()

    def _focused(self) -> bool:
        """Whether the page or one of its texts has the keyboard."""
        return self.current.target.hasFocus() or self.current.source.hasFocus() or self.hasFocus()

    def _show_fields(self) -> None:
        unit = self.session.unit
        source = unit is not None and unit.source is not None and self.session.view is not View.COLD
        self.current.show(source=source, target=self.current.editable)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the row that was clicked, caret where it was clicked; bring back, or begin to translate."""
        left = event.button() is Qt.MouseButton.LeftButton
        self._grip = grip_at(self.sheet, event.position()) if left and movable(self.session) else None
        found = hit(self.sheet, event.position()) if left and self._grip is None else None
        if self._grip is not None:
            self.session.settle()
            self._show_move(None)
        if found is None:
            return
        if found.spot is Spot.BRING_BACK and not self.session.assessing:
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
        if self._grip is not None:
            self._show_move(move_to(self.sheet, self._grip, event.position()))
            return
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            field = self.current.source if self._pressed is Side.SOURCE else self.current.target
            field.drag_to(QPointF(field.mapFrom(self.viewport(), event.position())))
            return
        found = hit(self.sheet, event.position())
        spot = found.spot if found else Spot.ELSEWHERE
        if movable(self.session) and grip_at(self.sheet, event.position()):
            self.viewport().setCursor(Qt.CursorShape.SplitVCursor)
            return
        self.viewport().setCursor(SHAPES.get(spot, Qt.CursorShape.PointingHandCursor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the button began: move a border, or, after a click on underlined words, show their finding."""
        del event
        grip, move = self._grip, self._move_to
        self._grip = None
        self._show_move(None)
        if grip is not None and move is not None:
            self.session.move_border(grip.upper, grip.side, move.span.start if move.down else move.span.end, down=move.down)
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            self._point(self.current.source if pressed is Side.SOURCE else self.current.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and over them where a border is about to go."""
        super().paintEvent(event)
        if self._grip is not None:
            painter = QPainter(self.viewport())
            paint_move(painter, self.sheet, self._grip, self._move_to)
            painter.end()

    def _show_move(self, move: Move | None) -> None:
        """Show which words would change rows; those of the current row are selected in their field."""
        self._move_to = move
        if move is not None and self._grip is not None and move.unit == self.current.unit:
            (self.current.source if self._grip.side is Side.SOURCE else self.current.target).select(move.span)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is wrong with underlined words, and what the signs in the gutter mean, when the mouse rests on them."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = hit(self.sheet, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), told(self.sheet, found) if found else "", self.viewport())
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
        if self.session.assessing:
            return
        self.session.go_to(unit_id)
        unit = self.session.unit
        if unit is not None and unit.removed:
            self.session.bring_back()
        elif unit is not None and not unit.target.plain:
            self.session.restore()
        self.focus_target()

    def _point(self, field: Field) -> None:
        """Show the finding of the words that were clicked; the caret stays where it is."""
        side = Side.SOURCE if field is self.current.source else Side.TARGET
        finding = self.sheet.evidence.finding_at(self.current.unit, side, field.caret)
        if finding is None or finding == self.session.finding or field.selection.length or self.current.card.finding is None:
            return
        caret = field.caret
        self.session.focus(finding)
        field.place_caret(caret)
        field.setFocus(Qt.FocusReason.MouseFocusReason)


def movable(session: Session) -> bool:
    """Whether borders between rows can be moved now."""
    return session.view is not View.ORIGINAL and not session.assessing
