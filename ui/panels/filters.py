"""What narrows the list of findings: severity, hints, check, words, and whether open or dismissed ones are listed."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.i18n import _, ngettext
from app.model import Severity
from app.places import Narrowed
from ui.models.findings import SEVERITIES, FindingFilter, title_of
from ui.session import Session
from ui.theme import Theme, shape_icon

GRAVE_FIRST = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


class Filters(QWidget):
    """Every number in it is what the list would hold if that were pressed or chosen. Emits `chosen` when the list was narrowed anew."""

    chosen = Signal()

    def __init__(self, session: Session, shown: FindingFilter, theme: Theme) -> None:
        """Narrow what `shown` lets through."""
        super().__init__()
        self._session, self._filter = session, shown
        self._chips = {severity: self._severity_chip(severity, theme) for severity in GRAVE_FIRST}
        self._hints = self._chip(_("Show hints too: findings that are right less than half of the time"))
        self._hints.setIcon(shape_icon(theme, Severity.NEUTRAL))
        self._hints.setChecked(session.hints)
        self._hints.toggled.connect(session.show_hints)
        self.dismissed = self._chip(_("List what was called no error"))
        self.dismissed.toggled.connect(self._turn)
        self.check = QComboBox()
        self.check.setAccessibleName(_("Check"))
        self.check.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.check.currentIndexChanged.connect(self._choose)
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Filter findings"))
        self.words.setAccessibleName(_("Filter findings"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._choose)
        self._lay_out()

    @property
    def narrowed(self) -> Narrowed:
        """What is pressed and chosen; words are not part of it."""
        pressed = frozenset(severity.value for severity, chip in self._chips.items() if chip.isChecked())
        return Narrowed(pressed, self.check.currentData() or "", self.dismissed.isChecked())

    def take(self, narrowed: Narrowed) -> None:
        """Press and choose what was pressed and chosen once."""
        for severity, chip in self._chips.items():
            chip.setChecked(severity.value in narrowed.severities)
        self.dismissed.setChecked(narrowed.dismissed)
        if narrowed.check and self.check.findData(narrowed.check) < 0:  # its findings come later
            self.check.addItem(f"{title_of(narrowed.check)} · 0", narrowed.check)
        self.check.setCurrentIndex(max(0, self.check.findData(narrowed.check)))

    def refresh(self) -> None:
        """Count anew."""
        counts = self._filter.severities()
        for severity, chip in self._chips.items():
            chip.setText(str(counts[severity]))
            chip.setAccessibleName(_("{count} {severity}").format(count=counts[severity], severity=_(SEVERITIES[severity])))
        with QSignalBlocker(self._hints):
            self._hints.setChecked(self._session.hints)
        hints, dismissed = self._session.hint_count(), len(self._session.set_aside)
        self._hints.setText(str(hints))
        self._hints.setAccessibleName(ngettext("Show {count} hint", "Show {count} hints", hints).format(count=hints))
        self._hints.setVisible(not self.dismissed.isChecked())
        self.dismissed.setText(_("Dismissed · {count}").format(count=dismissed))
        self._list_checks()

    def _list_checks(self) -> None:
        """Offer the checks that the list holds, the most frequent first; the chosen one stays, even when nothing of it is left."""
        counts, kept = self._filter.checks(), self.check.currentData()
        if kept and kept not in counts:
            counts[kept] = 0
        entries = [("", _("All checks"), counts.total()), *((check, title_of(check), count) for check, count in counts.most_common())]
        with QSignalBlocker(self.check):
            self.check.clear()
            for check, title, count in entries:
                self.check.addItem(f"{title} · {count}", check)
            self.check.setCurrentIndex(max(0, self.check.findData(kept)))

    def _turn(self, dismissed: bool) -> None:
        self._filter.show_dismissed(dismissed)
        self._choose()

    def _choose(self) -> None:
        """Filter by the chips that are pressed (none: all), the check and the words."""
        pressed = frozenset(severity for severity, chip in self._chips.items() if chip.isChecked())
        self._filter.choose(pressed or frozenset(Severity), self.words.text(), self.check.currentData() or "")
        self.chosen.emit()

    def _severity_chip(self, severity: Severity, theme: Theme) -> QPushButton:
        chip = self._chip(_(SEVERITIES[severity]))
        chip.setIcon(shape_icon(theme, severity))
        chip.toggled.connect(self._choose)
        return chip

    def _chip(self, told: str) -> QPushButton:
        chip = QPushButton("0")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setToolTip(told)
        return chip

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch()
        chips.addWidget(self._hints)
        layout = QGridLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(8)
        layout.setColumnStretch(0, 1)
        layout.addLayout(chips, 0, 0, 1, 2)
        layout.addWidget(self.check, 1, 0)
        layout.addWidget(self.dismissed, 1, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.words, 2, 0, 1, 2)
