"""Gettext PO: a message is a row, each of its plural forms another; comments, flags and what is obsolete stay as they are."""

from collections.abc import Sequence

from app.formats.format import Aligned, Bilingual, Format
from app.i18n import N_


def read_aligned(data: bytes) -> Aligned:
    """Read the messages of a PO file."""
    from app.formats.po import files

    return files.read(data)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same file with other translations, fuzzy flags and translator comments."""
    from app.formats.po import files

    return files.write_back(data, stories)


PO = Format(name="po", title=N_("Gettext PO"), endings=(".po", ".pot"), read_aligned=read_aligned, write_back=write_back)
