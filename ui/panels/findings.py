"""The findings at the right: filter, list, and what is done with several of them."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.model import Finding, Severity
from ui.lists import Line, RowList, TwoLines
from ui.models.findings import FindingFilter, FindingModel, check_title, evidence, row_label
from ui.panels.doubt import DoubtCard
from ui.panels.filters import Filters
from ui.session import REASONS, Session
from ui.theme import Theme


class FindingLines(TwoLines):
    """A finding as two lines: name and place, then the words of both sides."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Take what names rows and words."""
        super().__init__(theme, parent)
        self._session = session

    def line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        """The two lines of one finding."""
        finding: Finding = index.data(Qt.ItemDataRole.UserRole)
        return Line(check_title(finding), evidence(self._session, finding), right=row_label(self._session, finding), shape=finding.severity)


class FindingList(RowList):
    """The list itself: several can be selected; the Delete key and the menu ask what to do with them."""

    asked = Signal(QPoint)
    dropped = Signal()

    def __init__(self, name: str) -> None:
        """Take the name that screen readers say."""
        super().__init__(name)
        self.setSelectionMode(RowList.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete calls what is selected no error."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask by mouse where the mouse is, by key at the current row."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = event.pos() if by_mouse else self.visualRect(self.currentIndex()).bottomLeft()
        self.asked.emit(self.viewport().mapToGlobal(at))


class FindingsPanel(QWidget):
    """The list of findings; choosing one goes to it. Emits `repairing` with findings whose repairs one wants to look at."""

    repairing = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's findings."""
        super().__init__(parent)
        self._session = session
        self._model = FindingModel(session, self)
        self._filter = FindingFilter(self._model, self)
        self.filters = Filters(session, self._filter, theme)
        self._heading = QLabel()
        self._heading.setProperty("tone", "heading")
        self._empty = QLabel()
        self._empty.setProperty("tone", "soft")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(4, 0, 4, 0)
        self.list = FindingList(_("Findings"))
        self.list.setItemDelegate(FindingLines(session, theme, self.list))
        self.list.setModel(self._filter)
        self.several = QWidget()
        self._no_error, self._repair = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def selected(self) -> list[Finding]:
        """The selected findings, in the order of the list."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(Qt.ItemDataRole.UserRole) for index in rows]

    def menu(self) -> QMenu:
        """What can be done with the selected findings."""
        menu, found = QMenu(self), self.selected
        if self.filters.dismissed.isChecked():
            menu.addAction(_("Counts as an error again")).triggered.connect(lambda: self._session.recall(found))
        else:
            self._offer(menu, found)
        checks = list(dict.fromkeys(finding.check for finding in found))
        if len(checks) == 1:
            menu.addSeparator()
            title = check_title(found[0])
            menu.addAction(_("“{check}” only as a hint").format(check=title)).triggered.connect(lambda: self._session.as_hint(checks[0]))
            menu.addAction(_("Switch “{check}” off").format(check=title)).triggered.connect(lambda: self._session.switch_off(checks[0]))
        return menu

    def _offer(self, menu: QMenu, found: list[Finding]) -> None:
        """Repairs, and dismissal: with one of a few reasons where a critical finding is among them."""
        if any(finding.fixes for finding in found):
            menu.addAction(_("Repair…")).triggered.connect(lambda: self.repairing.emit(found))
        for title, reason in self._dismissals(found):
            menu.addAction(title).triggered.connect(lambda _checked=False, reason=reason: self._session.dismiss_all(found, reason))

    @staticmethod
    def _dismissals(found: list[Finding]) -> Iterator[tuple[str, str]]:
        if any(finding.severity is Severity.CRITICAL for finding in found):
            for reason in REASONS:
                yield _("Not an error: {reason}").format(reason=_(reason)), reason
        else:
            yield _("Not an error"), ""

    def _connect(self) -> None:
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.asked.connect(self._ask)
        self.list.dropped.connect(self._drop)
        self.list.selectionModel().selectionChanged.connect(self._count_selected)
        self._no_error.clicked.connect(self._drop)
        self._repair.clicked.connect(lambda: self.repairing.emit(self.selected))
        self.filters.chosen.connect(self._refresh)
        for signal in (self._session.checked, self._session.surveyed):
            signal.connect(self._refresh)
        self._session.focused.connect(self._follow)
        self._session.moved.connect(self._follow)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 8)
        layout.setSpacing(8)
        heading = QHBoxLayout()
        heading.setContentsMargins(8, 0, 8, 0)
        heading.addWidget(self._heading)
        layout.addLayout(heading)
        layout.addWidget(self.filters)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout(self.several)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self._repair)
        row.addWidget(self._no_error)
        row.addStretch()
        layout.addWidget(self.several)
        layout.addWidget(DoubtCard(self._session, self))
        self.several.hide()

    def _ask(self, at: QPoint) -> None:
        if self.selected:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)
            menu.setActiveAction(menu.actions()[0])

    def _drop(self) -> None:
        """Call what is selected no error, asking for the reason where one is wanted; dismissed ones count again."""
        found = self.selected
        if self.filters.dismissed.isChecked():
            self._session.recall(found)
        elif any(finding.severity is Severity.CRITICAL for finding in found):
            self._ask(self.list.viewport().mapToGlobal(self.list.visualRect(self.list.currentIndex()).bottomLeft()))
        elif found:
            self._session.dismiss_all(found)

    def _count_selected(self) -> None:
        found = self.selected
        self.several.setVisible(len(found) > 1)
        again = self.filters.dismissed.isChecked()
        text = _("Count {count} again") if again else _("Not an error ({count})")
        self._no_error.setText(text.format(count=len(found)))
        repairs = sum(bool(finding.fixes) for finding in found)
        self._repair.setText(_("Repair ({count})…").format(count=repairs))
        self._repair.setVisible(bool(repairs) and not again)

    def _refresh(self) -> None:
        self.filters.refresh()
        total, shown = self._model.rowCount(), self._filter.rowCount()
        self._heading.setText(self._told(total, shown).upper())
        self._empty.setVisible(not shown)
        self.list.viewport().update()
        nothing = _("The checks are running …") if self._session.unchecked else _("Nothing suspicious is left.")
        if self.filters.dismissed.isChecked():
            nothing = _("Nothing was called no error.")
        self._empty.setText(_("No finding matches the filter.") if total else nothing)
        self._count_selected()
        self._follow()

    def _told(self, total: int, shown: int) -> str:
        if self.filters.dismissed.isChecked():
            return ngettext("{count} finding dismissed", "{count} findings dismissed", total).format(count=total)
        if shown != total:
            return _("Findings · {shown} of {count} open").format(shown=shown, count=total)
        return _("Findings · {count} open").format(count=total)

    def _follow(self, _at: object = None) -> None:
        if len(self.list.selectionModel().selectedIndexes()) < 2:  # what somebody is selecting stays
            self.list.show_current(self._filter.mapFromSource(self._model.index_of(self._session.finding)))

    def _go(self, index: QModelIndex) -> None:
        if len(self.list.selectionModel().selectedIndexes()) < 2:
            self._session.focus(index.data(Qt.ItemDataRole.UserRole))
