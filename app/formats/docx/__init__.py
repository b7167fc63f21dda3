"""DOCX: Word's paragraphs, styles, links and fields to blocks, and blocks to a document that Word opens without a word."""

from app.formats.format import Format, Reading
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


DOCX = Format(name="docx", title=N_("Word document"), endings=(".docx", ".docm"), read=read, write=write)
