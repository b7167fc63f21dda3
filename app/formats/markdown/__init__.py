"""Markdown: CommonMark with tables to blocks and back."""

from app.formats.format import Format
from app.formats.markdown.reader import read
from app.formats.markdown.writer import write
from app.i18n import N_

MARKDOWN = Format(name="md", title=N_("Markdown"), endings=(".md", ".markdown", ".mkd"), read=read, write=write)
