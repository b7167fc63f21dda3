"""Saving on a thread of its own: in order, nothing dropped, and nobody waits for a disk."""

import atexit
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Condition, Thread
from time import monotonic

from msgspec import Struct

from app.errors import UserError
from app.i18n import N_

RETRY = 2.0
"""Seconds after which a failed save is tried again."""

Work = Callable[[], None]
"""One change to the file; raises UserError when it could not be made."""


class Saving(Struct, frozen=True):
    """Something is not on the disk yet."""


class Saved(Struct, frozen=True):
    """Everything handed in so far is on the disk since this local time."""

    time: datetime


class NotSaved(Struct, frozen=True):
    """The oldest change could not be saved; it is tried again by itself, and those after it wait."""

    error: UserError


Report = Saving | Saved | NotSaved
"""What the status line says."""


class Writer:
    """A queue of changes to one file and the thread that makes them.

    `report` is called on that thread whenever what the status line should say has changed.
    """

    def __init__(self, report: Callable[[Report], None]) -> None:
        """Begin with nothing to do."""
        self._report = report
        self._waiting: deque[Work] = deque()
        self._ahead: deque[Work] = deque()
        self._changed = Condition()
        self._error: UserError | None = None
        self._again = 0.0
        self._closing = self._ended = False
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()
        atexit.register(self._leave)

    @property
    def pending(self) -> int:
        """How many changes are not on the disk yet."""
        return len(self._waiting)

    @property
    def waiting(self) -> tuple[Work, ...]:
        """The changes that are not on the disk yet, in order."""
        with self._changed:
            return tuple(self._waiting)

    def add(self, work: Work) -> None:
        """Save a change after those before it; returns at once."""
        with self._changed:
            self._waiting.append(work)
            self._changed.notify_all()

    def ahead(self, work: Work) -> None:
        """Do something between two changes, also while those cannot be saved; it changes nothing, and raises nothing."""
        with self._changed:
            self._ahead.append(work)
            self._changed.notify_all()

    def retry(self) -> None:
        """Try again now what could not be saved."""
        with self._changed:
            self._again = 0.0
            self._changed.notify_all()

    def flush(self) -> None:
        """Wait until everything is on the disk; raises the UserError that stands in the way, when a new try meets it again."""
        with self._changed:
            self._error = None
            self._again = 0.0
            self._changed.notify_all()
            self._changed.wait_for(lambda: not (self._waiting or self._ahead) or self._error is not None or self._ended)
            if self._waiting:
                raise self._trouble()

    def close(self) -> None:
        """Save what is left and end the thread; raises UserError, and goes on, when it cannot be saved."""
        self.flush()
        self.abandon()

    def abandon(self) -> None:
        """End the thread; what is still waiting is lost."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()
        atexit.unregister(self._leave)

    def _leave(self) -> None:
        """Save what is left when the program ends without having closed its files, as after a fault."""
        with suppress(UserError):
            self.flush()
        self.abandon()

    def _trouble(self) -> UserError:
        return self._error or _broken()

    def _run(self) -> None:
        try:
            while self._next():
                if self._ahead:
                    self._ahead[0]()
                    with self._changed:
                        self._ahead.popleft()
                        self._changed.notify_all()
                else:
                    self._work()
        finally:
            with self._changed:
                broken, self._ended = not self._closing, True
                self._changed.notify_all()
            if broken:
                self._report(NotSaved(_broken()))

    def _work(self) -> None:
        self._report(Saving())
        try:
            self._waiting[0]()
        except UserError as error:
            self._failed(error)
        else:
            self._done()

    def _next(self) -> bool:
        """Wait until there is something to do; False when there never will be again."""
        with self._changed:
            while not self._closing and not self._ahead and not self._due():
                self._changed.wait(max(0.0, self._again - monotonic()) if self._waiting else None)
            return not self._closing

    def _due(self) -> bool:
        return bool(self._waiting) and monotonic() >= self._again

    def _failed(self, error: UserError) -> None:
        self._report(NotSaved(error))
        with self._changed:
            self._error = error
            self._again = monotonic() + RETRY
            self._changed.notify_all()

    def _done(self) -> None:
        with self._changed:
            self._waiting.popleft()
            self._error = None
            all_saved = not self._waiting
        if all_saved:
            self._report(Saved(datetime.now().astimezone()))
        with self._changed:
            self._changed.notify_all()


def _broken() -> UserError:
    return UserError(N_("Saving has stopped because of a fault in the program: save a copy, then close and open the project."))
