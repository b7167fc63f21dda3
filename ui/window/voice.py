"""What is said aloud while one works: the row one comes to, the finding, what was done, and every trouble."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n import _
from app.model import Finding, Step
from ui.models.spoken import spoken_count, spoken_finding, spoken_row
from ui.session import Session
from ui.session.sentences import described

PAUSE = 60
"""Milliseconds in which what belongs together comes together: a repair, the next finding, its row."""


class Voice(QObject):
    """Announces through the screen reader; `spoke` with what was said and whether it interrupts."""

    spoke = Signal(str, bool)

    def __init__(self, session: Session, window: QWidget) -> None:
        """Follow the session, speak for the window."""
        super().__init__(window)
        self._session, self._window = session, window
        self._parts: dict[str, str] = {}
        self._urgent = False
        self._count = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._speak)
        session.opened.connect(self._open)
        session.stepped.connect(self._step)
        session.moved.connect(self._move)
        session.focused.connect(self._focus)
        session.checked.connect(self._check)
        session.told.connect(self._tell)
        session.noticed.connect(self._notice)
        session.surrounded.connect(self._notice)
        session.failed.connect(self._fail)

    def say(self, kind: str, sentence: str, *, urgent: bool = False) -> None:
        """Say a sentence soon; a later one of its kind takes its place until then. What is urgent interrupts."""
        if sentence:
            self._parts.pop(kind, None)
            self._parts[kind] = sentence
            self._urgent = self._urgent or urgent
            self._pause.start()

    def _tell(self, sentence: str) -> None:
        self.say("told", sentence)

    def _notice(self, sentence: str) -> None:
        self.say("noticed", sentence, urgent=True)

    def _speak(self) -> None:
        words, urgent = ". ".join(dict.fromkeys(part.rstrip(".") for part in self._parts.values())), self._urgent
        self._parts.clear()
        self._urgent = False
        self.spoke.emit(words, urgent)
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._window, words)
            politeness = QAccessible.AnnouncementPoliteness
            event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
            QAccessible.updateAccessibility(event)

    def _open(self) -> None:
        self._count = -1
        article = self._session.article
        if article is not None:
            self.say("opened", article.title)

    def _step(self, step: Step) -> None:
        self.say("done", described(step, self._session.article))

    def _move(self, unit_id: int) -> None:
        unit = self._session.unit
        if unit is not None and unit.id == unit_id:
            self.say("row", _("Row {row}").format(row=spoken_row(self._session, unit)))

    def _focus(self, finding: Finding | None) -> None:
        if finding is not None:
            self.say("finding", spoken_finding(self._session, finding))

    def _check(self) -> None:
        """Say how many are open where their number changed."""
        count = len(self._session.findings)
        if count != self._count and not self._session.unchecked:
            self._count = count
            self.say("count", spoken_count(self._session))

    def _fail(self, error: UserError) -> None:
        self.say("failed", str(error), urgent=True)
