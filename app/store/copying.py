"""Copies of an open project: taken by SQLite itself, whole or not at all."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import apsw

from app import durable, settings
from app.errors import UserError
from app.store.connection import discard
from app.store.trouble import spoken


def copy(connection: apsw.Connection, path: Path) -> None:
    """Write the whole project to a file, in place of one that is there; raises UserError."""
    unfinished = durable.beside(path)
    try:
        with spoken(path):
            connection.execute("VACUUM INTO ?", (str(unfinished),))
        durable.publish(unfinished, path)
    except OSError as error:
        raise durable.trouble(path, error) from error
    finally:
        discard(unfinished)


def rescued(path: Path, write: Callable[[Path], None]) -> Path | None:
    """Let `write` make a copy of a project whose file was taken away, beside it or in the data folder; None when neither works."""
    now = datetime.now().astimezone()
    name = f"{path.stem} ({now:%Y-%m-%d %H.%M.%S}){path.suffix}"
    for folder in (path.parent, settings.data_folder() / "rescued"):
        with suppress(UserError, OSError):
            if folder != path.parent:
                folder.mkdir(parents=True, exist_ok=True)
            write(folder / name)
            return folder / name
    return None
