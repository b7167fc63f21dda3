"""HTML: a saved page or a fragment to blocks, and blocks to the clean HTML that a CMS takes."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document


def read(data: bytes, language: str) -> Reading:
    """Read a page; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.html import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write a page."""
    from app.formats.html import writer

    return writer.write(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same page with the story as it is now."""
    from app.formats.html import rewriter

    return rewriter.rewrite(data, revision)


HTML = Format(name="html", title=N_("HTML"), endings=(".html", ".htm", ".xhtml"), read=read, write=write, rewrite=rewrite)


def read_page(data: bytes, language: str) -> Reading:
    """Read all of a saved page, with its menus and whatever else stands around the story."""
    from app.formats.html import reader

    return reader.read(data, language, whole=True)


HTML_PAGE = Format(name="html-page", title=N_("Whole web page"), endings=(), read=read_page, rewrite=rewrite)


def write_blocks(document: Document) -> bytes:
    """Write the story without its title as the content of a WordPress post."""
    from app.formats import blockmarkup

    return (blockmarkup.block_markup(document) + "\n").encode()


BLOCKS = Format(name="blocks", title=N_("WordPress block markup"), endings=(".html",), write=write_blocks)
