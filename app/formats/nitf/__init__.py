"""NITF: the text format of news agencies, read in all its versions and written as 3.6."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document
from app.safe.opening import opening


def recognises(data: bytes) -> bool:
    """Whether a file is NITF, with or without its namespace."""
    return opening(data).name == "nitf"


def read(data: bytes, language: str) -> Reading:
    """Read a story; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.nitf import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write a story as NITF 3.6."""
    from app.formats.nitf import writer

    return writer.write(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now."""
    from app.formats.nitf import reader

    return reader.rewrite(data, revision)


NITF = Format(
    name="nitf",
    title=N_("NITF 3.6"),
    endings=(".xml", ".nitf"),
    recognises=recognises,
    read=read,
    write=write,
    rewrite=rewrite,
)
