"""Whether a file is a project, and whether all of it is as it was written."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import apsw

from app.i18n import N_, Message
from app.store.schema import APPLICATION_ID, SCHEMA, TABLES, seal
from app.store.trouble import UNREADABLE, NotAProjectError, damaged

Damage = Message
"""One thing that is not as it was written, as a sentence."""


def not_a_project(path: Path) -> NotAProjectError:
    """The sentence for a file that is no database at all."""
    return NotAProjectError(N_("“{path}” is not a Gegenlesen project."), path=path)


def identify(connection: apsw.Connection, path: Path) -> int:
    """The version of the project file; raises NotAProjectError for the file of another program."""
    owner, version = connection.execute("PRAGMA application_id").get, version_of(connection)
    if owner != APPLICATION_ID or not version:
        raise NotAProjectError(N_("“{path}” belongs to another program: it is not a Gegenlesen project."), path=path)
    return version


def project_of(connection: apsw.Connection) -> str:
    """What tells a project from another that had its name; copies have it too."""
    return str(connection.execute("SELECT value FROM meta WHERE name = 'id'").get)


def version_of(connection: apsw.Connection) -> int:
    """The version that a database says it has."""
    return int(connection.execute("PRAGMA user_version").get)


def refuse_damaged(connection: apsw.Connection, path: Path) -> None:
    """Raise DamagedError unless the file is whole: its size, tables and rows, and what SQLite itself checks."""
    try:
        found = next(damages(connection, path), None)
    except UNREADABLE as error:
        raise damaged(path, error) from error
    if found is not None:
        raise damaged(path, found.render())


def damages(connection: apsw.Connection, path: Path) -> Iterator[Damage]:
    """All damage to the file as such; may raise what is `UNREADABLE` where SQLite cannot read on.

    SQLite's quicker check leaves the indexes out, by which rows are found and ordered.
    """
    yield from _shape(connection, path)
    told = connection.execute("PRAGMA integrity_check(20)").fetchall()
    yield from (Message(N_("SQLite says: {what}"), {"what": str(what)}) for (what,) in told if what != "ok")
    for table in TABLES:
        altered = sum(seal(table, *row[:-1]) != row[-1] for row in connection.execute(f"SELECT * FROM {table}"))  # noqa: S608
        if altered:
            yield Message(N_("altered rows in the table “{table}”: {count}"), {"table": table, "count": str(altered)})
    numbers = connection.execute("SELECT count(*), coalesce(max(revision), 0) FROM step").fetchone()
    if numbers is not None and numbers[0] != numbers[1]:
        yield Message(N_("steps missing from the history: {count}"), {"count": str(numbers[1] - numbers[0])})


def length(connection: apsw.Connection) -> int:
    """How many bytes a file must have by its own account."""
    pages, size = connection.execute("PRAGMA page_count").get, connection.execute("PRAGMA page_size").get
    return int(pages * size)


def trim(connection: apsw.Connection, path: Path) -> None:
    """Cut off what stands behind the end of a project, as when cutting it failed while an article was purged; or leave it there."""
    if path.stat().st_size > length(connection):
        with suppress(apsw.Error):
            connection.execute("VACUUM")


def _shape(connection: apsw.Connection, path: Path) -> Iterator[Damage]:
    if path.stat().st_size < length(connection):
        yield Message(N_("its end is missing"))
    laid_out = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if laid_out != set(SCHEMA):
        yield Message(N_("its tables are not those of a project"))
