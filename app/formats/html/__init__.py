"""HTML: a saved page or a fragment to blocks, and blocks to the clean HTML that a CMS takes."""

from app.formats.format import Format
from app.formats.html.reader import read
from app.formats.html.writer import body_html, write
from app.i18n import N_

HTML = Format(name="html", title=N_("HTML"), endings=(".html", ".htm", ".xhtml"), read=read, write=write)

__all__ = ["HTML", "body_html"]
