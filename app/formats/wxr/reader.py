"""One post of an export to a Document: its content like any HTML, what stands beside it as fields."""

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.beside import alts, field_part, set_beside
from app.formats.format import Reading
from app.formats.parts import NO_TEXT, Part, joined, writable
from app.formats.wxr.classic import is_classic, with_paragraphs
from app.formats.xhtml import WHITE, Walk, note_left_out
from app.i18n import N_, Message
from app.model import BlockKind, Document, Text
from app.model.fields import CATEGORIES, FEATURED_IMAGE, KEYWORDS, SEO_TITLE, SLUG, TEASER, Field
from app.safe.xml import parse_html, parse_xml

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
WORDPRESS = re.compile(r"https?://wordpress\.org/export/[\d.]+/")
PAGE = "page"
STORIES = frozenset({"", "post", PAGE})
"""Types of items that hold a story; the others are pictures, menus, and what plug-ins keep."""

METAS = {
    "_yoast_wpseo_title": SEO_TITLE,
    "rank_math_title": SEO_TITLE,
    "_aioseo_title": SEO_TITLE,
    "_yoast_wpseo_metadesc": TEASER,
    "rank_math_description": TEASER,
    "_aioseo_description": TEASER,
}
"""Where the plug-ins for search engines keep what they show."""

TAGS = re.compile(r"<[^>]*>")
TEMPLATE = re.compile(r"%\w+%")
NAMED, QUOTED = 8, 60
"""How many posts left out are named, and how many code points of each title."""

NO_POST = N_("The export holds no post with a text; export posts or pages.")
OTHERS = N_("The export holds other posts too ({count}: {titles}); the longest, “{title}”, was read.")
COMMENTS = N_("Left out of the export: comments ({count}).")


class Beside(Struct, frozen=True):
    """A field and the elements in which it stands, several for names of a list; an alt text stands in the content, in none."""

    part: Part
    elements: tuple[etree._Element, ...] = ()


class Post(Struct, frozen=True):
    """How a post was read. `content` is the text of its content, `root` the tree of that, `own` are the numbers of its fields."""

    item: etree._Element
    titled: bool
    content: str
    root: etree._Element
    walk: Walk
    document: Document
    own: range
    fields: tuple[Beside, ...]


def read(data: bytes, language: str) -> Reading:
    """Read an export. Raises UserError for one without a post, and for one that is damaged or hostile."""
    root = parse_xml(data)
    post, others = post_of(root, language)
    notes = []
    if others:
        names = [title[:QUOTED] for title in others[:NAMED]] + ["…"] * (len(others) > NAMED)
        said = {"count": str(len(others)), "titles": "; ".join(names), "title": post.document.title}
        notes.append(Message(OTHERS, said))
    comments = sum(1 for _comment in post.item.iterchildren(f"{{{namespace(root)}}}comment"))
    if comments:
        notes.append(Message(COMMENTS, {"count": str(comments)}))
    return Reading(post.document, (*notes, *note_left_out(post.walk.left_out)))


def namespace(root: etree._Element) -> str:
    """The namespace that WordPress's own elements have in this version of an export."""
    known = (address for address in {**root.nsmap, **(root[0].nsmap if len(root) else {})}.values() if address)
    return next((address for address in known if WORDPRESS.fullmatch(address)), "http://wordpress.org/export/1.2/")


def post_of(root: etree._Element, language: str) -> tuple[Post, list[str]]:
    """The longest post of an export, or the longest page where it has no post, and the titles of the others. Raises UserError when there is none."""
    wp = f"{{{namespace(root)}}}"
    items = [item for item in root.iter("item") if (item.findtext(f"{wp}post_type") or "").strip() in STORIES]
    texts = [(item, item.findtext(CONTENT) or "") for item in items]
    told = [(item, text) for item, text in texts if TAGS.sub("", text).strip()]
    if not told:
        raise UserError(NO_POST)
    posts = [(item, text) for item, text in told if item.findtext(f"{wp}post_type") != PAGE]
    chosen, content = max(posts or told, key=lambda pair: len(TAGS.sub("", pair[1])))
    others = [bare(item.findtext("title") or "") or "…" for item, _text in told if item is not chosen]
    spoken = language or (root.findtext("channel/language") or "").strip()
    return _read(root, chosen, content, spoken), others


def _read(root: etree._Element, item: etree._Element, content: str, language: str) -> Post:
    walk = Walk(language)
    tree = parse_html(with_paragraphs(content) if is_classic(content) else content)
    if tree is None:
        raise UserError(NO_TEXT)
    walk.over(tree)
    title = bare(item.findtext("title") or "")
    parts = [*([Part(BlockKind.TITLE, Text(title))] if title else []), *walk.parts]
    found = [*_fields(root, item), *(Beside(part) for part in alts(walk.parts))]
    everything, own, fields = set_beside(parts, [(each.part, each) for each in found])
    return Post(item, bool(title), content, tree, walk, joined(everything, language, "wxr"), own, fields)


def bare(words: str) -> str:
    """The words of a title or an excerpt without their markup."""
    return writable(Text(WHITE.sub(" ", html.unescape(TAGS.sub("", words))).strip())).plain


def _fields(root: etree._Element, item: etree._Element) -> Iterator[Beside]:
    taken = set[str]()
    for field, words, elements in _said(root, item):
        if words and field.name not in taken:
            taken.add(field.name)
            yield Beside(field_part(field.name, words), tuple(elements))


def _said(root: etree._Element, item: etree._Element) -> Iterator[tuple[Field, str, list[etree._Element]]]:
    """The fields of an item, what they say and where; an excerpt has precedence over a plug-in's description."""
    wp = namespace(root)
    for excerpt in item.iterchildren(f"{{{wp}excerpt/}}encoded"):
        yield TEASER, bare(excerpt.text or ""), [excerpt]
    for name in item.iterchildren(f"{{{wp}}}post_name"):
        yield SLUG, unquote((name.text or "").strip()), [name]
    for field, domain in ((CATEGORIES, "category"), (KEYWORDS, "post_tag")):
        terms = [each for each in item.iterchildren("category") if each.get("domain") == domain and bare(each.text or "")]
        yield field, ", ".join(bare(each.text or "") for each in terms), terms
    for key, value in metas(item, wp):
        if (key.text or "").strip() in METAS and not TEMPLATE.search(value.text or ""):
            yield METAS[(key.text or "").strip()], bare(value.text or ""), [value]
    yield from _featured(root, item, wp)


def metas(item: etree._Element, wp: str) -> Iterable[tuple[etree._Element, etree._Element]]:
    """The keys and values that an item keeps beside its text."""
    pairs = ((meta.find(f"{{{wp}}}meta_key"), meta.find(f"{{{wp}}}meta_value")) for meta in item.iterchildren(f"{{{wp}}}postmeta"))
    return ((key, value) for key, value in pairs if key is not None and value is not None)


def _featured(root: etree._Element, item: etree._Element, wp: str) -> Iterator[tuple[Field, str, list[etree._Element]]]:
    number = next(((value.text or "").strip() for key, value in metas(item, wp) if (key.text or "").strip() == "_thumbnail_id"), "")
    for other in root.iter("item") if number else ():
        if (other.findtext(f"{{{wp}}}post_id") or "").strip() == number:
            for address in other.iterchildren(f"{{{wp}}}attachment_url"):
                yield FEATURED_IMAGE, (address.text or "").strip(), [address]
