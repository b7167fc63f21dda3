"""From a path to a checked connection, or to one sentence that says why not."""

from pathlib import Path

import apsw

from app.article import Project
from app.errors import UNDECODABLE, UserError
from app.i18n import N_, Message
from app.store import reading
from app.store.agreement import disagreements
from app.store.connection import claim, connect, release
from app.store.schema import VERSION
from app.store.soundness import identify, not_a_project, refuse_damaged, trim, version_of
from app.store.trouble import UNREADABLE, NotAProjectError, damaged, spoken


def existing(path: Path) -> Path:
    """The file behind a path, links followed; raises NotAProjectError when there is no file, or an empty one."""
    try:
        path = path.absolute().resolve()
    except (OSError, RuntimeError) as error:  # links in a circle; Python has said it in both ways
        raise NotAProjectError(N_("“{path}” is not there."), path=path) from error
    if path.is_dir():
        raise NotAProjectError(N_("“{path}” is a folder, not a project."), path=path)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise NotAProjectError(N_("“{path}” is not there."), path=path) from error
    if not size:
        raise NotAProjectError(N_("“{path}” is empty: it holds no project. Restore a backup."), path=path)
    return path


def connected(path: Path, *, read_only: bool = False) -> apsw.Connection:
    """A connection to a database, nothing about it checked; raises UserError when it is none or cannot be reached."""
    try:
        return connect(path, read_only=read_only)
    except (apsw.NotADBError, apsw.SQLError) as error:
        raise not_a_project(path) from error
    except (apsw.ReadOnlyError, apsw.CantOpenError) as error:
        raise UserError(N_("“{path}” cannot be read: you have no permission, or its folder is gone."), path=path) from error


def opened(path: Path, *, read_only: bool) -> tuple[apsw.Connection, Message | None]:
    """A connection to a sound project file; with a sentence for the user where it can be read only.

    Raises NotAProjectError, DamagedError, InUseError, or another UserError.
    """
    with spoken(path):
        connection = connected(path, read_only=read_only)
        try:
            version = identify(connection, path)
            if version > VERSION:
                return _for_reading(connection, path), Message(N_("This project was made by a newer version: it can only be read here."))
            refuse_damaged(connection, path)
            if version < VERSION and not read_only:
                return _for_reading(connection, path), Message(
                    N_("This project was made by an older version, and its place is read-only: what you change goes into a copy.")
                )
            if not read_only:
                claim(connection)
                trim(connection, path)
        except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError):
            return _for_reading(connection, path), Message(N_("This place is read-only: what you change goes into a copy."))
        except BaseException:
            release(connection)
            raise
        return connection, None


def read(connection: apsw.Connection, path: Path) -> Project:
    """What a file holds. Raises DamagedError for what does not fit together, UserError for what only a newer version can read."""
    try:
        found = reading.project(connection)
        wrong = next(disagreements(connection, found.log.steps), None)
    except (*UNREADABLE, *UNDECODABLE, LookupError) as error:
        if version_of(connection) > VERSION:
            raise UserError(N_("“{path}” was made by a newer version of Gegenlesen, which you need to read it."), path=path) from error
        raise damaged(path, error) from error
    if wrong is not None:
        raise damaged(path, wrong.render())
    return found


def contents(path: Path) -> Project:
    """What a project file holds that nobody is going to change, such as a backup. Raises as `opened` and `read` do."""
    path = existing(path)
    connection, _ = opened(path, read_only=True)
    try:
        return read(connection, path)
    finally:
        release(connection)


def _for_reading(connection: apsw.Connection, path: Path) -> apsw.Connection:
    release(connection)
    return connected(path, read_only=True)
