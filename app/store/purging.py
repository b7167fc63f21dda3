"""An article taken out for good: its rows, its history, its texts, and the pages they stood on."""

from pathlib import Path

import apsw

from app import durable
from app.article.purging import without
from app.store import reading
from app.store.backups import Backup, backups, copy_of, look_through
from app.store.connection import connect, discard, release, transaction
from app.store.schema import Clash, put
from app.store.soundness import length
from app.store.trouble import DamagedError, spoken
from app.store.writing import values_of


def purge(connection: apsw.Connection, article: int) -> None:
    """Take an article out of an open file and write all that is left anew, so that no page holds it any more; may be repeated.

    Raises apsw.Error.
    """
    connection.execute("PRAGMA secure_delete = ON")
    with transaction(connection):
        _forget(connection, article)
    connection.execute("VACUUM")
    _require_cut(connection)


def purge_backups(path: Path, project: str, article: int) -> int:
    """Take an article out of all backups of a project; how many were written anew. One that cannot be read is deleted.

    Raises UserError where a backup can be neither written nor deleted.
    """
    done = 0
    for backup in (backup for backup in backups(path) if backup.project == project):
        try:
            done += _rewritten(backup, article)
        except DamagedError:
            _delete(backup.path)
    return done


def _require_cut(connection: apsw.Connection) -> None:
    """Raise apsw.IOError when the system did not cut the file to its new length: then the old pages still stand behind its end."""
    if Path(connection.filename).stat().st_size > length(connection):
        raise apsw.IOError("the file could not be cut")


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise durable.trouble(path, error) from error


def _rewritten(backup: Backup, article: int) -> bool:
    unfinished = durable.beside(backup.path)
    try:
        copy_of(backup, unfinished)
        with spoken(backup.path):
            connection = connect(unfinished)
            try:
                if article not in {head.id for head in reading.heads(connection)}:
                    return False
                purge(connection, article)
            finally:
                release(connection)
        look_through(unfinished)
        durable.publish(unfinished, backup.path)
    except OSError as error:
        raise durable.trouble(backup.path, error) from error
    finally:
        discard(unfinished)
    return True


def _forget(connection: apsw.Connection, article: int) -> None:
    steps = list(reading.steps(connection))
    left = list(without(steps, article))
    for before, after in zip(steps, left, strict=True):
        if before != after:
            put(connection, "step", *values_of(after), clash=Clash.REPLACE)
    for table, key in (("unit", "article"), ("draft", "article"), ("finding", "article"), ("article", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (article,))  # noqa: S608 - names of our own
    heads = reading.heads(connection)
    used = {digest for head in heads for digest in (head.source, head.target)} | {digest for _, digest in reading.versions(left)}
    for (digest,) in connection.execute("SELECT digest FROM document").fetchall():
        if digest not in used:
            connection.execute("DELETE FROM document WHERE digest = ?", (digest,))
