"""What keeps a story in the house: legal holds, set by anybody and lifted by their owner, and an embargo."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.article.restraint import Hold
from app.errors import UserError
from app.i18n import _
from ui.dialogs.frame import closing
from ui.session import Session
from ui.theme import Theme


class RestraintDialog(QDialog):
    """Lists the holds in force, takes a new one, and sets the moment before which nothing may appear."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Show what holds now."""
        super().__init__(parent)
        self.setWindowTitle(_("Legal hold and embargo"))
        self.setMinimumWidth(round(theme.pixels(540)))
        self._session = session
        self.holds = QVBoxLayout()
        self.owner, self.reason = QLineEdit(session.project.log.who), QLineEdit()
        self.row = QCheckBox(_("Only for the current row"))
        self.set = QPushButton(_("Put on hold"))
        self.until, self.moment = QCheckBox(_("Not to appear before")), QDateTimeEdit()
        self.trouble = QLabel()
        self._lay_out()
        self._show()
        self.set.clicked.connect(self._hold)
        self.until.clicked.connect(self._embargo)
        self.moment.editingFinished.connect(self._embargo)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        for name, field in ((_("Who may lift it"), self.owner), (_("Reason"), self.reason)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        self.set.setAutoDefault(False)
        last = QHBoxLayout()
        last.addWidget(self.row, 1)
        last.addWidget(self.set)
        form.addRow("", last)
        self.moment.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.moment.setCalendarPopup(True)
        self.moment.setAccessibleName(_("Embargo"))
        embargo = QHBoxLayout()
        embargo.addWidget(self.until)
        embargo.addWidget(self.moment)
        embargo.addStretch()
        self.trouble.setProperty("tone", "bad")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        buttons = closing(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(self.holds)
        layout.addLayout(form)
        layout.addLayout(embargo)
        layout.addWidget(self.trouble)
        layout.addStretch()
        layout.addWidget(buttons)

    def _show(self) -> None:
        """List the holds, each with the way to lift it, and the moment of the embargo."""
        while (item := self.holds.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for held in self._session.holds():
            self.holds.addWidget(self._line(held))
        kept = self._session.embargo()
        self.until.setChecked(bool(kept))
        self.moment.setEnabled(bool(kept))
        self.moment.setDateTime(_local(kept))

    def _line(self, held: Hold) -> QWidget:
        rows = ", ".join(filter(None, map(self._session.label, held.units)))
        words = QLabel(f"{held.owner}: {held.reason}" + (f" ({rows})" if rows else ""))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        lift = QPushButton(_("Lift"))
        lift.setAutoDefault(False)
        lift.setAccessibleName(_("Lift the hold of {owner}").format(owner=held.owner))
        lift.clicked.connect(lambda: self._do(lambda: self._session.lift(held)))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(lift)
        return line

    def _hold(self) -> None:
        rows = (self._session.current,) if self.row.isChecked() else ()
        self._do(lambda: self._session.hold(self.owner.text(), self.reason.text(), rows))

    def _embargo(self) -> None:
        moment = datetime.fromtimestamp(self.moment.dateTime().toSecsSinceEpoch(), UTC).astimezone()
        self._do(lambda: self._session.set_embargo(moment if self.until.isChecked() else None))

    def _do(self, act: Callable[[], None]) -> None:
        """Do it, and say what is in the way."""
        try:
            act()
        except UserError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return
        self.trouble.hide()
        self.reason.clear()
        self._show()


def _local(kept: str) -> QDateTime:
    """A moment as the clock on the wall shows it; the present hour for none, and for one that cannot be read."""
    try:
        return QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(kept).timestamp()))
    except ValueError:
        return QDateTime.currentDateTime()
