"""The whole story at a glance beside the text: every finding where it lies, as long as its passage, and what is in the window."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.i18n import _, ngettext
from app.model import Finding, Severity
from ui.desk.view import ReadingView
from ui.models.findings import check_title
from ui.session import Session, View
from ui.theme import Theme

WIDTH, LEAST = 24, 4
"""Pixels at 100 %: the ruler with the air around it, the shortest mark."""

LATER = 40
"""Milliseconds by which marks may lag behind changing heights."""


class RulerMark(Struct, frozen=True):
    """A finding on the ruler: from `top` on, `height` long, in pixels of the ruler."""

    top: float
    height: float
    finding: Finding


class Ruler(QWidget):
    """The scroll bar of the page, with its findings."""

    def __init__(self, session: Session, view: ReadingView, theme: Theme, parent: QWidget) -> None:
        """Stand for this view."""
        super().__init__(parent)
        self._session = session
        self._view = view
        self._theme = theme
        self._grip: float | None = None
        self.marks: list[RulerMark] = []
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._set_marks)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Overview"))
        self.setMouseTracking(True)
        view.scrolled.connect(self._follow)
        session.checked.connect(self._later.start)
        session.opened.connect(self._later.start)
        session.viewed.connect(self._later.start)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the theme's text size asks for."""
        return QSize(round(self._theme.pixels(WIDTH)), 200)

    def mark_at(self, y: float) -> RulerMark | None:
        """The mark at or within two pixels of a height, the gravest first."""
        near = [mark for mark in self.marks if mark.top - 2 <= y <= mark.top + mark.height + 2]
        return max(near, key=lambda mark: mark.finding.severity.rank, default=None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, marks and the frame of the window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self._track()
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.chrome))
        painter.drawRoundedRect(track, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in reversed(self.marks):
            painter.setBrush(self._theme.color(mark.finding.severity))
            painter.drawRoundedRect(QRectF(track.left() + 2, mark.top, track.width() - 4, mark.height), 2, 2)
        painter.setPen(QPen(QColor(self._theme.edge), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._frame().adjusted(-2, 0, 2, 0), 5, 5)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the marks anew."""
        super().resizeEvent(event)
        self._later.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the finding that was clicked; elsewhere the window comes to where the mouse is."""
        y = event.position().y()
        mark = self.mark_at(y)
        if mark is not None:
            self._session.focus(mark.finding)
            return
        frame = self._frame()
        self._grip = y - frame.top() if frame.top() <= y <= frame.bottom() else frame.height() / 2
        self._drag(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the window along; over a mark the hand says that it can be clicked."""
        y = event.position().y()
        if event.buttons() & Qt.MouseButton.LeftButton and self._grip is not None:
            self._drag(y)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.mark_at(y) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the window go."""
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page."""
        self._view.wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a mark stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self._told(mark) if mark else "", self)
            return True
        return super().event(event)

    def _told(self, mark: RulerMark) -> str:
        finding = mark.finding
        where = self._session.label(finding.units[0]) if finding.units else ""
        rows = ngettext("{count} row", "{count} rows", len(finding.units)).format(count=len(finding.units))
        return f"{check_title(finding)} – {where}, {rows}\n{finding.message.render()}"

    def _drag(self, y: float) -> None:
        track, grip = self._track(), self._grip or 0.0
        part = (y - grip - track.top()) / max(1.0, track.height())
        self._view.scroll_to(round(part * self._whole()))

    def _follow(self) -> None:
        self.update()
        self._later.start()

    def _track(self) -> QRectF:
        left, width = self._theme.pixels(6), self._theme.pixels(12)
        return QRectF(left, 8, width, max(20, self.height() - 22))

    def _whole(self) -> int:
        scroll = self._view.sheet.scroll
        return max(scroll.heights.total, scroll.limit + scroll.window, 1)

    def _y(self, value: float) -> float:
        track = self._track()
        return track.top() + value / self._whole() * track.height()

    def _frame(self) -> QRectF:
        scroll, track = self._view.sheet.scroll, self._track()
        top, bottom = self._y(scroll.value), self._y(min(self._whole(), scroll.value + scroll.window))
        return QRectF(track.left(), top, track.width(), max(14.0, bottom - top))

    def _set_marks(self) -> None:
        findings = [] if self._session.view is View.COLD else self._session.findings
        marks = [mark for finding in findings if finding.severity is not Severity.NEUTRAL for mark in self._marks(finding)]
        self.marks = sorted(marks, key=lambda mark: mark.finding.severity.rank, reverse=True)
        self.update()

    def _marks(self, finding: Finding) -> Iterator[RulerMark]:
        """One mark for each run of neighbouring rows."""
        sheet = self._view.sheet
        heights, least = sheet.scroll.heights, self._theme.pixels(LEAST)
        for first, last in runs(at for unit in finding.units if (at := sheet.model.position(unit)) >= 0):
            top = self._y(heights.top(sheet.page.group(first).first))
            bottom = self._y(heights.top(last + 1)) if last > first else top
            yield RulerMark(top, max(least, bottom - top - 1), finding)


def runs(positions: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of every run of neighbouring positions."""
    found: list[tuple[int, int]] = []
    for position in sorted(set(positions)):
        if found and found[-1][1] == position - 1:
            found[-1] = (found[-1][0], position)
        else:
            found.append((position, position))
    return found
