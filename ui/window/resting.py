"""What waits until the window is there and its story can be read: the engine, and the icons."""

from PySide6.QtCore import QObject, QTimer

from ui.jobs import Job
from ui.session.reading import prepare
from ui.window.parts import Parts

REST = 60
"""Milliseconds in which what was opened is painted: nothing that nobody waits for comes before it."""


class Resting(QObject):
    """Loads the rest of the program behind the first picture of a window, while nothing is being read."""

    def __init__(self, window: Parts) -> None:
        """Wait for `begin`."""
        super().__init__(window)
        self._window = window
        self._pause = QTimer(self, singleShot=True, interval=REST)
        self._pause.timeout.connect(self._load)
        window.session.opened.connect(self._give_way)

    def begin(self) -> None:
        """Load the rest soon."""
        self._pause.start()

    def _give_way(self) -> None:
        """Let what was just opened be painted first."""
        if self._pause.isActive():
            self._pause.start()

    def _load(self) -> None:
        if self._window.session.busy:
            self._pause.start()
            return
        self._window.doors.dress(self._window.theme)
        Job(self, lambda _progress: prepare()).start()
