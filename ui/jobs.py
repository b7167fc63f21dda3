"""Long work off the window's thread: a function that takes `progress`, run by one class."""

import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from sys import setswitchinterval
from threading import Event
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.errors import Cancelled, Progress, UserError

HAND_OVER = 0.0005
"""Seconds after which a busy worker lets the window's thread go on: with Python's own 5 ms every key would wait several times."""

setswitchinterval(HAND_OVER)

_POOL = ThreadPoolExecutor(max_workers=4, thread_name_prefix="job")


class Job(QObject):
    """One run of a function on a worker thread for an `owner`; lives, with its signals, on the thread that made it.

    Nobody hears of it any more when the owner has been deleted. `finished` carries the result, `failed` a UserError, `cancelled` nothing; `crashed` comes for any other exception, before that goes to
    the one hook for bugs, `progressed` steps done and steps in all.
    """

    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal()
    cancelled = Signal()
    progressed = Signal(int, int)
    _ended = Signal(object)

    running: ClassVar[dict["Job", "Future[Any]"]] = {}
    """Kept alive while they run: a worker must not report to an object that is gone."""

    def __init__(self, owner: QObject, work: Callable[[Progress], object] | None = None) -> None:
        """Take the work; `start` runs it. Without any, `follow` says what there is to report."""
        super().__init__()
        self._owner, self._work = owner, work
        self._stop = Event()
        self._ended.connect(self._report)

    def start(self) -> "Job":
        """Run the work and return at once."""
        assert self._work is not None
        return self.follow(_POOL.submit(self._work, self._progress))

    def follow(self, future: "Future[Any]") -> "Job":
        """Report what becomes of something that runs elsewhere; a question that `cancel` comes too late for is answered in vain."""
        Job.running[self] = future
        future.add_done_callback(self._ended.emit)
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    @classmethod
    def end(cls, seconds: float) -> bool:
        """Ask all work to stop because the program ends, and wait so long for it at most; whether none is left."""
        for job in cls.running:
            job.cancel()
        _POOL.shutdown(wait=False, cancel_futures=True)
        return not wait(cls.running.values(), seconds).not_done

    def _progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _report(self, future: "Future[Any]") -> None:
        Job.running.pop(self, None)
        if not isValid(self._owner):
            return
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
