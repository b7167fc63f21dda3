"""DOCX: Word's paragraphs, styles, links and fields to blocks, and blocks to a document that Word opens without a word."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document


def read(data: bytes, language: str) -> Reading:
    """Read a Word document; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.docx import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write a Word document."""
    from app.formats.docx import writer

    return writer.write(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same Word document with the story as it is now."""
    from app.formats.docx import rewriter

    return rewriter.rewrite(data, revision)


DOCX = Format(name="docx", title=N_("Word document"), endings=(".docx", ".docm"), read=read, write=write, rewrite=rewrite)
