"""Long work off the window's thread: a function that takes `progress`, run by one class."""

import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from sys import setswitchinterval
from threading import Event
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from app.errors import Cancelled, Progress, UserError

HAND_OVER = 0.0005
"""Seconds after which a busy worker lets the window's thread go on: with Python's own 5 ms every key would wait several times."""

setswitchinterval(HAND_OVER)

_POOL = ThreadPoolExecutor(max_workers=4, thread_name_prefix="job")


class Job(QObject):
    """One run of a function on a worker thread; lives, with its signals, on the thread that made it.

    `finished` carries the result, `failed` a UserError, `cancelled` nothing; `crashed` comes for any other exception, before that goes to
    the one hook for bugs, `progressed` steps done and steps in all.
    """

    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal()
    cancelled = Signal()
    progressed = Signal(int, int)
    _ended = Signal(object)

    running: ClassVar[set["Job"]] = set()
    """Kept alive while they run: a worker must not report to an object that is gone."""

    def __init__(self, work: Callable[[Progress], object]) -> None:
        """Take the work; `start` runs it."""
        super().__init__()
        self._work = work
        self._stop = Event()
        self._ended.connect(self._report)

    def start(self) -> "Job":
        """Run the work and return at once."""
        Job.running.add(self)
        _POOL.submit(self._work, self._progress).add_done_callback(self._ended.emit)
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def _progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _report(self, future: "Future[object]") -> None:
        Job.running.discard(self)
        try:
            result = future.result()
        except (Cancelled, CancelledError):
            self.cancelled.emit()
        except UserError as error:
            self.failed.emit(error)
        except BaseException as error:  # noqa: BLE001 - one of the two doors: a bug in a worker goes to the crash dialog
            self.crashed.emit()
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.finished.emit(result)
