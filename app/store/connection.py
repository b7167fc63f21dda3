"""How SQLite is opened so that what it has acknowledged outlives a crash, a power cut and a copy of the file.

Of SQLite's modes only some keep every acknowledged commit through a power cut, and the write-ahead log leaves commits
outside the one file that people copy and mail. So: a rollback journal that is truncated and always synced, the file locked
as long as it is open, and no second file left when it is closed.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from app import durable

PATIENCE = 500
"""Milliseconds to wait for a virus scanner or a sync client that holds the file for a moment."""

_HABITS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA locking_mode = EXCLUSIVE",
)


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> apsw.Connection:
    """Open a database without touching it yet. Raises apsw.Error, and UserError for a name that SQLite cannot be told."""
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
    durable.require_text(path)
    connection = apsw.Connection(str(path), flags=flags | (apsw.SQLITE_OPEN_CREATE if create else 0))
    connection.set_busy_timeout(PATIENCE)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    try:
        for habit in _HABITS:
            connection.execute(habit)
    except apsw.Error:
        connection.close(force=True)
        raise
    return connection


def claim(connection: apsw.Connection) -> None:
    """Lock the file for as long as it is open, and show that it can be written; raises apsw.Error.

    The change that is rolled back makes the journal, so that a read-only folder is noticed now and not at the first edit. A
    full disk is left to the first edit: until then it may have room again.
    """
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("BEGIN EXCLUSIVE")
    with suppress(apsw.FullError):
        connection.execute("UPDATE meta SET value = ''")
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def release(connection: apsw.Connection) -> None:
    """Close a database so that nothing but its one file is left; a failing disk can no longer harm what was acknowledged."""
    with suppress(apsw.Error):
        connection.execute("PRAGMA journal_mode = DELETE")
    with suppress(apsw.Error):
        connection.close(force=True)


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(apsw.Error):  # after a failing disk SQLite has rolled back by itself, or does so on the next access
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def discard(path: Path) -> None:
    """Delete an unfinished database, and the journal that a failing disk left beside it; what cannot be deleted harms nobody."""
    for file in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            file.unlink(missing_ok=True)
