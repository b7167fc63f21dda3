"""ZIP archives read in memory, under limits; nothing is ever unpacked to disk."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from app.errors import UserError
from app.i18n import N_
from app.safe.limits import MEBIBYTE

ENTRIES = 5_000
TOTAL_BYTES = 200 * MEBIBYTE
RATIO = 200
"""A bomb of 745 KiB that holds 512 MiB has a ratio of 700; a text-heavy DOCX stays below 30."""
SMALL = MEBIBYTE
"""Up to this size a member may be packed as tightly as it likes."""
CHUNK = 64 * 1024

DAMAGED = N_("The file is damaged and cannot be opened; save it again or ask for another copy.")
BOMB = N_("The file would unpack to more than any story needs; it was not opened.")
LOCKED = N_("The file is protected with a password; save a copy without one.")


class Archive:
    """The members of a ZIP file by name. Raises UserError for one that is damaged, encrypted or would burst the limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
            raise UserError(DAMAGED) from None
        members = self._zip.infolist()
        if len(members) > ENTRIES or sum(member.file_size for member in members) > TOTAL_BYTES or any(map(_is_bomb, members)):
            raise UserError(BOMB)
        self._members = {member.filename.replace("\\", "/").lstrip("/"): member for member in members}
        self._left = TOTAL_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, without a slash before them."""
        return tuple(self._members)

    def read(self, name: str) -> bytes | None:
        """The bytes of a member, None when there is none of this name; the real bytes count, whatever was declared."""
        member = self._members.get(name)
        if member is None:
            return None
        if member.flag_bits & 1:
            raise UserError(LOCKED)
        chunks = []
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise UserError(BOMB)
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, struct.error, OSError):
            raise UserError(DAMAGED) from None
        return b"".join(chunks)


def with_members(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """The same ZIP file with other bytes for these members, which are added where there are none; all others stay as they are."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.infolist():
            name = member.filename.replace("\\", "/").lstrip("/")
            after.writestr(member, members[name] if name in members else before.read(member), compress_type=member.compress_type)
        for name in members.keys() - {member.filename.replace("\\", "/").lstrip("/") for member in before.infolist()}:
            after.writestr(name, members[name])
    return stream.getvalue()


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(SMALL, member.compress_size * RATIO)
