"""The gate before delivery: what stops it, to be settled or let pass with a reason, and what to look at once more."""

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
    """Lists what stops delivery and takes the reason; hidden when there is nothing to say. Emits `left` when a finding was gone to."""

    left = Signal()
    changed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Look what stops the story now."""
        super().__init__(parent)
        self._session = session
        self.findings: Sequence[Finding] = session.blocking()
        self.held, self.waiting = session.held(), session.waiting()
        cautions = session.cautions()
        self.setVisible(bool(self.findings or self.held or self.waiting or cautions))
        restraint = _told(self.held or self.waiting, "bad")
        heading = self._heading()
        self.cautions = _told("\n".join(_shown(cautions)), "small")
        self.list = self._listed(theme)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setPlaceholderText(_("Reason, kept in the history"))
        self.reason.textChanged.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (restraint, heading, self.list, self.reason, self.cautions):
            layout.addWidget(part)
        heading.setHidden(not (self.findings or self.waiting))
        self.list.setHidden(not self.findings)
        self.reason.setHidden(not (self.findings or self.waiting))
        for wrapped in (heading, restraint, self.cautions):
            wrapped.ensurePolished()
            wrapped.setMinimumHeight(max(0, wrapped.heightForWidth(round(theme.pixels(WIDTH)))))  # -1 for no words

    @property
    def open(self) -> bool:
        """Whether the story may go out: nothing holds it, and nothing else stops it, or there is a reason."""
        return not self.held and (not (self.findings or self.waiting) or bool(self.reason.text().strip()))

    def pass_through(self) -> None:
        """Record the reason."""
        if self.findings or self.waiting:
            self._session.wave_through(self.findings, self.reason.text())

    def _heading(self) -> QLabel:
        count = len(self.findings)
        told = ngettext(
            "{count} critical finding is open. Fix it (choose it to go there), or say why it may pass:",
            "{count} critical findings are open. Fix them (choose one to go there), or say why they may pass:",
            count,
        )
        heading = QLabel(told.format(count=count) if count else _("Say why it may go out before, as a draft for instance:"))
        heading.setWordWrap(True)
        return heading

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


def _told(words: str, tone: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    label.setHidden(not words)
    return label


def _shown(cautions: Sequence[str]) -> list[str]:
    """The first few cautions under a heading, and how many more there are."""
    if not cautions:
        return []
    more = len(cautions) - SHOWN
    rest = (
        [ngettext("and {count} more, in the delivery note", "and {count} more, in the delivery note", more).format(count=more)]
        if more > 0
        else []
    )
    return [_("Worth another look:"), *(f"· {each}" for each in cautions[:SHOWN]), *rest]
