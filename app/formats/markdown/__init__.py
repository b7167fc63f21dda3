"""Markdown: CommonMark with tables to blocks and back."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document


def read(data: bytes, language: str) -> Reading:
    """Read a Markdown file; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.markdown import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write a Markdown file."""
    from app.formats.markdown import writer

    return writer.write(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same Markdown file with the story as it is now."""
    from app.formats.markdown import rewriter

    return rewriter.rewrite(data, revision)


MARKDOWN = Format(name="md", title=N_("Markdown"), endings=(".md", ".markdown", ".mkd"), read=read, write=write, rewrite=rewrite)
