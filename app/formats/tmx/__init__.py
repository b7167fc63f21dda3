"""TMX 1.1 to 1.4: a translation unit is a row; of files in many languages two are read."""

from collections.abc import Sequence

from app.formats.format import Aligned, Bilingual, Format
from app.i18n import N_


def read_aligned(data: bytes) -> Aligned:
    """Read a TMX file; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.tmx import files

    return files.read(data)


def write_aligned(stories: Sequence[Bilingual]) -> bytes:
    """A new file of version 1.4."""
    from app.formats.tmx import files

    return files.write(stories)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same file with other translations and notes."""
    from app.formats.tmx import files

    return files.write_back(data, stories)


TMX = Format(
    name="tmx",
    title=N_("TMX translation memory"),
    endings=(".tmx",),
    read_aligned=read_aligned,
    write_aligned=write_aligned,
    write_back=write_back,
)
