"""The gate before delivery: the open critical findings, to be fixed or let pass with a reason."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.model import Finding, Severity
from ui.models.findings import check_title, evidence, row_label
from ui.session import Session
from ui.theme import Theme, shape_icon

SHOWN = 5
WIDTH = 490
"""Pixels at 100 % between the margins of the dialogs it stands in: a wrapped line needs its room beforehand."""


class Gate(QFrame):
    """Lists what stops delivery and takes the reason; hidden when nothing does. Emits `left` when a finding was gone to."""

    left = Signal()
    changed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Look what stops the story now."""
        super().__init__(parent)
        self._session = session
        self.findings: Sequence[Finding] = session.blocking()
        self.held = session.restraint()
        self.setVisible(bool(self.findings or self.held))
        restraint = QLabel(self.held)
        restraint.setTextFormat(Qt.TextFormat.PlainText)
        restraint.setProperty("tone", "bad")
        restraint.setWordWrap(True)
        restraint.setVisible(bool(self.held))
        count = len(self.findings)
        told = ngettext(
            "{count} critical finding is open. Fix it (choose it to go there), or say why it may pass:",
            "{count} critical findings are open. Fix them (choose one to go there), or say why they may pass:",
            count,
        )
        heading = QLabel(told.format(count=count))
        heading.setWordWrap(True)
        self.list = self._listed(theme)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setPlaceholderText(_("Reason, kept in the history"))
        self.reason.textChanged.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(restraint)
        for part in (heading, self.list, self.reason):
            part.setVisible(bool(self.findings))
            layout.addWidget(part)
        for wrapped in (heading, restraint):
            wrapped.ensurePolished()
            wrapped.setMinimumHeight(wrapped.heightForWidth(round(theme.pixels(WIDTH))))

    @property
    def open(self) -> bool:
        """Whether the story may go out: nothing holds it, and no finding stops it, or there is a reason."""
        return not self.held and (not self.findings or bool(self.reason.text().strip()))

    def pass_through(self) -> None:
        """Record the reason."""
        if self.findings:
            self._session.wave_through(self.findings, self.reason.text())

    def _listed(self, theme: Theme) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName(_("Open critical findings"))
        shown.setProperty("look", "card")
        icon = shape_icon(theme, Severity.CRITICAL)
        for finding in self.findings:
            text = f"{row_label(self._session, finding)}  {check_title(finding)}: {evidence(self._session, finding)}"
            item = QListWidgetItem(icon, text, shown)
            item.setSizeHint(QSize(0, round(theme.pixels(28))))
            item.setToolTip(finding.message.render())
        shown.setIconSize(QSize(round(theme.pixels(14)), round(theme.pixels(14))))
        shown.setTextElideMode(Qt.TextElideMode.ElideRight)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setFixedHeight(round(theme.pixels(28) * min(SHOWN, max(1, len(self.findings))) + 12))
        shown.itemActivated.connect(self._go)
        shown.itemClicked.connect(self._go)
        return shown

    def _go(self, item: QListWidgetItem) -> None:
        self.left.emit()
        self._session.focus(self.findings[self.list.row(item)])
