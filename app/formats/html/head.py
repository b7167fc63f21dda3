"""What a page says beside its story: title for search engines, description, keywords, address, in its head and in JSON-LD.

All of it is found in the characters of the page, so that each field is known by the places where it is written.
"""

import html
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from msgspec import Struct

from app.formats.parts import writable
from app.formats.source import Tag, attribute, quoted, tags_of
from app.formats.xhtml import WHITE
from app.model import Span, Text
from app.model.fields import CATEGORIES, COPYRIGHT, IDENTIFIER, KEYWORDS, SEO_TITLE, SLUG, TEASER, Field, hyphenated, names

METAS = {
    "description": TEASER,
    "og:description": TEASER,
    "twitter:description": TEASER,
    "dc.description": TEASER,
    "dcterms.description": TEASER,
    "og:title": SEO_TITLE,
    "twitter:title": SEO_TITLE,
    "keywords": KEYWORDS,
    "news_keywords": KEYWORDS,
    "article:section": CATEGORIES,
    "copyright": COPYRIGHT,
    "dc.rights": COPYRIGHT,
    "dcterms.rights": COPYRIGHT,
    "article:id": IDENTIFIER,
    "article-id": IDENTIFIER,
    "post-id": IDENTIFIER,
    "dc.identifier": IDENTIFIER,
    "dcterms.identifier": IDENTIFIER,
}
LINKED_DATA = {
    "headline": SEO_TITLE,
    "description": TEASER,
    "keywords": KEYWORDS,
    "articleSection": CATEGORIES,
    "copyrightNotice": COPYRIGHT,
    "identifier": IDENTIFIER,
}
"""Properties of schema.org that an article has."""

WRITTEN = {TEASER: "description", KEYWORDS: "keywords", CATEGORIES: "article:section", COPYRIGHT: "copyright", IDENTIFIER: "article:id"}
"""The names under which fields stand in a page of our own."""

ARTICLE = re.compile(r"Article$|Posting$|^Report$")
SITE = re.compile(r"\s+([|·•–—-])\s+((?:(?!\s[|·•–—-]\s).)+)$", re.DOTALL)
"""What a title names behind the story: the site, or else its second half."""
SEGMENT = re.compile(r"[a-z0-9][a-z0-9_-]*(?=(?:\.\w{2,5})?/?(?:[?#].*)?$)", re.IGNORECASE)
JSON_TEXT = r'"(?:[^"\\]|\\.)*+"'
DEEPEST = 20
"""Levels of JSON-LD in which an article may stand."""


class Spelling(StrEnum):
    """How the words of a field are written where they stand."""

    ATTRIBUTE = "attribute"
    TEXT = "text"
    JSON = "json"
    LIST = "list"
    ADDRESS = "address"


class Spot(Struct, frozen=True):
    """A place in a page that says a field; `name` is what the page calls it, `span` what is to be replaced there."""

    field: Field
    name: str
    words: str
    span: Span
    spelling: Spelling

    def written(self, words: str, encoding: str = "utf-8") -> str:
        """Other words as they stand there; what an `encoding` has no sign for is escaped in JSON."""
        match self.spelling:
            case Spelling.ATTRIBUTE:
                return quoted(words)
            case Spelling.TEXT:
                return html.escape(words, quote=False)
            case Spelling.ADDRESS:
                return words if SEGMENT.fullmatch(words) else hyphenated(words)
        value = names(words) if self.spelling is Spelling.LIST else words
        held = words.encode(encoding, "ignore").decode(encoding) == words
        return json.dumps(value, ensure_ascii=not held).replace("</", "<\\/")


class HeadField(Struct, frozen=True):
    """A field of a page: under which name it is a block, what it says, and everywhere it says that."""

    name: str
    words: str
    spots: tuple[Spot, ...]


def head_fields(page: str, headline: str) -> tuple[list[HeadField], tuple[Spot, ...]]:
    """The fields of a page in order, and the spots that only repeat the headline.

    A page may say a field in several ways. Where these say the same, they are one field; what says something else is a field
    of its own under the name that the page has for it.
    """
    grouped: dict[tuple[str, str], list[Spot]] = {}
    repeated = list[Spot]()
    spots = {spot.span: spot for spot in _spots(page, headline)}
    for spot in sorted(spots.values(), key=lambda spot: (spot.field.name, spot.name not in {"title", *WRITTEN.values()})):
        if spot.field is SEO_TITLE and spot.words.split() == headline.split():
            repeated.append(spot)
        else:
            grouped.setdefault((spot.field.name, spot.words), []).append(spot)
    found, taken = list[HeadField](), set[str]()
    for (name, words), places in grouped.items():
        called = places[0].name if name in taken else name
        if called not in taken:
            found.append(HeadField(called, words, tuple(places)))
            taken.add(called)
    return found, tuple(repeated)


def meta(field: Field, words: str) -> str:
    """A field as a tag for the head of a page."""
    if field is SLUG:
        return f'<link rel="canonical" href={quoted(hyphenated(words))}>'
    if field is SEO_TITLE:
        return f'<meta property="og:title" content={quoted(words)}>'
    name = WRITTEN.get(field, field.name)
    return f"<meta {'property' if ':' in name else 'name'}={quoted(name)} content={quoted(words)}>"


