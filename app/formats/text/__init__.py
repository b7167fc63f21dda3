"""Plain text: blocks are read off blank lines, line lengths and stops; the text itself stays exactly as it came."""

from app.formats.format import Format, Reading
from app.formats.text.reader import document_of_text
from app.formats.text.rewriter import rewrite
from app.formats.text.writer import write
from app.i18n import N_
from app.safe.encoding import decoded


def read(data: bytes, language: str) -> Reading:
    """Read a plain text file."""
    text = decoded(data)
    return Reading(document_of_text(text.text, language), text.notes)


TEXT = Format(name="txt", title=N_("Plain text"), endings=(".txt", ".text"), read=read, write=write, rewrite=rewrite)
