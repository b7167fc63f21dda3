"""Whether a file lies on the disk of another computer, whose locks and whose “written” one cannot rely on."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PureWindowsPath

from app.i18n import N_, Message

NETWORK = frozenset(
    """
    9p afpfs afs beegfs ceph cifs coda davfs fuse.ceph fuse.davfs2 fuse.davfs fuse.glusterfs fuse.gvfsd-fuse fuse.rclone fuse.smbnetfs fuse.sshfs glusterfs
    gpfs lustre ncpfs nfs nfs4 smb2 smb3 smbfs webdav
    """.split()
)
"""What systems call the file systems of other computers, as /proc/self/mountinfo and mount(8) have it."""

_MOUNTS = Path("/proc/self/mountinfo")
_MOUNT = Path("/sbin/mount")
_PATIENCE = 2
"""Seconds in which macOS must list what is mounted."""

_REMOTE_DRIVE = 4
"""DRIVE_REMOTE of GetDriveTypeW."""


def caution(path: Path) -> Message | None:
    """What to keep in mind with a project on a network drive; None for one on this computer, or where the system does not say."""
    if not _is_remote(path):
        return None
    told = N_("“{path}” is on a network drive: open it on one computer at a time. Backups are kept on this one.")
    return Message(told, {"path": str(path)})


def _is_remote(path: Path) -> bool:
    if sys.platform == "win32":
        return _is_remote_drive(PureWindowsPath(path.absolute()).drive)
    try:
        return file_system(path.resolve(), _mounted()) in NETWORK
    except (OSError, subprocess.SubprocessError):
        return False


def _mounted() -> Iterable[tuple[Path, str]]:
    """Where something is mounted on this computer, and what; raises OSError or SubprocessError where the system does not say."""
    if sys.platform == "darwin":
        told = subprocess.run([_MOUNT], capture_output=True, check=True, timeout=_PATIENCE).stdout  # noqa: S603 - a program of the system
        return listed(told.decode("utf-8", "surrogateescape"))
    return numbered(_MOUNTS.read_text("utf-8", "surrogateescape"))


def _is_remote_drive(drive: str) -> bool:
    """Whether a drive of Windows is a share, by its name (UNC) or because the system says so."""
    if drive.startswith("\\\\"):
        return True
    import ctypes

    windows = getattr(ctypes, "windll", None)
    return windows is not None and windows.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE


def file_system(path: Path, mounted: Iterable[tuple[Path, str]]) -> str:
    """What a file lies on, by the deepest place with something mounted that holds it, the later of two; "" for none."""
    found = Path(), ""
    for place, kind in mounted:
        if path.is_relative_to(place) and len(place.parts) >= len(found[0].parts):
            found = place, kind
    return found[1]


_PLACE = 4
"""The field that says where something is mounted."""


def numbered(mounts: str) -> Iterator[tuple[Path, str]]:
    """Places and kinds in the list of Linux: proc_pid_mountinfo(5)."""
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > _PLACE:
            yield Path(_unescaped(fields[_PLACE])), after.split(" ")[0]


_LISTED = re.compile(r"^.+? on (?P<place>/.*) \((?P<kind>\w+)(?:, [^()]*)?\)$", re.MULTILINE)


def listed(mounts: str) -> Iterator[tuple[Path, str]]:
    """Places and kinds in the list of macOS: mount(8)."""
    return ((Path(line["place"]), line["kind"]) for line in _LISTED.finditer(mounts))


def _unescaped(place: str) -> str:
    """A place with its blanks, which the list writes in octal."""
    for written, sign in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        place = place.replace(written, sign)
    return place
