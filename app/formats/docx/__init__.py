"""DOCX: Word's paragraphs, styles, links and fields to blocks, and blocks to a document that Word opens without a word."""

from collections.abc import Sequence

from app.errors import UserError
from app.formats.format import Aligned, Bilingual, Format, Reading, Record, Revision
from app.i18n import N_
from app.model import Document
from app.safe import apart


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


def write_changes(record: Record) -> bytes:
    """Write a Word document in which every change is tracked."""
    from app.formats.docx import changes

    return changes.write(record)


DOCX_CHANGES = Format(
    name="docx-changes", title=N_("Word document with tracked changes"), endings=DOCX.endings[:1], write_changes=write_changes
)


def holds_table(data: bytes) -> bool:
    """Whether a Word document is a table of source and translation."""
    from app.formats.docx import table

    try:
        return apart.read(table.recognises, bool, data)
    except UserError:  # too heavy to be looked at: whoever reads it will say so
        return False


def read_table(data: bytes) -> Aligned:
    """Read a table of source and translation."""
    from app.formats.docx import table

    return table.read(data)


def write_table(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same document with other translations in its table."""
    from app.formats.docx import table

    return table.write_back(data, stories)


DOCX_TABLE = Format(
    name="docx-table",
    title=N_("Word table of source and translation"),
    endings=DOCX.endings,
    recognises=holds_table,
    read_aligned=read_table,
    write_back=write_table,
)
