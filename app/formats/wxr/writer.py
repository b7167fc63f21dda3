"""A story as an export of WordPress that its importer takes in: one draft in blocks, without a date, and with nothing that appears.

What the importer reads is said in https://github.com/WordPress/wordpress-importer, src/parsers.
"""

from html import escape

from app.formats.blockmarkup import block_markup
from app.formats.elements import as_markup
from app.formats.parts import headline, parts_of
from app.formats.wxr.writing import cdata, meta, term
from app.model import BlockKind, Document
from app.model.fields import CATEGORIES, FEATURED_IMAGE, KEYWORDS, SEO_TITLE, SLUG, TEASER, names, slug, value
from app.safe.links import IMAGE_SCHEMES, safe_address

EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/">
<channel>
\t<title>{title}</title>
\t<link></link>
\t<description></description>
\t<language>{language}</language>
\t<wp:wxr_version>1.2</wp:wxr_version>
\t<wp:base_site_url></wp:base_site_url>
\t<wp:base_blog_url></wp:base_blog_url>
{items}</channel>
</rss>
"""
ITEM = """\t<item>
\t\t<title>{title}</title>
\t\t<link></link>
\t\t<dc:creator></dc:creator>
\t\t<description></description>
\t\t<content:encoded>{content}</content:encoded>
\t\t<excerpt:encoded>{excerpt}</excerpt:encoded>
\t\t<wp:post_id>{number}</wp:post_id>
\t\t<wp:comment_status>closed</wp:comment_status>
\t\t<wp:ping_status>closed</wp:ping_status>
\t\t<wp:post_name>{slug}</wp:post_name>
\t\t<wp:status>{status}</wp:status>
\t\t<wp:post_parent>0</wp:post_parent>
\t\t<wp:menu_order>0</wp:menu_order>
\t\t<wp:post_type>{kind}</wp:post_type>
\t\t<wp:post_password></wp:post_password>
\t\t<wp:is_sticky>0</wp:is_sticky>
{more}\t</item>
"""
POST, PICTURE = 1, 2


def write(document: Document) -> bytes:
    """The story as a draft, with teaser, slug, categories, tags, title for search engines and featured image."""
    title = headline([part for part in parts_of(document) if part.kind is BlockKind.TITLE])
    address = safe_address(value(document, FEATURED_IMAGE), IMAGE_SCHEMES)
    picture = address if "://" in address else ""
    lines = [term("category", name) for name in names(value(document, CATEGORIES))]
    lines += [term("post_tag", name) for name in names(value(document, KEYWORDS))]
    lines += [meta("_yoast_wpseo_title", said)] if (said := value(document, SEO_TITLE)) else []
    lines += [meta("_thumbnail_id", str(PICTURE))] if picture else []
    post = _item(
        POST, "post", "draft", title, lines, content=block_markup(document), excerpt=value(document, TEASER), name=value(document, SLUG)
    )
    shown = _item(PICTURE, "attachment", "inherit", _file(picture), [f"<wp:attachment_url>{cdata(picture)}</wp:attachment_url>"])
    items = post + shown * bool(picture)
    return EXPORT.format(title=cdata(title), language=escape(document.language), items=items).encode()


def _item(
    number: int, kind: str, status: str, title: str, lines: list[str], *, content: str = "", excerpt: str = "", name: str = ""
) -> str:
    words = name or title
    return ITEM.format(
        title=cdata(as_markup(title)),
        content=cdata(content),
        excerpt=cdata(as_markup(excerpt)),
        number=number,
        slug=cdata(slug(words)),
        status=cdata(status),
        kind=cdata(kind),
        more="".join(f"\t\t{line}\n" for line in lines),
    )


def _file(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]
