"""XLIFF 1.2 and 2.x: units to blocks, segments to rows, states, notes and codes kept; fresh files in 2.1 or 1.2."""

from collections.abc import Sequence

from app.formats.format import Aligned, Bilingual, Format
from app.i18n import N_


def read_aligned(data: bytes) -> Aligned:
    """Read an XLIFF file; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.xliff import files

    return files.read(data)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same file with other targets, states and notes."""
    from app.formats.xliff import files

    return files.write_back(data, stories)


def write_two(stories: Sequence[Bilingual]) -> bytes:
    """A new file of version 2.1."""
    from app.formats.xliff import fresh

    return fresh.write_two(stories)


def write_one(stories: Sequence[Bilingual]) -> bytes:
    """A new file of version 1.2."""
    from app.formats.xliff import fresh

    return fresh.write_one(stories)


XLIFF = Format(
    name="xliff",
    title=N_("XLIFF 2.1"),
    endings=(".xlf", ".xliff", ".mxliff", ".sdlxliff"),
    read_aligned=read_aligned,
    write_aligned=write_two,
    write_back=write_back,
)
XLIFF_12 = Format(name="xliff12", title=N_("XLIFF 1.2"), endings=XLIFF.endings[:1], write_aligned=write_one)
