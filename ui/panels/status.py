"""The line at the bottom: saved, progress, what happened, what undo would take back."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.i18n import _
from app.model import Step
from ui.actions import ACTIONS, key_text
from ui.models.articles import progress
from ui.panels.labels import Elided
from ui.session import Session
from ui.session.sentences import described
from ui.theme import restyle

UNDO = next(action for action in ACTIONS if action.id == "undo")


class StatusBar(QWidget):
    """Always true: when the project was saved, how far the story is, what was done last."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow the session."""
        super().__init__(parent)
        self.setProperty("look", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._path: Path | None = None
        self._saved, self._rows = QLabel(), QLabel()
        self._told, self._undo = Elided("small"), Elided("small")
        self._saved.setProperty("tone", "good")
        self._rows.setProperty("tone", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(150)
        self._bar.setAccessibleName(_("Rows confirmed"))
        self._offline = Elided("small")
        self._show_asked(0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(16)
        for widget in (self._saved, self._bar, self._rows):
            layout.addWidget(widget)
        layout.addWidget(self._told, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self._offline)
        session.opened.connect(self._open)
        session.saved.connect(self._show_saved)
        session.stepped.connect(self._stepped)
        session.told.connect(self.tell)
        session.asked.connect(self._show_asked)
        self._open()

    def tell(self, sentence: str) -> None:
        """Say what happened."""
        self._told.say(sentence)

    def unsaved(self, reason: str) -> None:
        """Say that the last steps are not on the disk yet, and to those who point at it why."""
        self._say_saved(_("● Not saved yet"), "bad", reason)

    def _show_asked(self, done: int, total: int) -> None:
        online = _("Online: {done} of {total} texts answered").format(done=done, total=total)
        self._offline.say(online if total else _("Offline: nothing leaves this computer"))

    def _open(self) -> None:
        self._told.say(_("Reading …") if self._session.busy else "")
        here = self._session.article is not None
        self._bar.setVisible(here)
        self._rows.setVisible(here)
        if self._session.path != self._path:
            self._path = self._session.path
            self._say_saved(_("● Saved") if self._path else "", "good")
        self._refresh()

    def _stepped(self, _step: Step) -> None:
        if self._session.store is not None and self._session.store.writable:
            self._say_saved(_("● Saving …"), "small")
        self._refresh()

    def _show_saved(self, moment: datetime) -> None:
        self._say_saved(_("● Saved {time}").format(time=f"{moment:%H:%M:%S}"), "good")

    def _say_saved(self, text: str, look: str, reason: str = "") -> None:
        self._saved.setText(text)
        self._saved.setToolTip(reason)
        restyle(self._saved, "tone", look)

    def _refresh(self) -> None:
        article = self._session.article
        done, rows = progress(article) if article else (0, 0)
        self._bar.setRange(0, max(1, rows))
        self._bar.setValue(done)
        self._rows.setText(_("{done} of {rows} rows confirmed").format(done=done, rows=rows))
        step = self._session.project.log.undoable(article.id) if article else None
        self._undo.say(f"{key_text(UNDO)}: {described(step, article)}" if step else "")
