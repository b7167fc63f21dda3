"""A story as a page of clean HTML."""

from html import escape

from app.formats.beside import without_fields
from app.formats.elements import blocks
from app.formats.html.head import meta
from app.formats.parts import headline, parts_of
from app.model import Document
from app.model.fields import SEO_TITLE, field_named

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
{fields}</head>
<body>
<article>
{article}
</article>
</body>
</html>
"""


def write(document: Document) -> bytes:
    """A small page of its own, UTF-8, with the story as its article and the fields in its head."""
    parts, fields = without_fields(parts_of(document))
    said = [(field_named(field.attribute("name")), field.text.plain) for field in fields]
    title = next((words for field, words in said if field is SEO_TITLE), headline(parts))
    page = PAGE.format(
        language=escape(document.language),
        title=escape(title, quote=False),
        fields="".join(f"{meta(field, words)}\n" for field, words in said if field is not SEO_TITLE),
        article="\n".join(blocks(parts, classes=True)),
    )
    return page.encode("utf-8")
