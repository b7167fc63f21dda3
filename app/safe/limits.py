"""How much of a file is taken in before anything looks at it."""

import os
from pathlib import Path

from app.errors import UserError
from app.i18n import N_

MEBIBYTE = 1024 * 1024

FILE_BYTES = 32 * MEBIBYTE
"""No story is longer; 100,000 sentences of plain text take about half of it."""


def read_limited(path: Path, limit: int = FILE_BYTES) -> bytes:
    """The bytes of a file; raises UserError for what cannot be opened, is no plain file, is empty or longer than `limit`."""
    if path.is_dir():
        raise UserError(N_("“{name}” is a folder; choose a file."), name=path.name or path)
    if path.exists() and not path.is_file():
        raise UserError(N_("“{name}” is not a plain file; choose one that is saved on disk."), name=path.name)
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise UserError(N_("“{name}” does not exist; check the name and the folder."), name=path) from None
    except PermissionError:
        raise UserError(N_("“{name}” may not be read; ask its owner for permission or choose a copy."), name=path.name) from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise UserError(
            N_("“{name}” cannot be read ({reason}); copy it to this computer and try again."), name=path.name, reason=reason
        ) from None
    if len(data) > limit:
        raise UserError(N_("“{name}” is larger than {limit} MB; split it into single stories."), name=path.name, limit=limit // MEBIBYTE)
    if not data:
        raise UserError(N_("“{name}” is empty; choose a file with a story in it."), name=path.name)
    return data
