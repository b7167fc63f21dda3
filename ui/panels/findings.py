"""The findings at the right: filter, list, counts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.model import Finding, Severity
from ui.models.findings import SEVERITIES, FindingFilter, FindingModel, check_title, evidence, row_label
from ui.panels.lists import Line, RowList, TwoLines
from ui.session import Session
from ui.theme import Theme, shape_icon

GRAVE_FIRST = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


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


class FindingsPanel(QWidget):
    """The list of open findings; choosing one goes to it."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's findings."""
        super().__init__(parent)
        self._session = session
        self._model = FindingModel(session, self)
        self._filter = FindingFilter(self._model, self)
        self._heading = QLabel()
        self._heading.setProperty("tone", "heading")
        self._chips = {severity: self._chip(severity, theme) for severity in GRAVE_FIRST}
        self._hints = self._hint_chip(theme)
        self._words = QLineEdit()
        self._words.setPlaceholderText(_("Filter findings"))
        self._words.setAccessibleName(_("Filter findings"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._choose)
        self._empty = QLabel()
        self._empty.setProperty("tone", "soft")
        self._empty.setWordWrap(True)
        self.list = RowList(_("Findings"))
        self.list.setItemDelegate(FindingLines(session, theme, self.list))
        self.list.setModel(self._filter)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self._lay_out()
        session.checked.connect(self._refresh)
        session.focused.connect(self._follow)
        session.moved.connect(self._follow)
        self._refresh()

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch()
        chips.addWidget(self._hints)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 8)
        layout.setSpacing(8)
        heading = QHBoxLayout()
        heading.setContentsMargins(8, 0, 8, 0)
        heading.addWidget(self._heading)
        layout.addLayout(heading)
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 0, 4, 0)
        inner.setSpacing(8)
        inner.addLayout(chips)
        inner.addWidget(self._words)
        inner.addWidget(self._empty)
        layout.addLayout(inner)
        layout.addWidget(self.list, 1)

    def _chip(self, severity: Severity, theme: Theme) -> QPushButton:
        chip = QPushButton(shape_icon(theme, severity), "0")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setToolTip(_(SEVERITIES[severity]))
        chip.toggled.connect(self._choose)
        return chip

    def _hint_chip(self, theme: Theme) -> QPushButton:
        chip = QPushButton(shape_icon(theme, Severity.NEUTRAL), "0")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setChecked(self._session.hints)
        chip.setToolTip(_("Show hints too: findings that are right less than half of the time"))
        chip.toggled.connect(self._session.show_hints)
        return chip

    def _choose(self) -> None:
        """Filter by the chips that are pressed (none: all) and the words."""
        pressed = frozenset(severity for severity, chip in self._chips.items() if chip.isChecked())
        self._filter.choose(pressed or frozenset(Severity), self._words.text())
        self._refresh()

    def _refresh(self) -> None:
        counts, shown = self._model.counts(), self._filter.rowCount()
        for severity, chip in self._chips.items():
            chip.setText(str(counts[severity]))
            chip.setAccessibleName(_("{count} {severity}").format(count=counts[severity], severity=_(SEVERITIES[severity])))
        hints = self._session.hint_count()
        self._hints.setText(str(hints))
        self._hints.setAccessibleName(ngettext("Show {count} hint", "Show {count} hints", hints).format(count=hints))
        text = _("Findings · {count} open").format(count=counts.total())
        if shown != counts.total():
            text = _("Findings · {shown} of {count} open").format(shown=shown, count=counts.total())
        self._heading.setText(text.upper())
        self._empty.setVisible(not shown)
        self.list.viewport().update()
        nothing = _("The checks are running …") if self._session.unchecked else _("Nothing suspicious is left.")
        self._empty.setText(_("No finding matches the filter.") if counts.total() else nothing)
        self._follow()

    def _follow(self, _at: object = None) -> None:
        self.list.show_current(self._filter.mapFromSource(self._model.index_of(self._session.finding)))

    def _go(self, index: QModelIndex) -> None:
        self._session.focus(index.data(Qt.ItemDataRole.UserRole))
