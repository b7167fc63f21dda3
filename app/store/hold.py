"""The file of a project under our hands: locked, and left for a copy when it cannot be written or is taken away."""

from collections.abc import Callable
from pathlib import Path

import apsw

from app.errors import UserError
from app.i18n import N_, Message
from app.store.backups import backups, copy_of
from app.store.connection import release, transaction
from app.store.copying import copy, rescued
from app.store.lock import Lock
from app.store.migrating import migrate
from app.store.opening import existing, opened
from app.store.schema import VERSION
from app.store.soundness import project_of, version_of
from app.store.trouble import DisplacedError, ReadOnlyError, spoken

Change = Callable[[apsw.Connection], None]
"""One change to the tables; made twice, it leaves what it left the first time."""


class Hold:
    """One project file, open and locked.

    A method that returns has its work on the disk, where neither a crash nor a power cut takes it away; one that raises
    UserError has changed nothing, and may be called again. When a sync client replaces the file under our hands, it is moved or
    deleted, or its place was read-only from the beginning, the next change goes to a rescued copy, and `path` and `notice` say so.
    `notice` is a sentence for the user: look at it after opening and after every change. `rival` is the other copy of this
    project that took the place of ours, if one did. `project_id` tells this project from another that had its name; copies have
    it too, and what a newer version calls it nobody knows. One thread at a time may use it; `Writer` sees to that.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file; see `Store.open`."""
        self.path = existing(path)
        if not read_only:
            migrate(self.path)
        self._lock = None if read_only else Lock(self.path)
        try:
            self._connection, self.notice = opened(self.path, read_only=read_only)
        except BaseException:
            self._unlock()
            raise
        self.read_only = read_only or self.notice is not None
        self.rival: Path | None = None
        self._newer = version_of(self._connection) > VERSION
        self.project_id = "" if self._newer else project_of(self._connection)
        self._session: dict[tuple[str | int, ...], Change] = {}

    @property
    def writable(self) -> bool:
        """Whether what is changed can be kept, be it in a copy: not where only reading was asked for, nor in a file of a newer version."""
        return self._lock is not None and not self._newer

    def closed(self) -> ReadOnlyError:
        """The sentence for a file in which nothing can be saved."""
        return ReadOnlyError(N_("“{path}” can only be read here: what you change in it cannot be saved."), path=self.path)

    def rely(self) -> None:
        """A backup holds all that is in the file: what this session did so far need not be kept, to be done again."""
        self._session.clear()

    def close(self) -> None:
        """Leave one file, unlocked. Does nothing the second time."""
        release(self._connection)
        self._unlock()

    def _do(self, key: tuple[str | int, ...], change: Change) -> None:
        """Make a change; one with the same key is no longer needed when the work of this session has to be done again."""
        self._have_room()
        with spoken(self.path), transaction(self._connection):
            change(self._connection)
        self._session.pop(key, None)
        self._session[key] = change

    def _have_room(self) -> None:
        """See that there is a file to write to; raises ReadOnlyError where that was not asked for or cannot be."""
        if self._lock is None or self._newer:
            raise self.closed()
        if self.read_only:
            self._move(N_("“{path}” is in a place that is read-only: your work goes on in “{copy}”."))
        elif not self._lock.holds():
            self.rival = self.path if _holds(self.path, self.project_id) else None
            self._move(N_("“{path}” was replaced, moved or deleted by another program: your work goes on in “{copy}”."))

    def _move(self, notice: str) -> None:
        """Go on in a copy: of the file as we still hold it, else of the last backup with the work of this session done again."""
        path = rescued(self.path, lambda to: copy(self._connection, to)) or rescued(self.path, self._from_backup)
        if path is None:
            raise DisplacedError(N_("“{path}” can no longer be written, and no copy of it could be saved."), path=self.path)
        migrate(path)
        lock = Lock(path)
        try:
            connection, _ = opened(path, read_only=False)
        except BaseException:
            lock.release()
            raise
        self.close()
        self._connection, self._lock = connection, lock
        self.notice = Message(notice, {"path": str(self.path), "copy": str(path)})
        self.path, self.read_only = path, False

    def _from_backup(self, path: Path) -> None:
        newest = next((backup for backup in backups(self.path) if backup.project == self.project_id), None)
        if newest is None:
            raise UserError(N_("There is no backup of “{path}”."), path=self.path)
        copy_of(newest, path)
        connection, _ = opened(path, read_only=False)
        try:
            with spoken(path), transaction(connection):
                for change in self._session.values():
                    change(connection)
        finally:
            release(connection)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()


def _holds(path: Path, project: str) -> bool:
    """Whether a file holds this project too."""
    try:
        connection, _ = opened(path, read_only=True)
    except UserError:
        return False
    try:
        return project_of(connection) == project
    finally:
        release(connection)
