"""A post as WordPress keeps it, and as a story becomes one."""

import hashlib
from typing import Any

import msgspec
from msgspec import Struct

from app.formats.blockmarkup import block_markup
from app.formats.elements import as_markup
from app.formats.parts import headline, parts_of
from app.model import BlockKind, Document
from app.model.fields import CATEGORIES, FEATURED_IMAGE, KEYWORDS, SLUG, TEASER, names, slug, value


class Draft(Struct, frozen=True):
    """What is sent of a story; `tags` and `categories` are names, `featured` the number or file name of a picture of the site."""

    title: str
    content: str
    excerpt: str = ""
    slug: str = ""
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    featured: str = ""


class Post(Struct, frozen=True):
    """A post as the site has it: texts raw, as they were typed; `modified` is the site's own time in UTC."""

    id: int
    status: str
    link: str
    modified: str
    title: str
    content: str
    excerpt: str
    slug: str
    tags: tuple[int, ...] = ()
    categories: tuple[int, ...] = ()
    featured: int = 0

    @property
    def digest(self) -> str:
        """What tells these words from others."""
        return hashlib.sha256(msgspec.json.encode((self.title, self.content, self.excerpt))).hexdigest()

    @property
    def open(self) -> bool:
        """Whether it is still a draft: nothing that readers see, and nothing with a date."""
        return self.status in {"draft", "pending", "auto-draft"}


def draft_of(document: Document) -> Draft:
    """A corrected story as a draft; without a slug of its own it gets one made from its title."""
    title = headline([part for part in parts_of(document) if part.kind is BlockKind.TITLE])
    return Draft(
        title=as_markup(title),
        content=block_markup(document),
        excerpt=value(document, TEASER),
        slug=slug(value(document, SLUG) or title),
        tags=names(value(document, KEYWORDS)),
        categories=names(value(document, CATEGORIES)),
        featured=value(document, FEATURED_IMAGE),
    )


def post_of(said: dict[str, Any]) -> Post:
    """A post out of the site's JSON, asked for with ``context=edit``."""
    return Post(
        id=int(said["id"]),
        status=str(said["status"]),
        link=str(said.get("link", "")),
        modified=str(said.get("modified_gmt", "")),
        title=str(said["title"]["raw"]),
        content=str(said["content"]["raw"]),
        excerpt=str(said["excerpt"]["raw"]) if "excerpt" in said else "",
        slug=str(said.get("slug", "")),
        tags=tuple(said.get("tags", ())),
        categories=tuple(said.get("categories", ())),
        featured=int(said.get("featured_media", 0)),
    )
