"""The fields that a CMS wants beside a story's text: blocks of kind FIELD, told apart by their attribute ``name``."""

import re
import unicodedata

from msgspec import Struct

from app.i18n import N_
from app.model.document import Block, BlockKind, Document
from app.model.unit import BlockStart


class Field(Struct, frozen=True):
    """One field: its name in documents, what people call it, and how many code points it may have (0: any number).

    `spoken` says whether it holds words that are translated, and not an address, a number or a date.
    """

    name: str
    title: str
    limit: int = 0
    spoken: bool = True


SEO_TITLE = Field("seo-title", N_("SEO title"), 60)
TEASER = Field("teaser", N_("Teaser"), 160)
SLUG = Field("slug", N_("Slug"), 75, spoken=False)
KEYWORDS = Field("keywords", N_("Keywords"))
CATEGORIES = Field("categories", N_("Categories"))
ALT = Field("alt", N_("Alt text"), 125)
COPYRIGHT = Field("copyright", N_("Copyright"))
DATE = Field("date", N_("Date"), spoken=False)
EMBARGO = Field("embargo", N_("Embargo"), spoken=False)
FEATURED_IMAGE = Field("featured-image", N_("Featured image"), spoken=False)
IDENTIFIER = Field("id", N_("Id"), spoken=False)

FIELDS = (SEO_TITLE, TEASER, SLUG, KEYWORDS, CATEGORIES, ALT, COPYRIGHT, DATE, EMBARGO, FEATURED_IMAGE, IDENTIFIER)
"""The fields that are known by name, in the order in which they are shown. The limits are what search engines show of a title and
a description before they cut them (about 60 and 160), what screen readers read in one go (125), and a slug that fits a line."""

SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l", "đ": "d", "þ": "th"})
BETWEEN = re.compile(r"[^a-z0-9]+")
STOPS = re.compile(r"[’'ʼ]")


def field_named(name: str) -> Field:
    """The field of this name; one of its own for a name that is not known."""
    return next((field for field in FIELDS if field.name == name), Field(name, name))


def field_of(block: Block | BlockStart) -> Field | None:
    """Which field a block is, or the one that a row begins; None for a block of the text."""
    return field_named(dict(block.attributes).get("name", "")) if block.kind is BlockKind.FIELD else None


def value(document: Document, field: Field) -> str:
    """What a Document says in a field, several blocks of it joined by a comma; empty where it has none."""
    found = (document.excerpt(block.span).plain.strip() for block in document.blocks if field_of(block) == field)
    return ", ".join(filter(None, found))


def names(listed: str) -> tuple[str, ...]:
    """The names in a field that lists them with commas, each once."""
    return tuple(dict.fromkeys(name.strip() for name in listed.split(",") if name.strip()))


def hyphenated(words: str) -> str:
    """Words as a part of an address: German letters spelled out, small, joined by hyphens."""
    bare = STOPS.sub("", words.lower()).translate(SPELLED)
    bare = "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))
    return BETWEEN.sub("-", bare).strip("-")


def slug(words: str) -> str:
    """Words as the end of an address, cut between words where they are long."""
    made, limit = hyphenated(words), SLUG.limit
    return made if len(made) <= limit else made[: limit + 1].rpartition("-")[0] or made[:limit]
