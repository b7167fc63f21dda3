"""How much of a file is taken in before anything looks at it."""

import stat
from pathlib import Path

from app.errors import UserError
from app.i18n import N_

MEBIBYTE = 1024 * 1024

FILE_BYTES = 32 * MEBIBYTE
"""No story is longer; 100,000 sentences of plain text take about half of it."""


def read_limited(path: Path, limit: int = FILE_BYTES) -> bytes:
    """The bytes of a file; raises UserError for what cannot be opened, is no plain file, is empty or longer than `limit`."""
    try:
        _require_plain_file(path)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise UserError(N_("“{name}” does not exist; check the name and the folder."), name=path) from None
    except PermissionError:
        raise UserError(N_("“{name}” may not be read; ask its owner for permission or choose a copy."), name=path.name) from None
    except OSError as error:
        reason = error.strerror or error
        raise UserError(
            N_("“{name}” cannot be read ({reason}); copy it to this computer and try again."), name=_short(path), reason=reason
        ) from None
    except ValueError:
        raise UserError(N_("“{name}” cannot be a file name; choose another."), name=_short(path)) from None
    if len(data) > limit:
        raise UserError(N_("“{name}” is larger than {limit} MB; keep only the story in it."), name=path.name, limit=limit // MEBIBYTE)
    if not data:
        raise UserError(N_("“{name}” is empty; choose a file with a story in it."), name=path.name)
    return data


def _require_plain_file(path: Path) -> None:
    """Refuse folders and what would be waited for: pipes, devices. Raises OSError for what is not there."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UserError(N_("“{name}” is a folder; choose a file."), name=path.name or path)
    if not stat.S_ISREG(mode):
        raise UserError(N_("“{name}” is not a plain file; choose one that is saved on disk."), name=path.name)


def _short(path: Path) -> str:
    return path.name[:80].replace("\0", "")
