"""What is worked out once from plain files and kept beside the data: read back much faster than it is made."""

import gc
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from app import durable, settings
from app.errors import UNDECODABLE, UserError

Made = TypeVar("Made")


def kept(name: str, files: Iterable[Path], decode: Callable[[bytes], Made], make: Callable[[], Made], version: int = 1) -> Made:
    """What `make` makes of the files, from the last time if they are still the same, else made now and kept.

    A file counts as the same by its path, size and time of change. `version` goes up when `make` makes something else of them. What
    cannot be kept is made each time.
    """
    seal = _seal(files, version)
    path = settings.data_folder() / "prepared" / f"{name}-{seal}"
    try:
        read = decode(path.read_bytes())
    except (OSError, *UNDECODABLE):
        made = make()
    else:
        gc.freeze()  # stays as long as the program, as does all that was loaded before: nothing there is ever garbage
        return read
    try:
        durable.write(path, msgspec.msgpack.encode(made), make_folder=True)
        for old in path.parent.glob(f"{name}-*"):
            if old != path:
                old.unlink(missing_ok=True)
    except (OSError, UserError):
        return made  # a full disk or a read-only home only makes the next start slower
    return made


def _seal(files: Iterable[Path], version: int) -> str:
    digest = hashlib.blake2b(str(version).encode(), digest_size=12)
    for file in files:
        state = file.stat()
        digest.update(f"{file}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()
