"""A simple page or a fragment of HTML to a Document; a page's furniture is left out and named."""

import re

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.beside import alts, field_part, set_beside
from app.formats.format import Reading
from app.formats.html.furniture import without_furniture
from app.formats.html.head import HeadField, Spot, head_fields
from app.formats.nodes import line_in
from app.formats.parts import NO_TEXT, headline, joined, titled
from app.formats.xhtml import Walk, note_left_out
from app.i18n import N_, Message
from app.model import Document
from app.safe.encoding import BOMS, Decoded, decoded, decoded_as
from app.safe.xml import parse_html

DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
PRESCANNED = 1024
"""HTML's own rule: the encoding is declared within the first 1,024 bytes."""

OTHER_ARTICLES = N_("The page holds other articles too ({count}); the longest was read.")


def read(data: bytes, language: str, *, whole: bool = False) -> Reading:
    """Read an HTML file, the `whole` of it or only the story of a saved page.

    Raises UserError for one without text and for one whose nesting hides some of it.
    """
    text = page_text(data)
    root = parse_html(text.text)
    if root is None:
        raise UserError(NO_TEXT)
    story = walked(root, text.text, language, whole=whole)
    return Reading(story.document, (*text.notes, *_others(story.others), *story.around, *note_left_out(story.walk.left_out)))


class Walked(Struct, frozen=True):
    """How a page was read: the walk over the element that holds its story, what was left out around it, and what comes of it.

    `others` counts the other articles. `own` are the numbers of the blocks that are fields, `fields` where each of them stands,
    None for alt texts. `repeated` are places that say the title once more, or the first words of a story without one. `titled` is
    whether the title stood outside the element.
    """

    walk: Walk
    around: tuple[Message, ...]
    document: Document
    others: int
    own: range
    fields: tuple[HeadField | None, ...]
    repeated: tuple[Spot, ...]
    titled: bool


def walked(root: etree._Element, page: str, language: str, *, whole: bool = False, beside: bool = True) -> Walked:
    """Walk over the story of a page, or the `whole` of it; `page` is its text. Without `beside` no fields are read."""
    body, others = story_element(root)
    spoken = language or (body.get("lang") or root.get("lang") or "").strip().replace("_", "-")
    walk = Walk(spoken)
    walk.over(body)
    around = () if whole else without_furniture(root, page, walk.gathering)
    parts = titled(walk.parts, _outside(root, body) if walk.parts else "")
    found, repeated = head_fields(page, headline(parts)) if beside and parts else ([], ())
    said = [(field_part(each.name, each.words), each) for each in found] + [(part, None) for part in (alts(parts) if beside else ())]
    everything, own, fields = set_beside(parts, said)
    document = joined(everything, spoken, "html-page" if whole else "html")
    return Walked(walk, around, document, others, own, fields, repeated, len(parts) > len(walk.parts))


def page_text(data: bytes) -> Decoded:
    """The text of the file: by byte order mark, then by what the page declares, then as any text."""
    declared = DECLARED.search(data[:PRESCANNED])
    if declared is None or any(data.startswith(mark) for mark, _encoding in BOMS):
        return decoded(data)
    return decoded_as(data, (declared[1] or declared[2]).decode("ascii"))


def story_element(root: etree._Element) -> tuple[etree._Element, int]:
    """The element that holds the story, and how many other articles the page has."""
    articles = [element for element in root.iter("article") if next(element.iterancestors("article"), None) is None]
    mains = [element for element in root.iter() if element.tag == "main" or element.get("role") == "main"]
    for candidates in (articles, mains, list(root.iter("body"))):
        found = [element for element in candidates if _length(element)]
        if found:
            return max(found, key=_length), len(found) - 1 if candidates is articles else 0
    return root, 0


def _length(element: etree._Element) -> int:
    """The number of code points in an element's paragraphs, or in all of it where it has none."""
    return sum(len(line_in(paragraph)) for paragraph in element.iter("p")) or len(line_in(element))


def _outside(root: etree._Element, body: etree._Element) -> str:
    """The words of a page's one h1 when it stands outside the element that holds the story."""
    headlines = list(root.iter("h1"))
    return line_in(headlines[0]) if len(headlines) == 1 and body not in headlines[0].iterancestors() else ""


def _others(count: int) -> tuple[Message, ...]:
    return (Message(OTHER_ARTICLES, {"count": str(count)}),) if count else ()
