"""A corrected story in the page it came in: words change in their places, all markup around them stays as it is written."""

from lxml import etree

from app.errors import UserError
from app.formats.format import Revision
from app.formats.html.reader import page_text, story_element, walked
from app.formats.parts import NO_TEXT, Place
from app.formats.rewriting import OTHERWISE, changes
from app.formats.source import Source
from app.formats.weaving import Weaving
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
    body, before = story_element(root)[0], revision.before
    walk, _around, document = walked(root, body, before.language, read.text)
    if document.text.plain != before.text.plain:
        walk, _around, document = walked(root, body, before.language, None)
    what = changes(revision, document)
    places = [*_headline(root, len(document.blocks) - len(walk.parts)), *walk.gathering.places]
    if not what:
        return data
    if len(text) != len(read.text):
        raise UserError(OTHERWISE)
    written = Weaving(Source(text, root), places).text(what)
    return mark + written.encode(read.encoding, "xmlcharrefreplace")


def _headline(root: etree._Element, count: int) -> list[Place]:
    """The place of a headline that stands outside the story, if there is one."""
    places = list[Place]()
    for headline in list(root.iter("h1"))[:count]:
        places.append(Place())
        for event, element in etree.iterwalk(headline, events=("start", "end")):
            if event == "start" or element is not headline:
                places[-1].origins.append((element, "text" if event == "start" else "tail"))
    return places
