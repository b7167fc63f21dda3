"""One window a project: the lock that leads a second one to the first."""

from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from app import durable, settings
from app.store.trouble import in_use


def identity(path: Path) -> str:
    """What a file is called by the disk, the same through links and other spellings of its path. Raises OSError."""
    status = path.stat()
    return f"{status.st_dev:x}-{status.st_ino:x}"


class Lock:
    """Holds one existing file for this process; the system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        """Take the lock; raises InUseError when somebody has it."""
        folder = settings.data_folder() / "locks"
        self._path = path
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._identity = identity(path)
            self._lock = FileLock(folder / f"{self._identity}.lock", timeout=0, thread_local=False)
            self._lock.acquire()
        except Timeout as error:
            raise in_use(path) from error
        except OSError as error:
            raise durable.trouble(folder, error) from error

    def holds(self) -> bool:
        """Whether the name still leads to the file that was opened: a sync client may replace it, a stick may be pulled."""
        try:
            return identity(self._path) == self._identity
        except OSError:
            return False

    def release(self) -> None:
        """Let others have the file."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()
