"""What can go wrong with a project file, as sentences that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from app.errors import UserError
from app.i18n import N_

UNREADABLE = (
    apsw.CorruptError,
    apsw.NotADBError,
    apsw.SQLError,
    apsw.TooBigError,
    apsw.FormatError,
    apsw.MismatchError,
    UnicodeDecodeError,
)
"""What reading a damaged file may raise, depending on where the damage is."""


class NotAProjectError(UserError):
    """The file is something else, or nothing at all."""


class DamagedError(UserError):
    """The file is a project, but not all of it is as it was written."""


class InUseError(UserError):
    """Another window or program holds the file."""


class DisplacedError(UserError):
    """The file under our hands is no longer the one that was opened: replaced, renamed, deleted, or its disk is gone."""


class ReadOnlyError(UserError):
    """The file was opened for reading only."""


def in_use(path: Path) -> InUseError:
    """The sentence for a file that somebody else holds."""
    return InUseError(N_("“{path}” is open in another window or program: close it there first."), path=path)


def damaged(path: Path, what: object) -> DamagedError:
    """The sentence for a file that is not whole."""
    return DamagedError(
        N_("“{path}” is damaged ({what}): restore a backup, or recover what is sound with “gegenlesen recover”."), path=path, what=what
    )


_SENTENCES: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.FullError, N_("“{path}” could not be saved: the disk is full. Free some space; saving is tried again by itself.")),
    (apsw.ReadOnlyError, N_("“{path}” could not be saved: it has become read-only. Save a copy in another place.")),
    (apsw.PermissionsError, N_("“{path}” could not be saved: you may not write there. Save a copy in another place.")),
    (apsw.CantOpenError, N_("“{path}” cannot be reached: the folder is no longer there, or you may not use it.")),
    (apsw.IOError, N_("“{path}”: the disk reports an error. Save a copy in another place.")),
)


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the disk and about other programs into a UserError; what is a bug stays what it is."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError) as error:
        raise in_use(path) from error
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise damaged(path, error) from error
    except tuple(kind for kind, _ in _SENTENCES) as error:
        template = next(template for kind, template in _SENTENCES if isinstance(error, kind))
        raise UserError(template, path=path) from error
