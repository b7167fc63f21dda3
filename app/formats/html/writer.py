"""A story as a page of clean HTML, and as the body that a CMS takes."""

from html import escape

from app.formats.elements import blocks
from app.formats.parts import headline, parts_of
from app.model import BlockKind, Document
from app.safe.clean import clean_html

BESIDE = frozenset({BlockKind.TITLE, BlockKind.FIELD, BlockKind.RULE})
"""What a CMS has fields or no use for: no part of the body."""

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
<article>
{article}
</article>
</body>
</html>
"""


def write(document: Document) -> bytes:
    """A small page of its own, UTF-8, with the story as its article."""
    parts = parts_of(document)
    article = "\n".join(blocks(parts, classes=True))
    page = PAGE.format(language=escape(document.language), title=escape(headline(parts)), article=article)
    return page.encode("utf-8")


def body_html(document: Document) -> str:
    """The story without its title as a CMS takes it: p, h2 to h4, strong, em, a[href], lists, blockquote, figures, tables, code.

    What comes out has passed the allow-list, whatever went in.
    """
    parts = [part for part in parts_of(document) if part.kind not in BESIDE]
    return clean_html("\n".join(blocks(parts, classes=False)))
