"""Pictures of a window."""

from pathlib import Path

from PySide6.QtCore import QTimer

from ui.jobs import Job
from ui.window.window import SIZE, Window

PICTURE_PAUSE = 250
"""Milliseconds between looks whether the window has come to rest."""


def take_picture(window: Window, path: Path) -> None:
    """Write a picture of the window in its full size once it has come to rest, and close it."""
    window.resize(SIZE)

    def wait(rested: bool) -> None:
        resting = not (window.session.busy or Job.running)
        if resting and rested:  # a pause after the last job, in which what it brought has found its place
            look()
        else:
            QTimer.singleShot(PICTURE_PAUSE, lambda: wait(resting))

    def look() -> None:
        window.grab().save(str(path))
        window.close()

    wait(rested=False)
