"""NewsML-G2: a news item with its story in XHTML or NITF, alone or in a message; written as 2.35 at power conformance."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document
from app.safe.opening import opening

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"


def recognises(data: bytes) -> bool:
    """Whether a file is NewsML-G2: an item of any kind, or a message."""
    return opening(data).namespace == NAMESPACE


def read(data: bytes, language: str) -> Reading:
    """Read a story; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.newsml import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write a news item of version 2.35."""
    from app.formats.newsml import writer

    return writer.write(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now."""
    from app.formats.newsml import reader

    return reader.rewrite(data, revision)


NEWSML = Format(
    name="newsml",
    title=N_("NewsML-G2 2.35"),
    endings=(".xml", ".newsml"),
    recognises=recognises,
    read=read,
    write=write,
    rewrite=rewrite,
)
