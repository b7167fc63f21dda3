"""Disks that fail, slid under the store that ships: SQLite's own file calls, made through a VFS."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import apsw

SECTOR = 512


@contextmanager
def under(disk: "Disk") -> Iterator["Disk"]:
    """Let every database that is opened meanwhile lie on this disk."""
    usual = apsw.vfs_names()[0]
    vfs = _VFS(disk, usual)
    apsw.set_default_vfs(vfs.vfs_name)
    try:
        yield disk
    finally:
        apsw.set_default_vfs(usual)
        vfs.unregister()


class Disk:
    """What a VFS tells of every call before it is made, and after it was."""

    def before(self, call: str, name: str) -> None:
        """Hear of a call; may raise an apsw.Error instead of letting it happen."""

    def reading(self, name: str) -> None:
        """Hear of a read before it is made; may raise as well."""

    def opened(self, name: str) -> None:
        """Hear of a file that was opened, or made."""

    def written(self, name: str, data: bytes, offset: int) -> None:
        """Hear of a write."""

    def truncated(self, name: str, size: int) -> None:
        """Hear of a file that was cut."""

    def synced(self, name: str) -> None:
        """Hear of a file whose writes are on the disk now."""

    def deleted(self, name: str, *, sync: bool) -> None:
        """Hear of a name that is gone; with `sync` for good."""


class FailingDisk(Disk):
    """Fails once, at the n-th of the calls that can fail, and works before and after."""

    def __init__(self) -> None:
        self.failed = ""
        self._error: type[apsw.Error] = apsw.IOError
        self._left = 0

    def fail(self, at: int, error: type[apsw.Error]) -> None:
        """Count from here on: the call number `at` fails with this error."""
        self.failed, self._left, self._error = "", at, error

    def rest(self) -> None:
        """Fail no more."""
        self._left = 0

    def before(self, call, name):
        self._left -= 1
        if self._left == 0:
            self.failed = f"{call} {Path(name).suffix}"
            raise self._error(f"the disk failed: {self.failed}")


class PowerCutError(apsw.IOError):
    """The lights are out."""


class PowerCutDisk(Disk):
    """Loses power at a given call; then, of what was not synced, any part may be on the disk, sector by sector.

    File contents last from their sync on, names in the folder from the first sync of a new file or a synced deletion on, and
    unsynced names last in the order in which they were made, as on journalled file systems.
    """

    def __init__(self, path: Path, image: bytes, at: int) -> None:
        self._at, self.calls = at, 0
        self._files: dict[str, int] = {str(path): 0}
        self._lasting: dict[str, int] = {str(path): 0}
        self._names: list[tuple[str, int | None]] = []
        self._data: dict[int, bytearray] = {0: bytearray(image)}
        self._pending: list[tuple[int, int, bytes | None]] = []
        self._fresh: set[str] = set()

    def before(self, call, name):
        self.calls += 1
        if self.calls >= self._at and call != "open":
            raise PowerCutError("the power is cut")

    def opened(self, name):
        if name not in self._files:
            number = len(self._data)
            self._files[name], self._data[number] = number, bytearray()
            self._names.append((name, number))
            self._fresh.add(name)

    def written(self, name, data, offset):
        self._pending.append((self._files[name], offset, data))

    def truncated(self, name, size):
        self._pending.append((self._files[name], size, None))

    def synced(self, name):
        number = self._files[name]
        for change in [change for change in self._pending if change[0] == number]:
            _apply(self._data, change)
        self._pending = [change for change in self._pending if change[0] != number]
        if name in self._fresh:
            self._fresh.discard(name)
            self._sync_folder()

    def deleted(self, name, *, sync):
        if self._files.pop(name, None) is not None:
            self._names.append((name, None))
        if sync:
            self._sync_folder()

    def leave(self, folder: Path, random: Random) -> None:
        """Put into a folder what may be found there when the lights are on again."""
        names = dict(self._lasting)
        _rename(names, self._names[: random.randrange(len(self._names) + 1)])
        data = {number: bytearray(content) for number, content in self._data.items()}
        for number, offset, written in self._pending:
            for change in _torn((number, offset, written), random):
                _apply(data, change)
        for name, number in names.items():
            (folder / Path(name).name).write_bytes(data[number])

    def _sync_folder(self) -> None:
        _rename(self._lasting, self._names)
        self._names = []


def _rename(names: dict[str, int], changes: list[tuple[str, int | None]]) -> None:
    for name, number in changes:
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number


def _torn(change: tuple[int, int, bytes | None], random: Random) -> list[tuple[int, int, bytes | None]]:
    """A change that was not synced as it may have arrived: whole, not at all, or some sectors of it."""
    number, offset, data = change
    fate = random.randrange(3)
    if fate == 0:
        return []
    if fate == 1 or data is None:
        return [change]
    sectors = range(0, len(data), SECTOR)
    return [(number, offset + at, data[at : at + SECTOR]) for at in sectors if random.randrange(2)]


def _apply(data: dict[int, bytearray], change: tuple[int, int, bytes | None]) -> None:
    number, offset, written = change
    content = data[number]
    if written is None:
        del content[offset:]
        return
    content.extend(bytes(max(0, offset + len(written) - len(content))))
    content[offset : offset + len(written)] = written


class _VFS(apsw.VFS):
    def __init__(self, disk: Disk, usual: str) -> None:
        self.vfs_name = f"disk-{id(disk):x}"
        self._disk, self._usual = disk, usual
        super().__init__(self.vfs_name, usual)

    def xOpen(self, name, flags):  # noqa: N802 - SQLite's name
        plain = name.filename() if isinstance(name, apsw.URIFilename) else name
        if plain:
            self._disk.before("open", plain)
        file = _File(self._disk, plain, self._usual, name, flags)
        if plain:
            self._disk.opened(plain)
        return file

    def xDelete(self, name, sync):  # noqa: N802
        self._disk.before("delete", name)
        super().xDelete(name, sync)
        self._disk.deleted(name, sync=bool(sync))


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, plain: str | None, usual: str, name: object, flags: list[int]) -> None:
        self._disk, self._name = disk, plain
        super().__init__(usual, name, flags)

    def xRead(self, amount, offset):  # noqa: N802
        if self._name:
            self._disk.reading(self._name)
        return super().xRead(amount, offset)

    def xWrite(self, data, offset):  # noqa: N802
        if self._name:
            self._disk.before("write", self._name)
        super().xWrite(data, offset)
        if self._name:
            self._disk.written(self._name, bytes(data), offset)

    def xTruncate(self, size):  # noqa: N802
        if self._name:
            self._disk.before("truncate", self._name)
        super().xTruncate(size)
        if self._name:
            self._disk.truncated(self._name, size)

    def xSync(self, flags):  # noqa: N802
        if self._name:
            self._disk.before("sync", self._name)
        super().xSync(flags)
        if self._name:
            self._disk.synced(self._name)
