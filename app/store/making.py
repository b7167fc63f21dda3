"""A new project file, under its name only once it is whole."""

import secrets
from collections.abc import Callable
from pathlib import Path

import apsw

from app import durable
from app.article.log import utc_now
from app.errors import UserError
from app.i18n import N_
from app.store.connection import connect, discard, release, transaction
from app.store.schema import lay_out, put
from app.store.trouble import spoken


def _nothing(connection: apsw.Connection) -> None:
    """Leave the new file empty."""
    del connection


def make(path: Path, fill: Callable[[apsw.Connection], None] = _nothing) -> None:
    """Make a project file with what `fill` writes, or none; raises UserError when one is there or cannot be made."""
    path = path.absolute()
    durable.require_text(path)
    if path.exists():
        raise UserError(N_("“{path}” is already there: choose another name."), path=path)
    unfinished = durable.beside(path)
    try:
        with spoken(path):
            _write(unfinished, fill)
        durable.publish(unfinished, path)
    except OSError as error:
        raise durable.trouble(path, error) from error
    finally:
        discard(unfinished)


def _write(path: Path, fill: Callable[[apsw.Connection], None]) -> None:
    connection = connect(path, create=True)
    try:
        with transaction(connection):
            lay_out(connection)
            put(connection, "meta", "id", secrets.token_hex(4))
            put(connection, "meta", "created", utc_now())
            fill(connection)
    finally:
        release(connection)
