"""The open project file."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from app import durable
from app.article import Project
from app.article.log import utc_now
from app.errors import UserError
from app.i18n import N_
from app.model import Finding, Step, Unit, well_formed
from app.store import reading, writing
from app.store.connection import discard
from app.store.copying import copy
from app.store.hold import Hold
from app.store.making import make
from app.store.opening import read
from app.store.purging import purge, purge_backups
from app.store.schema import Clash, put
from app.store.trouble import spoken
from app.store.writing import Original

Work = Callable[["Store"], None]
"""One thing to do to a Store; raises UserError when it could not be done."""

_FINDINGS = msgspec.json.Decoder(list[Finding])


class Store(Hold):
    """One project file, open and locked: what is saved in it, and what is there."""

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

    # What is saved

    def add(self, step: Step, source: Original, target: Original, units: Sequence[Unit]) -> None:
        """Save a new article: its two Documents with their files, its units as they came in, and the step that listed it."""
        came = tuple(units)  # the article's own list goes on changing, and the change may have to be made again in a rescued copy
        self._do(("step", step.revision), lambda connection: writing.add(connection, step, (source, target), came))

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
        done = purge_backups(self.path, self.project_id, article)
        with spoken(self.path):
            purge(self._connection, article)
        self._session.clear()
        return done

    def first_rows(self) -> dict[int, tuple[Unit, ...]]:
        """The rows with which each article came in."""
        with spoken(self.path):
            return {head.id: reading.imported(self._connection, head.id) for head in reading.heads(self._connection)}
