"""The open project file."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

import apsw
import msgspec

from app import durable
from app.article import Project
from app.article.log import utc_now
from app.errors import UserError
from app.i18n import N_, Message
from app.model import Finding, Step, Unit, well_formed
from app.store import reading, writing
from app.store.backups import backups, copy_of
from app.store.connection import discard, release, transaction
from app.store.copying import copy, rescued
from app.store.lock import Lock
from app.store.making import make
from app.store.migrating import migrate
from app.store.opening import existing, opened, read
from app.store.purging import purge, purge_backups
from app.store.schema import VERSION, Clash, put
from app.store.soundness import version_of
from app.store.trouble import DisplacedError, ReadOnlyError, spoken
from app.store.writing import Original

Change = Callable[[apsw.Connection], None]
"""One change to the tables; made twice, it leaves what it left the first time."""

Work = Callable[["Store"], None]
"""One thing to do to a Store; raises UserError when it could not be done."""

_FINDINGS = msgspec.json.Decoder(list[Finding])


class Store:
    """One project file, open and locked.

    A method that returns has its work on the disk, where neither a crash nor a power cut takes it away; one that raises
    UserError has changed nothing, and may be called again. When a sync client replaces the file under our hands, it is moved or
    deleted, or its place was read-only from the beginning, the next change goes to a rescued copy, and `path` and `notice` say so.
    `notice` is a sentence for the user: look at it after opening and after every change. `rival` is the other copy of this
    project that took the place of ours, if one did. One thread at a time may use a Store; `Writer` sees to that.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file; see `open`."""
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
        self._project = "" if self._newer else self.project_id
        self._session: dict[tuple[str | int, ...], Change] = {}

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Make a new project file, empty and open; raises UserError when there is a file already, or none can be made."""
        make(path)
        return cls(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> tuple["Store", Project]:
        """Open a project file and read it.

        Raises NotAProjectError (also for a missing or empty file), DamagedError, InUseError, or another UserError. A file of
        a newer version can only be read; from a place where nothing may be written, work goes on in a copy; then there is a
        `notice`. A file of an older version is brought up to date first, and the old one stays among its backups.
        """
        store = cls(path, read_only=read_only)
        try:
            with spoken(store.path):
                return store, read(store._connection, store.path)
        except BaseException:
            store.close()
            raise

    @property
    def revision(self) -> int:
        """The revision of the last step on the disk."""
        return writing.revision(self._connection)

    @property
    def project_id(self) -> str:
        """What tells this project from another that had its name; copies have it too."""
        return str(self._connection.execute("SELECT value FROM meta WHERE name = 'id'").get)

    # What is saved

    def add(self, step: Step, source: Original, target: Original, units: Sequence[Unit]) -> None:
        """Save a new article: its two Documents with their files, its units as they came in, and the step that listed it."""
        self._do(("step", step.revision), lambda connection: writing.add(connection, step, (source, target), units))

    def keep(self, original: Original) -> None:
        """Save a Document with its file."""
        self._do(("document", original.document.digest), lambda connection: writing.keep(connection, original))

    def record(self, step: Step) -> None:
        """Save a step, and forget the drafts of rows whose text it changes. Raises ConflictError when the file is not what the step was made for."""
        self._do(("step", step.revision), lambda connection: writing.record(connection, step))

    def draft(self, article: int, unit: int, text: str) -> None:
        """Save what is being typed in a row."""
        row = (article, unit, well_formed(text), utc_now())
        self._do(("draft", article, unit), lambda connection: put(connection, "draft", *row, clash=Clash.REPLACE))

    def undraft(self, article: int, unit: int) -> None:
        """Forget what was typed in a row."""
        self._do(("draft", article, unit), lambda connection: writing.undraft(connection, [(article, unit)]))

    def remember(self, article: int, revision: int, engine: int, profile: str, findings: Sequence[Finding]) -> None:
        """Save the findings of an article at a revision, by engine version and digest of the profile; they may be lost."""
        row = (article, revision, engine, profile, msgspec.json.encode(findings))
        self._do(("finding", article), lambda connection: put(connection, "finding", *row, clash=Clash.REPLACE))

    # What is there

    def drafts(self) -> dict[tuple[int, int], str]:
        """What was being typed when the program ended, by article and unit."""
        with spoken(self.path):
            return {(article, unit): text for article, unit, text in self._connection.execute("SELECT article, unit, text FROM draft")}

    def findings(self, article: int, revision: int, engine: int, profile: str) -> list[Finding] | None:
        """The findings of an article if they were saved at this very revision, engine version and profile."""
        key = (article, revision, engine, profile)
        with spoken(self.path):
            data = self._connection.execute(
                "SELECT data FROM finding WHERE article = ? AND revision = ? AND engine = ? AND profile = ?", key
            ).get
        return None if data is None else _FINDINGS.decode(data)

    def original(self, digest: str) -> Original:
        """A Document with the file it was read from; raises KeyError when it is not there."""
        with spoken(self.path):
            row = self._connection.execute("SELECT name, original FROM document WHERE digest = ?", (digest,)).fetchone()
            if row is None:
                raise KeyError(digest)
            return Original(reading.document(self._connection, digest), *row)

    # The file itself

    @property
    def writable(self) -> bool:
        """Whether what is changed can be kept, be it in a copy: not where only reading was asked for, nor in a file of a newer version."""
        return self._lock is not None and not self._newer

    def save_copy(self, path: Path, waiting: Iterable[Work] = ()) -> None:
        """Write the whole project to another file, which replaces one that is there. Raises UserError.

        What is `waiting` because it cannot be saved in the file itself is done in the copy.
        """
        path = path.absolute()
        if path.exists() and self.path.exists() and path.samefile(self.path):
            raise UserError(N_("“{path}” is the project itself: choose another name for the copy."), path=path)
        undone = list(waiting)
        if not undone:
            copy(self._connection, path)
            return
        unfinished = durable.beside(path)
        try:
            copy(self._connection, unfinished)
            with closing(Store(unfinished)) as other:
                for work in undone:
                    work(other)
            durable.publish(unfinished, path)
        except OSError as error:
            raise durable.trouble(path, error) from error
        finally:
            discard(unfinished)

    def purge(self, article: int) -> int:
        """Take an article out of the file and all its backups for good, so that nothing of it can be found in their bytes.

        Returns how many backups were written anew; one that cannot be read is deleted. Copies that were saved or sent elsewhere
        are not known here. Raises UserError, and may be called again, when not all of it is done. The same must be done to the
        Project (`Project.purge`), with nothing waiting to be saved; then a backup is due.
        """
        if self.read_only:
            raise self.closed()
        self._have_room()
        done = purge_backups(self.path, self._project, article)
        with spoken(self.path):
            purge(self._connection, article)
        self._session.clear()
        return done

    def first_rows(self) -> dict[int, tuple[Unit, ...]]:
        """The rows with which each article came in."""
        with spoken(self.path):
            return {head.id: reading.imported(self._connection, head.id) for head in reading.heads(self._connection)}

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
            self.rival = self.path if self._lock.displaced() and self._is_copy(self.path) else None
            self._move(N_("“{path}” was replaced, moved or deleted by another program: your work goes on in “{copy}”."))

    def _is_copy(self, path: Path) -> bool:
        """Whether another file holds this project too."""
        try:
            with closing(Store(path, read_only=True)) as other:
                return other.project_id == self._project
        except UserError:
            return False

    def closed(self) -> ReadOnlyError:
        """The sentence for a file in which nothing can be saved."""
        return ReadOnlyError(N_("“{path}” can only be read here: what you change in it cannot be saved."), path=self.path)

    def _move(self, notice: str) -> None:
        """Go on in a copy: of the file as we still hold it, else of the last backup with the work of this session done again."""
        path = rescued(self.path, lambda to: copy(self._connection, to)) or rescued(self.path, self._from_backup)
        if path is None:
            raise DisplacedError(
                N_("“{path}” was replaced, moved or deleted by another program, and no copy could be saved."), path=self.path
            )
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
        newest = next((backup for backup in backups(self.path) if backup.project == self._project), None)
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
