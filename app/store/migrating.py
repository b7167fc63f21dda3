"""Files of older versions brought up to date: on a copy, which takes the place of the file once it is found whole."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import apsw

from app import durable
from app.store.backups import folder_of, named
from app.store.connection import connect, discard, release, transaction
from app.store.copying import copy
from app.store.lock import Lock
from app.store.opening import connected, contents
from app.store.schema import VERSION
from app.store.soundness import identify, project_of, refuse_damaged
from app.store.trouble import spoken
from app.store.writing import revision


def _to_2(connection: apsw.Connection) -> None:
    """Nothing: version 2 only says more in steps and rows than version 1 could read."""
    del connection


MIGRATIONS: dict[int, Callable[[apsw.Connection], None]] = {1: _to_2}
"""What makes a file of a version one of the next; each alters the tables in the transaction of its caller."""


def migrate(path: Path) -> None:
    """Bring a project file of an older version up to date; others, and those in a place that is read-only, stay as they are.

    The file as it was goes among the backups first. Until the new one is whole and on the disk, the old one has its name, so a
    crash in between leaves either. Raises NotAProjectError, DamagedError, InUseError, or another UserError.
    """
    with Lock(path), spoken(path):
        connection = connected(path)
        try:
            version = identify(connection, path)
            if version < VERSION and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
                refuse_damaged(connection, path)
                _renew(connection, path, version)
        finally:
            release(connection)


def _renew(connection: apsw.Connection, path: Path, version: int) -> None:
    unfinished, folder = durable.beside(path), folder_of(path)
    project = project_of(connection)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copy(connection, named(folder, datetime.now(UTC), project, revision(connection)).path)
        copy(connection, unfinished)
        _bring_up(unfinished, version)
        shutil.copymode(path, unfinished)
        durable.publish(unfinished, path)
    except OSError as error:
        raise durable.trouble(path, error) from error
    finally:
        discard(unfinished)


def _bring_up(path: Path, version: int) -> None:
    connection = connect(path)
    try:
        with transaction(connection):
            for number in range(version, VERSION):
                MIGRATIONS[number](connection)
            connection.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        release(connection)
    contents(path)
