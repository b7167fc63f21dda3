"""Posts of a site as stories to work on."""

import re
from html import escape
from urllib.parse import parse_qs, urlsplit

from app.deliver.wordpress.post import Post, post_of
from app.deliver.wordpress.sending import fetch
from app.deliver.wordpress.site import Site
from app.errors import UserError
from app.formats import format_named
from app.formats.format import Reading
from app.formats.html.head import meta
from app.i18n import N_
from app.model.fields import SLUG, TEASER

NUMBER = re.compile(r"\d+")
BLOCK_COMMENT = re.compile(r"<!--\s*/?wp:.*?-->", re.DOTALL)
TAGS = re.compile(r"<[^>]+>")


def found(site: Site, which: str) -> Post:
    """The post that a number, an address of the site or of its editor, or a slug names. Raises UserError when there is none."""
    number = _number(which.strip())
    if number:
        return fetch(site, number)
    name = urlsplit(which).path.rstrip("/").rpartition("/")[2] or which.strip()
    for states in ("draft,pending,publish,future,private", "publish"):
        listed = site.call("GET", "wp/v2/posts", params={"context": "edit", "slug": name, "status": states})
        if listed:
            return post_of(listed[0])
    raise UserError(N_("{host} has no post “{name}” that this user may edit."), host=site.host, name=name)


def reading(post: Post, language: str) -> tuple[Reading, bytes]:
    """A post as a Document, with teaser and slug as fields, and the page it was read from. Raises UserError for one without text."""
    fields = "".join(meta(field, words) for field, words in ((TEASER, _bare(post.excerpt)), (SLUG, post.slug)) if words)
    head = f'<!doctype html><html lang="{escape(language)}"><meta charset="utf-8">{fields}'
    page = f"{head}<h1>{post.title}</h1>{post.content}</html>".encode()
    read = format_named("html").read
    assert read is not None
    return read(page, language), page


def _number(which: str) -> int:
    if NUMBER.fullmatch(which):
        return int(which)
    asked = parse_qs(urlsplit(which).query)
    return next((int(each) for name in ("post", "p") for each in asked.get(name, ()) if NUMBER.fullmatch(each)), 0)


def _bare(excerpt: str) -> str:
    return " ".join(TAGS.sub("", BLOCK_COMMENT.sub("", excerpt)).split())