def _spots(page: str, headline: str) -> Iterator[Spot]:
    tags = list(tags_of(page))
    site = next((_content(page, tag) for tag in tags if tag.name == "meta" and _meta_name(page, tag) == "og:site_name"), "")
    titled = False
    for number, tag in enumerate(tags):
        if tag.ends:
            continue
        behind = tags[number + 1].span.start if number + 1 < len(tags) else len(page)
        if tag.name == "meta":
            yield from _of_meta(page, tag)
        elif tag.name == "link":
            yield from _of_link(page, tag)
        elif tag.name == "title" and not titled:
            titled = True
            yield from _of_title(page, Span(tag.span.end, behind), headline, site)
        elif tag.name == "script" and (kind := attribute(page, tag, "type")) and "ld+json" in kind[1].lower():
            yield from _of_script(page, Span(tag.span.end, behind))


def _spot(field: Field, name: str, said: str, span: Span, spelling: Spelling) -> Iterator[Spot]:
    words = writable(Text(WHITE.sub(" ", said).strip())).plain
    if words:
        yield Spot(field, name, words, span, spelling)


def _meta_name(page: str, tag: Tag) -> str:
    named = attribute(page, tag, "name") or attribute(page, tag, "property")
    return named[1].strip().lower() if named else ""


def _content(page: str, tag: Tag) -> str:
    content = attribute(page, tag, "content")
    return WHITE.sub(" ", content[1]).strip() if content else ""


def _of_meta(page: str, tag: Tag) -> Iterator[Spot]:
    name, content = _meta_name(page, tag), attribute(page, tag, "content")
    if content is None:
        return
    if name in METAS:
        yield from _spot(METAS[name], name, content[1], content[0], Spelling.ATTRIBUTE)
    elif name == "og:url":
        yield from _of_address(page, content)


def _of_link(page: str, tag: Tag) -> Iterator[Spot]:
    relation, address = attribute(page, tag, "rel"), attribute(page, tag, "href")
    if relation and address and relation[1].strip().lower() == "canonical":
        yield from _of_address(page, address)


def _of_address(page: str, value: tuple[Span, str]) -> Iterator[Spot]:
    """The end of an address, where it is made of words: the address of a story of its own, and no number or file of a system."""
    raw = value[0].of(page)
    bare = raw.strip("\"'")
    found = SEGMENT.search(bare)
    if found is None or not re.search("[a-z]", found[0], re.IGNORECASE):
        return
    if ("/" in bare and "-" not in found[0]) or ("://" in bare and "/" not in bare.partition("://")[2]):
        return
    start = value[0].start + raw.index(bare) + found.start()
    yield from _spot(SLUG, SLUG.name, found[0], Span(start, start + len(found[0])), Spelling.ADDRESS)


def _of_title(page: str, span: Span, headline: str, site: str) -> Iterator[Spot]:
    """The title in the head without the name of the site behind it, told by its sign or by what is known: site and headline."""
    raw = span.of(page)
    halves = SITE.search(raw)
    first, second = (_flat(raw[: halves.start()]), _flat(halves[2])) if halves else ("", "")
    whole = _flat(raw).split() == headline.split()
    cut = halves and not whole and (halves[1] in "|·•" or headline.startswith(first) or second == site)
    bare = raw[: halves.start()] if halves and cut else raw
    start = span.start + len(bare) - len(bare.lstrip())
    yield from _spot(SEO_TITLE, "title", html.unescape(bare), Span(start, span.start + len(bare.rstrip())), Spelling.TEXT)


def _flat(raw: str) -> str:
    return WHITE.sub(" ", html.unescape(raw)).strip()


def _of_script(page: str, span: Span) -> Iterator[Spot]:
    """What the articles of a script in JSON-LD say, found by its name and its words."""
    raw = span.of(page)
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        return
    for article in _articles(data, DEEPEST):
        for name, field in LINKED_DATA.items():
            said = article.get(name)
            listed = isinstance(said, list) and all(isinstance(each, str) for each in said) and bool(said)
            if isinstance(said, str) or (listed and field is KEYWORDS):
                yield from _of_property(raw, span.start, name, field, said)


def _of_property(raw: str, start: int, name: str, field: Field, said: Any) -> Iterator[Spot]:
    spelling = Spelling.LIST if isinstance(said, list) else Spelling.JSON
    value = rf"\[(?:\s|,|{JSON_TEXT})*+\]" if isinstance(said, list) else JSON_TEXT
    for found in re.finditer(rf'"{name}"\s*:\s*({value})', raw):
        if json.loads(found[1], strict=False) == said:
            words = ", ".join(said) if isinstance(said, list) else said
            place = Span(start + found.start(1), start + found.end(1))
            yield from _spot(field, f"schema:{name}", html.unescape(words), place, spelling)


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that are articles."""
    if depth and isinstance(data, list):
        for each in data:
            yield from _articles(each, depth - 1)
    elif depth and isinstance(data, dict):
        kinds = data.get("@type")
        if any(isinstance(kind, str) and ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        for each in data.values():
            yield from _articles(each, depth - 1)
