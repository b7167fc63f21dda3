"""Which checks run and how grave what they find is, beside how each fared on this computer."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.checks import CHECKS
from app.checks.check import Check
from app.checks.reference import FAMILIES
from app.i18n import _
from app.model import Severity
from app.style import Profile
from ui.models.findings import SEVERITIES
from ui.theme import Theme, shape_icon

if TYPE_CHECKING:  # loaded with the first findings
    from app.quality.counts import Tally

CHECK = Qt.ItemDataRole.UserRole
NAME, GRAVE, FARED = range(3)
"""The columns."""


class ChecksPage(QWidget):
    """The checks by family. Ticked ones run; below stands what the chosen one does, how grave it is, and how it fared here."""

    def __init__(self, tallies: "Mapping[str, Tally]", theme: Theme) -> None:
        """List all checks, with what became of their findings on this computer."""
        super().__init__()
        self._tallies, self._theme = tallies, theme
        self._known = {check.id: check for check in CHECKS}
        self._severities: dict[str, Severity] = {}
        self._families: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Find a check"))
        self.filter.setAccessibleName(_("Find a check"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.tree = self._tree()
        self.told, self.fared, self.severity, self.hint = QLabel(), QLabel(), QComboBox(), QPushButton(_("Only hint"))
        self._lay_out()
        self.tree.currentItemChanged.connect(self._face)
        self.tree.itemChanged.connect(self._face)
        self.severity.activated.connect(lambda: self._grade(Severity(self.severity.currentData())))
        self.hint.clicked.connect(lambda: self._grade(Severity.NEUTRAL))

    def show_profile(self, profile: Profile) -> None:
        """Show which checks a profile lets run, and how grave they are there."""
        self._severities = dict(profile.severities)
        with QSignalBlocker(self.tree):
            for item in self.items():
                item.setCheckState(NAME, Qt.CheckState.Unchecked if item.data(NAME, CHECK) in profile.off else Qt.CheckState.Checked)
                self._show_severity(item)
        self.tree.setCurrentItem(next(self.items()))
        self._face()

    def changed(self, profile: Profile) -> Profile:
        """The profile with the checks as they are chosen here; what it says of checks that this version does not have stays."""
        unticked = {item.data(NAME, CHECK) for item in self.items() if item.checkState(NAME) is Qt.CheckState.Unchecked}
        return replace(profile, off=(profile.off - self._known.keys()) | unticked, severities=self._severities)

    def items(self) -> Iterator[QTreeWidgetItem]:
        """The lines of the checks, family by family."""
        return (item for _family, members in self._families for item in members)

    def choose(self, check: str) -> None:
        """Go to a check."""
        item = next(item for item in self.items() if item.data(NAME, CHECK) == check)
        self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtCenter)

    @property
    def chosen(self) -> Check | None:
        """The check one is at."""
        item = self.tree.currentItem()
        return self._known.get(item.data(NAME, CHECK)) if item is not None else None

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(_("Checks"))
        tree.setHeaderLabels([_("Check"), _("Severity"), _("shown · right · wrong")])
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setUniformRowHeights(True)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (GRAVE, FARED):
            tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for name, title in FAMILIES.items():
            members = [check for check in CHECKS if check.id.partition(".")[0] == name]
            if members:
                family = QTreeWidgetItem(tree, [_(title)])
                family.setFlags(Qt.ItemFlag.ItemIsEnabled)
                family.setFont(NAME, bold)
                family.setFirstColumnSpanned(True)
                self._families.append((family, [self._add(family, check) for check in members]))
        tree.expandAll()
        return tree

    def _add(self, family: QTreeWidgetItem, check: Check) -> QTreeWidgetItem:
        tally = self._tallies.get(check.id)
        fared = f"{tally.shown} · {tally.fixed} · {tally.dismissed}" if tally is not None else ""
        item = QTreeWidgetItem(family, [_(check.title), "", fared])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(NAME, CHECK, check.id)
        item.setToolTip(NAME, _(check.what))
        if tally is not None:
            item.setData(FARED, Qt.ItemDataRole.AccessibleTextRole, _fared(tally))
            if tally.mostly_dismissed:
                item.setForeground(FARED, self._theme.color(Severity.CRITICAL))
        return item

    def _lay_out(self) -> None:
        for label in (self.told, self.fared):
            label.setWordWrap(True)
            label.setProperty("tone", "small")
        self.severity.setAccessibleName(_("Severity"))
        self.hint.setAutoDefault(False)
        label = QLabel(_("Severity"))
        label.setBuddy(self.severity)
        row = QHBoxLayout()
        for part in (label, self.severity, self.hint):
            row.addWidget(part)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.told)
        layout.addLayout(row)
        layout.addWidget(self.fared)
        for told in (self.told, self.fared):
            told.setMinimumHeight(told.fontMetrics().height() * 2)

    def _narrow(self, words: str) -> None:
        """List the checks in whose name, id or explanation the words stand."""
        wanted = words.casefold().split()
        for item in self.items():
            check = self._known[item.data(NAME, CHECK)]
            said = f"{check.id} {_(check.title)} {_(check.what)}".casefold()
            item.setHidden(not all(word in said for word in wanted))
        for family, members in self._families:
            family.setHidden(all(item.isHidden() for item in members))

    def _severity_of(self, check: Check) -> Severity:
        return self._severities.get(check.id, check.severity)

    def _grade(self, severity: Severity) -> None:
        """Let the chosen check be of another severity."""
        check, item = self.chosen, self.tree.currentItem()
        if check is None or item is None:
            return
        self._severities.pop(check.id, None)
        if severity is not check.severity:
            self._severities[check.id] = severity
        with QSignalBlocker(self.tree):
            self._show_severity(item)
        self._face()

    def _show_severity(self, item: QTreeWidgetItem) -> None:
        check = self._known[item.data(NAME, CHECK)]
        severity, font = self._severity_of(check), QFont(self.font())
        font.setBold(check.id in self._severities)
        item.setText(GRAVE, _(SEVERITIES[severity]))
        item.setIcon(GRAVE, shape_icon(self._theme, severity))
        item.setFont(GRAVE, font)

    def _face(self, *_at: object) -> None:
        """Show what can be changed about the check that is chosen."""
        check = self.chosen
        for part in (self.severity, self.hint):
            part.setEnabled(check is not None)
        if check is None:
            return
        self.told.setText(_(check.what))
        self.severity.clear()
        for severity, name in SEVERITIES.items():
            usual = _("{severity} (usual)").format(severity=_(name)) if severity is check.severity else _(name)
            self.severity.addItem(shape_icon(self._theme, severity), usual, severity)
        severity = self._severity_of(check)
        self.severity.setCurrentIndex(self.severity.findData(severity))
        tally = self._tallies.get(check.id)
        doubtful = tally is not None and tally.mostly_dismissed and severity is not Severity.NEUTRAL
        self.hint.setVisible(doubtful)
        told = _fared(tally) if tally is not None else _("Nothing was counted for it on this computer yet.")
        offered = _("It is mostly wrong here: a hint would do.")
        self.fared.setText(f"{told} {offered}" if doubtful else told)


def _fared(tally: "Tally") -> str:
    """What became of the findings of a check, as a sentence."""
    words = _("On this computer {shown} of its findings were shown, {fixed} put right, {dismissed} dismissed.")
    return words.format(shown=tally.shown, fixed=tally.fixed, dismissed=tally.dismissed)
