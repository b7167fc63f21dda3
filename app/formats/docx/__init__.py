"""DOCX: Word's paragraphs, styles, links and fields to blocks, and blocks to a document that Word opens without a word."""

from app.formats.docx.reader import read
from app.formats.docx.writer import write
from app.formats.format import Format
from app.i18n import N_

DOCX = Format(name="docx", title=N_("Word document"), endings=(".docx", ".docm"), read=read, write=write)
