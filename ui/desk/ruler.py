"""The whole story at a glance beside the text: every finding where it lies, as long as its passage, and what is in the window."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.i18n import _, ngettext
from app.model import Finding, Severity
from ui.desk.view import ReadingView
from ui.models.findings import check_title
from ui.session import Session, View
from ui.theme import Theme

WIDTH, LEAST = 24, 4
"""Pixels at 100 %: the ruler with the air around it, the shortest mark."""

LATER = 100
"""Milliseconds by which marks may lag behind changing heights."""


class RulerMark(Struct, frozen=True):
    """A finding on the ruler: from `top` on, `height` long, in whole pixels of the ruler."""

    top: int
    height: int
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
        self._runs: dict[int, tuple[Finding, list[tuple[int, int]]]] = {}
        self._covers: dict[Severity, list[tuple[int, int]]] = {}
        self._picture: QPixmap | None = None
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._set_marks)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Overview"))
        self.setMouseTracking(True)
        view.scrolled.connect(self._follow)
        session.checked.connect(self._later.start)
        session.opened.connect(self._later.start)
        session.viewed.connect(self._later.start)
        for signal in (view.sheet.model.rowsInserted, view.sheet.model.rowsRemoved, view.sheet.model.modelReset):
            signal.connect(self._forget)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme, self._picture = theme, None
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
        if self._picture is None:
            self._picture = self._drawn(track)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(QColor(self._theme.edge), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._frame().adjusted(-2, 0, 2, 0), 5, 5)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the marks anew."""
        super().resizeEvent(event)
        self._picture = None
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

    def _forget(self) -> None:
        """Rows have other positions now."""
        self._runs.clear()

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
        track = self._track()
        begin, scale = track.top(), track.height() / self._whole()
        heights = self._view.sheet.scroll.heights.listed()
        tops = [begin + scale * top for top in accumulate(heights, initial=0)] if findings else []
        shown = [finding for finding in findings if finding.severity is not Severity.NEUTRAL]
        self._runs = {id(finding): self._runs[id(finding)] for finding in shown if id(finding) in self._runs}
        marks = [mark for finding in shown for mark in self._marks(finding, tops)]
        self.marks = sorted(marks, key=lambda mark: mark.finding.severity.rank, reverse=True)
        covers = covered(self.marks)
        if covers != self._covers:
            self._covers, self._picture = covers, None
            self.update()

    def _marks(self, finding: Finding, tops: Sequence[float]) -> Iterator[RulerMark]:
        """One mark for each run of neighbouring rows; `tops` says where every row begins on the ruler."""
        page, least = self._view.sheet.page, round(self._theme.pixels(LEAST))
        for first, last in self._runs_of(finding):
            top = round(tops[page.group(first).first])
            bottom = round(tops[last + 1]) if last > first else top
            yield RulerMark(top, max(least, bottom - top - 1), finding)

    def _runs_of(self, finding: Finding) -> list[tuple[int, int]]:
        """Where a finding lies, kept until rows come or go: a finding about typography may lie in a thousand places."""
        kept = self._runs.get(id(finding))
        if kept is None:
            position = self._view.sheet.model.position
            kept = self._runs[id(finding)] = finding, runs(at for unit in finding.units if (at := position(unit)) >= 0)
        return kept[1]

    def _drawn(self, track: QRectF) -> QPixmap:
        """All marks on a clear ground, the gravest on top."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for severity, stretches in reversed(self._covers.items()):
            painter.setBrush(self._theme.color(severity))
            for top, bottom in stretches:
                painter.drawRoundedRect(QRectF(track.left() + 2, top, track.width() - 4, bottom - top), 2, 2)
        painter.end()
        return picture


def covered(marks: Iterable[RulerMark]) -> dict[Severity, list[tuple[int, int]]]:
    """What the marks of every severity cover, from top to bottom, in their order: marks that overlap are one stretch."""
    found: dict[Severity, list[tuple[int, int]]] = {}
    for severity, alike in groupby(marks, key=lambda mark: mark.finding.severity):
        stretches = found.setdefault(severity, [])
        for top, bottom in sorted({(mark.top, mark.top + mark.height) for mark in alike}):
            if stretches and top < stretches[-1][1]:
                stretches[-1] = stretches[-1][0], max(stretches[-1][1], bottom)
            else:
                stretches.append((top, bottom))
    return found


def runs(positions: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of every run of neighbouring positions."""
    found: list[tuple[int, int]] = []
    for position in sorted(set(positions)):
        if found and found[-1][1] == position - 1:
            found[-1] = (found[-1][0], position)
        else:
            found.append((position, position))
    return found
