"""JSONL: one segment a line, as an object with the source, the translation and what is known of them."""

from collections.abc import Sequence

from app.formats.format import Aligned, Bilingual, Format
from app.i18n import N_


def read_aligned(data: bytes) -> Aligned:
    """Read the segments of a JSONL file."""
    from app.formats.jsonl import lines

    return lines.read(data)


def write_aligned(stories: Sequence[Bilingual]) -> bytes:
    """Write segments with what was received and what was marked in it."""
    from app.formats.jsonl import lines

    return lines.write(stories)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same file with other targets, states and notes."""
    from app.formats.jsonl import lines

    return lines.write_back(data, stories)


JSONL = Format(
    name="jsonl",
    title=N_("JSON lines"),
    endings=(".jsonl", ".ndjson"),
    read_aligned=read_aligned,
    write_aligned=write_aligned,
    write_back=write_back,
)
