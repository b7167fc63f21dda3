"""A corrected story in the page it came in: words change in their places, all markup around them stays as it is written."""

from lxml import etree

from app.errors import UserError
from app.formats.format import Revision
from app.formats.html.fields import Beside
from app.formats.html.reader import Walked, page_text, walked
from app.formats.inlines import Inlines
from app.formats.parts import NO_TEXT, Place
from app.formats.rewriting import OTHERWISE, changes, of_text, stitched
from app.formats.source import Source
from app.formats.trees import block_texts, code_elements, pieces_of
from app.formats.weaving import Weaving
from app.model import OBJECT, Document
from app.safe.encoding import mark_of
from app.safe.xml import parse_html


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same page with the story as it is now, in the same encoding, whether only the story was taken in or all of the page."""
    read = page_text(data)
    mark = mark_of(data)
    text = data.removeprefix(mark).decode(read.encoding, "replace")
    root = parse_html(read.text)
    if root is None:
        raise UserError(NO_TEXT)
    story = _as_it_was(root, read.text, revision.before)
    what = changes(revision, story.document)
    if not what:
        return data
    if len(text) != len(read.text):
        raise UserError(OTHERWISE)
    source = Source(text, root)
    places = [*(_headline(root) if story.titled else []), *story.walk.gathering.places]
    beside = Beside(source, story, places, read.encoding)
    signs = [[element for element, part in pieces_of(place) if part == OBJECT] for place in places]
    inlines = Inlines(source, story.walk, code_elements(block_texts(story.document, beside.own), signs))
    weaving = Weaving(source, places, written=inlines.written)
    pieces = [*beside.pieces(what), *weaving.pieces(of_text(what, beside.own))]
    return mark + stitched(text, pieces).encode(read.encoding, "xmlcharrefreplace")


def _as_it_was(root: etree._Element, page: str, before: Document) -> Walked:
    """The page read as it was when it was taken in: the story or all of it, with its fields or, by an earlier version, without."""
    ways = ({"whole": False}, {"whole": True}, {"beside": False}, {"whole": True, "beside": False})
    read = (walked(root, page, before.language, **way) for way in ways)
    first = next(read)
    return next((each for each in (first, *read) if each.document.blocks == before.blocks), first)


def _headline(root: etree._Element) -> list[Place]:
    """The place of a headline that stands outside the story."""
    place, headline = Place(), next(root.iter("h1"))
    for event, element in etree.iterwalk(headline, events=("start", "end")):
        if event == "start" or element is not headline:
            place.origins.append((element, "text" if event == "start" else "tail"))
    return [place]
