"""Copies that make themselves: on opening and every half hour of work, thinned out with age, each looked through when it is made."""

import hashlib
import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from app import durable, settings
from app.store.connection import connect, release
from app.store.copying import copy
from app.store.lock import Lock
from app.store.opening import existing, opened
from app.store.trouble import spoken

PAUSE = timedelta(minutes=30)
"""Between two backups while one works."""

RECENT = timedelta(days=2)
"""All backups are kept for so long; then one a day, one a week and one a month, as many as below. The figures are Anki's."""

DAYS, WEEKS, MONTHS = 12, 10, 9

_STAMP = "%Y-%m-%d %H.%M.%S"
_ENDING = ".gegenlesen"


class Backup(Struct, frozen=True):
    """One backup: when it was made (UTC), of which project, and its revision then."""

    path: Path
    time: datetime
    project: str
    revision: int


def folder_of(path: Path) -> Path:
    """Where the backups of a project are kept; projects of one name in different folders have different ones."""
    path = path.absolute().resolve()
    return settings.data_folder() / "backups" / f"{path.stem} {hashlib.sha256(os.fsencode(path)).hexdigest()[:12]}"


def backups(path: Path) -> list[Backup]:
    """The backups of a project, newest first, whether or not the project is still there."""
    found = (_backup(file) for file in folder_of(path).glob(f"*{_ENDING}"))
    return sorted((backup for backup in found if backup), key=lambda backup: (backup.time, backup.revision), reverse=True)


def named(folder: Path, time: datetime, project: str, revision: int) -> Backup:
    """A backup that is to be made, under the name that says what it is."""
    return Backup(folder / f"{time:{_STAMP}} {project} r{revision}{_ENDING}", time, project, revision)


def look_through(path: Path) -> None:
    """Raise DamagedError unless a backup can be opened and is whole."""
    connection, _ = opened(existing(path), read_only=True)
    release(connection)


def thinned(found: Iterable[Backup], now: datetime) -> list[Backup]:
    """The backups that may go. One from the future, as after a change of the clock, stays until its time has passed."""
    newest_first = sorted(found, key=lambda backup: backup.time, reverse=True)
    keep = {backup.path for backup in newest_first if backup.time > now - RECENT}
    for form, count in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        firsts: dict[str, Path] = {}
        for backup in newest_first:
            firsts.setdefault(backup.time.strftime(form), backup.path)
        keep.update(list(firsts.values())[:count])
    return [backup for backup in newest_first if backup.path not in keep]


def restore(backup: Backup, path: Path) -> Path | None:
    """Put a backup in the place of a project that is closed; the present one is kept beside it under the name returned.

    Raises InUseError while a window has the project, DamagedError for a backup that is not whole, or another UserError.
    """
    path = path.absolute().resolve()
    look_through(backup.path)
    if not path.exists():
        copy_of(backup, path)
        return None
    with Lock(path):
        now = datetime.now().astimezone()
        kept = path.with_name(f"{path.stem} ({now:{_STAMP}}){path.suffix}")
        try:
            kept.hardlink_to(path)
        except OSError:  # a disk without links
            durable.write(kept, path.read_bytes())  # no connection of ours is open: the lock says so
        copy_of(backup, path)
    return kept


def copy_of(backup: Backup, path: Path) -> None:
    """Write a backup to a file, in place of one that is there; raises UserError."""
    with spoken(backup.path):
        connection = connect(backup.path, read_only=True)
    try:
        copy(connection, path)
    finally:
        release(connection)


def _backup(file: Path) -> Backup | None:
    """What a file's name says; None for a file that is no backup."""
    first, _, number = file.stem.rpartition(" r")
    stamp, _, project = first.rpartition(" ")
    try:
        return Backup(file, datetime.fromisoformat(stamp.replace(".", ":")).replace(tzinfo=UTC), project, int(number))
    except ValueError:
        return None
