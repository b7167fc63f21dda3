"""The open project file and its writer thread, as Qt signals."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.model import Finding, Step, Unit
from app.places import Place, keep_place
from app.style import Profile

if TYPE_CHECKING:  # SQLite is loaded with the first project, so that the window is there at once
    from app.store import Original, Report, Store, Writer

Change = Callable[["Store"], None]

Answer = TypeVar("Answer")

BACKUP_EVERY = 30 * 60 * 1000
"""Milliseconds between backups of an open project; nothing happens where nothing has changed."""


class _Saved(Struct, frozen=True):
    """A change on its way to the file; what else waits for its turn is no part of a copy."""

    store: "Store"
    change: Change

    def __call__(self) -> None:
        self.change(self.store)


class Saver(QObject):
    """Hands changes to the writer thread of the open file, and announces on the window's thread what became of them.

    `saved` carries the local time once everything handed in so far is on the disk, `stuck` the UserError that stands in
    the way (what waits is tried again by itself), `failed` the one of anything else, `noticed` a sentence when the file has
    changed its place, `copied` the path of a copy.
    """

    saved = Signal(object)
    stuck = Signal(object)
    failed = Signal(object)
    noticed = Signal(str)
    copied = Signal(object)
    _reported = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self.store: Store | None = None
        self._writer: Writer | None = None
        self._notice = ""
        self._reported.connect(self._tell)
        self._answered.connect(self._hand_over)
        self._backups = QTimer(self, interval=BACKUP_EVERY)
        self._backups.timeout.connect(self.back_up)

    @property
    def pending(self) -> bool:
        """Whether something is not on the disk yet."""
        return self._writer is not None and self._writer.pending > 0

    def use(self, store: "Store | None") -> None:
        """Write into another file from now on; the one before is finished and closed. Raises UserError when it cannot be."""
        self.close()
        if store is not None:
            from app.store import Writer

            self.store, self._writer = store, Writer(self._reported.emit)
            self._notice = store.notice.render() if store.notice else ""
            self.back_up()
            self._backups.start()

    def add(self, step: Step, originals: "tuple[Original, Original]", units: Sequence[Unit]) -> None:
        """Save a new article with the files it came from, as its units are now."""
        came = tuple(units)
        self.save(lambda store: store.add(step, *originals, came))

    def keep(self, original: "Original") -> None:
        """Save a Document with its file, before the step that leads to it."""
        self.save(lambda store: store.keep(original))

    def record(self, step: Step) -> None:
        """Save a step."""
        self.save(lambda store: store.record(step))

    def draft(self, article: int, unit: int, text: str) -> None:
        """Keep what is being typed."""
        self.save(lambda store: store.draft(article, unit, text))

    def undraft(self, article: int, unit: int) -> None:
        """Forget what was typed in a row."""
        self.save(lambda store: store.undraft(article, unit))

    def stand(self, place: Place) -> None:
        """Remember how the project was left, after what waits; that this fails is no matter."""

        def keep(store: "Store") -> None:
            with suppress(UserError):
                keep_place(store.path, place)

        self._add(keep)

    def remember(self, article: int, revision: int, profile: Profile, found: Sequence[Finding]) -> None:
        """Keep all findings of an article, so that they need not be looked for again."""

        def kept(store: "Store") -> None:
            from app.review import cache

            cache.remember(store, article, revision, profile, found)

        self._add(kept)

    def ask(self, question: "Callable[[Store], Answer]", answer: "Callable[[Answer], None]") -> None:
        """Read something from the file, behind what is to be written; the answer is taken on the window's thread."""

        def asked(store: "Store") -> None:
            try:
                found = question(store)
            except UserError as error:
                self.failed.emit(error)
            else:
                self._answered.emit((answer, found))

        self._add(asked)

    def copy(self, path: Path) -> None:
        """Write the whole project to another file, also while it cannot be saved in its own; a copy that fails holds nothing up."""
        store, writer = self.store, self._writer
        if store is None or writer is None:
            return

        def copied() -> None:
            try:
                store.save_copy(path, [work.change for work in writer.waiting if isinstance(work, _Saved)])
            except UserError as error:
                self.failed.emit(error)
            else:
                self.copied.emit(path)

        writer.ahead(copied)

    def flush(self) -> None:
        """Wait until everything is on the disk; raises UserError when it cannot be saved."""
        if self._writer is not None:
            self._writer.flush()

    def close(self) -> None:
        """Finish and close the file; raises UserError, and stays open, when the last steps cannot be saved."""
        self.flush()
        self.abandon()

    def abandon(self) -> None:
        """Close the file; what could not be saved is given up."""
        writer, store = self._writer, self.store
        self._writer = self.store = None
        self._backups.stop()
        if writer is not None and store is not None:
            writer.abandon()
            store.close()

    def _hand_over(self, answered: tuple[Callable[[object], None], object]) -> None:
        answer, found = answered
        answer(found)

    def back_up(self) -> None:
        """Make a backup behind what waits, if something has changed since the last; that this fails is no matter."""
        if self.store is not None and self.store.writable:
            self._add(_backed_up)

    def save(self, change: Change) -> None:
        """Hand a change in; where nothing can be saved, it is refused at once."""
        store, writer = self.store, self._writer
        if store is None or writer is None:
            return
        if store.writable:
            writer.add(_Saved(store, change))
        else:
            self.failed.emit(store.closed())

    def _add(self, errand: Change) -> None:
        """Do something with the file once what waits is on the disk."""
        store, writer = self.store, self._writer
        if store is not None and writer is not None:
            writer.add(lambda: errand(store))

    def _tell(self, report: "Report") -> None:
        from app.store import NotSaved, Saved

        if self.store is None:
            return
        if isinstance(report, NotSaved):
            self.stuck.emit(report.error)
        elif isinstance(report, Saved) and not self.pending:  # what came in between is not on the disk yet, and another report follows
            self.saved.emit(report.time)
        notice = self.store.notice.render() if self.store.notice else ""
        if notice != self._notice:
            self._notice = notice
            self.noticed.emit(notice)


def _backed_up(store: "Store") -> None:
    from app.store import back_up

    with suppress(UserError):  # a backup that fails must not hold up what is being saved
        back_up(store)
