"""While a long story is being read: how far it is, and a way to give up."""

from PySide6.QtCore import QObject, QTimer

from app.i18n import _
from ui.panels.message import Way
from ui.window.parts import Parts

PAUSE = 600
"""Milliseconds of reading that nobody needs to be told of."""


class Waiting(QObject):
    """Shows the progress of reading in the message bar."""

    def __init__(self, window: Parts) -> None:
        """Follow the session of this window."""
        super().__init__(window)
        self._window = window
        self._told = ""
        self._percent = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)
        window.session.came_in.connect(self._follow)
        window.session.opened.connect(self._end)
        window.session.failed.connect(self._end)

    def _follow(self, done: int, total: int) -> None:
        """Count; nothing of nothing is the end."""
        if not total:
            self._end()
            return
        self._percent = 100 * done // total
        bar = self._window.message
        if self._told and bar.text == self._told:
            self._told = self._sentence()
            bar.retell(self._told)
        elif not self._told and not self._pause.isActive():
            self._pause.start()

    def _begin(self) -> None:
        if self._window.session.busy:
            self._told = self._sentence()
            self._window.message.say(self._told, Way(_("Cancel"), self._window.session.cancel_reading))

    def _end(self, _error: object = None) -> None:
        self._pause.stop()
        if self._told and self._window.message.text == self._told:
            self._window.message.hide()
        self._told = ""

    def _sentence(self) -> str:
        return _("Reading … {percent} %").format(percent=self._percent)
