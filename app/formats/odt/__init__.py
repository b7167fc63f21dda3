"""ODT: LibreOffice's paragraphs, styles, lists, tables and links to blocks, and back."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document


def read(data: bytes, language: str) -> Reading:
    """Read an OpenDocument text; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.odt import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write an OpenDocument text."""
    from app.formats.odt import writer

    return writer.write(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same text with the story as it is now."""
    from app.formats.odt import rewriter

    return rewriter.rewrite(data, revision)


ODT = Format(name="odt", title=N_("OpenDocument text"), endings=(".odt", ".fodt"), read=read, write=write, rewrite=rewrite)
