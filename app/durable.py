"""Whole files or none: after a crash or a power cut a name holds either everything that was written or what it held before."""

import errno
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.errors import UserError
from app.i18n import N_

_REASONS = {
    errno.ENOSPC: N_("“{path}” could not be written: the disk is full. Free some space or choose another place."),
    errno.EDQUOT: N_("“{path}” could not be written: your space on this disk is used up. Free some space or choose another place."),
    errno.EACCES: N_("“{path}” could not be written: you may not write there. Choose another place."),
    errno.EPERM: N_("“{path}” could not be written: you may not write there. Choose another place."),
    errno.EROFS: N_("“{path}” could not be written: this place is read-only. Choose another place."),
    errno.ENOENT: N_("“{path}” could not be written: the folder is no longer there. Choose another place."),
    errno.EISDIR: N_("“{path}” could not be written: there is a folder of this name. Choose another name."),
}
_OTHERWISE = N_("“{path}” could not be written ({reason}). Choose another place.")


def is_text(path: Path) -> bool:
    """Whether the name of a file can be written in UTF-8: on Linux it may be any bytes."""
    return shown(path) == str(path)


def require_text(path: Path) -> None:
    """Nothing for a file whose name can be written in UTF-8; raises UserError for another."""
    if not is_text(path):
        raise UserError(N_("“{path}” has a name that is not text: rename it or its folder, then open it again."), path=shown(path))


def shown(path: Path | str) -> str:
    """The name of a file as text, with a question mark for each byte that is none."""
    return str(path).encode("utf-8", "replace").decode()


def write(path: Path, data: bytes, *, keep: bool = False, protected: Iterable[Path] = (), make_folder: bool = False) -> None:
    """Write a file in one piece; with `keep`, what was there stays beside it under the same name and ``.bak``.

    With `make_folder` the folders it lies in are made first, where they are missing.

    Raises UserError when it cannot be written, or when it is one of the `protected` files, by whatever name; then the
    earlier file is as it was.
    """
    path = Path(os.path.realpath(path))
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and any(other.exists() and path.samefile(other) for other in protected):
            raise UserError(N_("“{path}” is a file the story was read from and stays as it is. Choose another name."), path=path)
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a pipe or a device: a file in its place would take it from everybody
            return
        if keep and path.is_file():
            _replace(path.with_name(f"{path.name}.bak"), path.read_bytes())
        _replace(path, data)
    except OSError as error:
        raise trouble(path, error) from error


def publish(temporary: Path, path: Path) -> None:
    """Give a finished file of the same folder its name, once it is on the disk. Raises OSError."""
    handle = os.open(temporary, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut. Raises OSError; Windows does it without being asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network drives do not know how: the name is there all the same
            raise
    finally:
        os.close(handle)


def beside(path: Path) -> Path:
    """A name for the unfinished file, in the same folder so that it can be renamed in one go."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


def trouble(path: Path, error: OSError) -> UserError:
    """The sentence for a file that could not be written."""
    return UserError(_REASONS.get(error.errno or 0, _OTHERWISE), path=path, reason=error.strerror or error)


def _replace(path: Path, data: bytes) -> None:
    temporary = beside(path)
    try:
        temporary.write_bytes(data)
        publish(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
