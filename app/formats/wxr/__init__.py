"""WXR, the export of WordPress: RSS with the content of posts in it, to blocks and back."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document
from app.safe.opening import opening

EXPORT = "wordpress.org/export/"
"""What every version's namespace has."""


def read(data: bytes, language: str) -> Reading:
    """Read an export; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.wxr import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write an export with the story as a draft."""
    from app.formats.wxr import writer

    return writer.write(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same export with the story as it is now."""
    from app.formats.wxr import rewriter

    return rewriter.rewrite(data, revision)


def recognises(data: bytes) -> bool:
    """Whether an XML file is an export of WordPress."""
    begin = opening(data)
    return begin.name == "rss" and any(EXPORT in namespace for namespace in begin.declared)


WXR = Format(
    name="wxr", title=N_("WordPress export (WXR)"), endings=(".xml", ".wxr"), read=read, write=write, rewrite=rewrite, recognises=recognises
)
