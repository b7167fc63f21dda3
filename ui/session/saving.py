"""Steps and drafts to the project file on one writer thread, in order, so that typing never waits for a disk."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.model import Step

if TYPE_CHECKING:  # SQLite is loaded with the first project, so that the window is there at once
    from app.store import Store

RETRY = 5_000
"""Milliseconds after which a failed save is tried again."""


class Saver(QObject):
    """The writer thread of the open project. Nothing is dropped: what could not be saved is tried again, in order.

    `saved` carries the local time once everything handed in so far is on the disk, `failed` the UserError that stopped it.
    """

    saved = Signal(object)
    failed = Signal(object)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self.store: Store | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._waiting: deque[Callable[[], None]] = deque()
        self._running: Future[None] | None = None
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._retry.timeout.connect(self._next)
        self._done.connect(self._report)

    @property
    def pending(self) -> bool:
        """Whether something is not on the disk yet."""
        return bool(self._waiting)

    def use(self, store: "Store | None") -> None:
        """Write into another file from now on; the one before is finished and closed."""
        self.close()
        self.store = store

    def record(self, step: Step) -> None:
        """Save a step."""
        if (store := self.store) is not None:
            self._add(lambda: store.record(step))

    def draft(self, article: int, unit: int, text: str) -> None:
        """Keep what is being typed."""
        if (store := self.store) is not None:
            self._add(lambda: store.draft(article, unit, text))

    def undraft(self, article: int, unit: int) -> None:
        """Forget what was typed in a row."""
        if (store := self.store) is not None:
            self._add(lambda: store.undraft(article, unit))

    def copy(self, path: Path) -> None:
        """Write the whole project to another file."""
        if (store := self.store) is not None:
            self._add(lambda: store.save_copy(path))

    def flush(self) -> None:
        """Wait until everything is on the disk; raises UserError when the disk refuses."""
        running, self._running = self._running, None
        if running is not None and running.exception() is None:
            self._waiting.popleft()
        while self._waiting:
            self._pool.submit(self._waiting[0]).result()
            self._waiting.popleft()

    def abandon(self) -> None:
        """Give up what could not be saved."""
        self._waiting.clear()

    def close(self) -> None:
        """Finish and close the file; raises UserError when the last steps cannot be saved."""
        self.flush()
        self._retry.stop()
        if (store := self.store) is not None:
            self._pool.submit(store.close).result()
            self.store = None

    def _add(self, write: Callable[[], None]) -> None:
        self._waiting.append(write)
        if self._running is None and not self._retry.isActive():
            self._next()

    def _next(self) -> None:
        if self._waiting and self._running is None:
            self._running = self._pool.submit(self._waiting[0])
            self._running.add_done_callback(self._done.emit)

    def _report(self, future: "Future[None]") -> None:
        if future is not self._running:
            return
        self._running = None
        try:
            future.result()
        except UserError as error:
            self.failed.emit(error)
            self._retry.start()
            return
        self._waiting.popleft()
        if self._waiting:
            self._next()
        else:
            self.saved.emit(datetime.now().astimezone())
