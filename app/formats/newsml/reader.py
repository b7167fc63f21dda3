"""A NewsML-G2 file to a Document, and a corrected story back into it."""

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.agency import nitf, xhtml
from app.formats.agency.heads import GENERATED, HEADLINE, OTHER_RENDITIONS
from app.formats.agency.story import Gathered, Gatherer, spoken
from app.formats.agency.tree import tree
from app.formats.agency.value import MARKUP
from app.formats.agency.vocabulary import NOT_THE_STORY, as_html
from app.formats.agency.xml import Entry, rewritten
from app.formats.format import Reading, Revision
from app.formats.nodes import line_in
from app.formats.parts import joined
from app.formats.rewriting import changes
from app.formats.slots import XML_LANG
from app.formats.xhtml import note_left_out
from app.i18n import N_, Message
from app.model.fields import ALT, COPYRIGHT, DATE, EMBARGO, IDENTIFIER, KEYWORDS, SLUG, TEASER

NO_STORY = N_("The file holds no story of its own: it is a package, a picture or a plan. Open the item with the text.")
OTHER_STORIES = N_("The file holds other stories too ({count}); the longest was read.")

HEAD = {
    "headline": ("h1", ""),
    "description": ("p", "deck"),
    "by": ("p", "byline"),
    "dateline": ("p", "dateline"),
}
"""Elements of ``contentMeta`` as elements and classes of HTML."""
ENTRIES = (
    (SLUG, "contentMeta/slugline"),
    (KEYWORDS, "contentMeta/keyword"),
    (COPYRIGHT, "rightsInfo/copyrightNotice"),
    (DATE, "contentMeta/contentCreated"),
    (EMBARGO, "itemMeta/embargoed"),
)
BESIDE = {"teaser": TEASER.name, "caption": "caption", "altText": ALT.name}
"""Roles of descriptions that are no part of the story."""


class Item(Struct, frozen=True, eq=False):
    """A news item with a text: the element of the item, the one that holds the text, and how many other renditions there are."""

    element: etree._Element
    body: etree._Element
    others: int

    @property
    def is_nitf(self) -> bool:
        """Whether the text is in NITF."""
        return str(self.body.tag) == "nitf"

    @property
    def is_data(self) -> bool:
        """Whether the text is no XML of the file, but a string in it."""
        return str(self.body.tag) == "inlineData"


def read(data: bytes, language: str) -> Reading:
    """Read a NewsML-G2 file. Raises UserError for one without a text, and for one that is damaged or hostile."""
    root = tree(data)
    item, others = _story(root)
    said = language or _language(item)
    found = _gathered(item, said)
    notes = [Message(OTHER_STORIES, {"count": str(others)})] if others else []
    notes += [Message(OTHER_RENDITIONS, {"count": str(item.others)})] if item.others else []
    return Reading(joined(found.parts, said, "newsml"), (*notes, *note_left_out(found.left_out)))


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now. Raises UserError when it does not hold what the revision was made from."""
    root, before = tree(data), revision.before
    item, _others = _story(root)
    is_nitf, found = item.is_nitf, _gathered(item, before.language)
    what = changes(revision, joined(found.parts, before.language, "newsml"))
    return rewritten(data, root, list(found.places), what, nitf.HAND if is_nitf else xhtml.HAND, item.body)


def _story(root: etree._Element) -> tuple[Item, int]:
    """The item with the longest text, and how many others have one."""
    items = [item for element in root.iter("newsItem") if (item := _item(element)) is not None]
    if not items:
        raise UserError(NO_STORY)
    return max(items, key=lambda item: len(line_in(item.body))), len(items) - 1


def _item(element: etree._Element) -> Item | None:
    """A news item by the best of its renditions: XHTML, then NITF, other XML, data; None for one without words."""
    found = [child for inline in element.iterfind("contentSet/inlineXML") for child in inline]
    found += [data for data in element.iterfind("contentSet/inlineData") if data.get("encoding") is None and _is_text(data)]
    found = [body for body in found if line_in(body)]
    if not found:
        return None
    return Item(element, min(found, key=_rank), len(found) - 1)


def _is_text(data: etree._Element) -> bool:
    return data.get("contenttype", "text/plain").partition("/")[0] in {"text", "application"}


def _rank(body: etree._Element) -> int:
    return {"html": 0, "nitf": 1, "inlineData": 3}.get(str(body.tag), 2)


def _language(item: Item) -> str:
    """The language of the text, of the content, or of the whole item, the first that is said."""
    own = next((said for each in (item.body, item.body.getparent()) if each is not None and (said := each.get(XML_LANG))), "")
    content = next((each.get("tag", "") for each in item.element.iterfind("contentMeta/language")), "")
    return own or content or spoken(item.element)


def _gathered(item: Item, said: str) -> Gathered:
    gatherer = Gatherer(said, NOT_THE_STORY if item.is_nitf else frozenset())
    for meta in item.element.iterfind("contentMeta"):
        _head(gatherer, meta, said)
    for field, path in ENTRIES:
        for element in item.element.iterfind(path):
            gatherer.field(field, Entry(element))
    if not item.element.get("guid", "").startswith(GENERATED):
        gatherer.field(IDENTIFIER, Entry(item.element, "guid"))
    gatherer.properties(item.body.iterfind("head/meta"))
    for title in item.body.iterfind("head/title"):
        gatherer.title(Entry(title))
    if item.is_data:
        gatherer.value(item.body, markup="html" in item.body.get("contenttype", "") or bool(MARKUP.search(item.body.text or "")))
        return gatherer.gathered()
    inner = item.body.find("body")
    if item.is_nitf:
        as_html(item.body)
    else:
        for element in item.body.iter("*"):
            element.tag = str(element.tag).lower()  # houses with markup of their own shout
    gatherer.body(item.body if inner is None else inner)
    return gatherer.gathered()


def _head(gatherer: Gatherer, meta: etree._Element, said: str) -> None:
    """Headlines and whatever else opens the story, in its own language."""
    titled = False
    for element in meta:
        name = str(element.tag)
        if name not in HEAD or not _same_language(element, said):
            continue
        role = element.get("role", "").rpartition(":")[2]
        if name == "headline" and titled:
            gatherer.field(f"{HEADLINE}-{role}" if role else HEADLINE, Entry(element))
        elif name == "description" and role in BESIDE:
            gatherer.field(BESIDE[role], Entry(element))
        else:
            titled = titled or name == "headline"
            element.tag, called = HEAD[name]
            element.set("class", called)
            for inner in element.iterdescendants():
                inner.tag = inner.tag if inner.tag in {"a", "br"} else "span"
            gatherer.head(element)


def _same_language(element: etree._Element, said: str) -> bool:
    own = element.get(XML_LANG, "") or said
    return own.partition("-")[0].lower() == (said or own).partition("-")[0].lower()
