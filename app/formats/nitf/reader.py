"""A NITF file to a Document, and a corrected story back into it."""

from lxml import etree

from app.errors import UserError
from app.formats.agency.nitf import HAND
from app.formats.agency.story import Gathered, Gatherer, spoken
from app.formats.agency.tree import tree
from app.formats.agency.vocabulary import NOT_THE_STORY, as_html
from app.formats.agency.xml import Entry, rewritten
from app.formats.format import Reading, Revision
from app.formats.parts import NO_TEXT, joined
from app.formats.rewriting import changes
from app.formats.xhtml import note_left_out
from app.i18n import N_
from app.model import BlockKind
from app.model.fields import COPYRIGHT, DATE, EMBARGO, IDENTIFIER, KEYWORDS, SEO_TITLE, SLUG

NO_NITF = N_("The file is no NITF; save the story as NITF, NewsML-G2, ninjs, HTML or DOCX.")
FIELDS = (
    (IDENTIFIER, "doc-id", "id-string"),
    (SLUG, "du-key", "key"),
    (COPYRIGHT, "doc.copyright", "holder"),
    (KEYWORDS, "key-list/keyword", "key"),
    (DATE, "date.issue", "norm"),
)
"""Fields by the elements of ``docdata`` and their attributes."""


def read(data: bytes, language: str) -> Reading:
    """Read a NITF file. Raises UserError for one without text, for anything else, and for one that is damaged or hostile."""
    root = tree(data)
    found = gathered(root, language)
    return Reading(joined(found.parts, language or spoken(root), "nitf"), note_left_out(found.left_out))


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now. Raises UserError when it does not hold what the revision was made from."""
    root = tree(data)
    found = gathered(root, revision.before.language)
    what = changes(revision, joined(found.parts, revision.before.language, "nitf"))
    return rewritten(data, root, list(found.places), what, HAND, root)


def gathered(root: etree._Element, language: str) -> Gathered:
    """The story of a NITF file."""
    body = root.find("body") if root.tag == "nitf" else None
    if body is None:
        raise UserError(NO_TEXT if root.tag == "nitf" else NO_NITF)
    gatherer = Gatherer(language or spoken(root), NOT_THE_STORY)
    as_html(body)
    for element in body:
        (gatherer.head if element.tag == "header" else gatherer.body)(element)
    for title in root.iterfind("head/title"):
        if not gatherer.titled:
            gatherer.entry(BlockKind.TITLE, Entry(title))
        elif not gatherer.title(Entry(title)):
            gatherer.field(SEO_TITLE, Entry(title))
    _fields(gatherer, root)
    return gatherer.gathered()


def _fields(gatherer: Gatherer, root: etree._Element) -> None:
    for docdata in root.iterfind("head/docdata"):
        for field, path, attribute in FIELDS:
            for element in docdata.iterfind(path):
                gatherer.field(field, Entry(element, attribute))
        issued = {each.get("norm") for each in docdata.iterfind("date.issue")}
        for release in docdata.iterfind("date.release"):
            if release.get("norm") not in issued:
                gatherer.field(EMBARGO, Entry(release, "norm"))
    gatherer.properties(root.iterfind("head/meta"))
