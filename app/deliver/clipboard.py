"""What *Copy for the CMS* puts on the clipboard: values only, since the clipboard itself is the window's business."""

from msgspec import Struct
from msgspec.structs import replace

from app.formats import format_named
from app.formats.blockmarkup import block_markup
from app.formats.body import body_html
from app.formats.parts import headline, parts_of
from app.model import BlockKind, Document


class Payload(Struct, frozen=True):
    """A story for pasting: the title apart, the body without it as clean HTML and as plain text."""

    title: str
    html: str
    text: str


def payload(document: Document) -> Payload:
    """What to paste of a corrected story; the HTML holds only what a CMS keeps."""
    titles = [part for part in parts_of(document) if part.kind is BlockKind.TITLE]
    text = tuple(block for block in document.blocks if block.kind not in {BlockKind.TITLE, BlockKind.FIELD})
    body = replace(document, blocks=text)
    write = format_named("txt").write
    assert write is not None
    return Payload(headline(titles), body_html(document), write(body).decode("utf-8").rstrip("\n"))


def blocks_payload(document: Document) -> Payload:
    """The same with the body in the block markup of WordPress, which its code view takes: as plain text, for there is no richer form."""
    made, markup = payload(document), block_markup(document)
    return replace(made, html="", text=markup)
