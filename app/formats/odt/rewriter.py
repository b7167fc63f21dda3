"""A corrected story in the OpenDocument text it came in: words change in their places, layout, styles and everything untouched stay."""

from collections.abc import Sequence

from lxml import etree

from app.formats.format import Revision
from app.formats.nodes import cut_out, local, parent_of
from app.formats.odt.paragraphs import Paragraphs, put_in
from app.formats.odt.reader import Origin, Reader, document_of, roots, walked
from app.formats.parts import Part, Place
from app.formats.rewriting import Change, changes
from app.formats.trees import Codes, Tree, block_texts, holder_of, pieces_of
from app.model import OBJECT, BlockKind, Text
from app.safe.archive import with_members

WORDS = frozenset({"text", "tail"})
LISTS = frozenset({"list", "list-item", "list-header"})
CONTAINERS = {
    BlockKind.LIST_ITEM: LISTS,
    BlockKind.TABLE_CELL: frozenset({"table", "table-row", "table-header-rows", "table-cell", *LISTS}),
}
AROUND = frozenset({"list", "table"})


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file, packed or flat, with the story as it is now: the very same bytes when nothing is different."""
    parts = roots(data)
    reader = walked(parts)
    document = document_of(reader, revision.before.language)
    what = changes(revision, document)
    if not what:
        return data
    places = reader.gathering.places
    signs = [[element for element, part in pieces_of(place) if part == OBJECT] for place in places]
    Rewriting(reader, Paragraphs(parts[0], reader.styles, Codes(block_texts(document), signs))).apply(what, places)
    content = etree.tostring(parts[0].getroottree(), xml_declaration=True, encoding="UTF-8")
    return with_members(data, {"content.xml": content}) if data.startswith(b"PK") else content


class Rewriting(Tree):
    """Changes the tree of one text."""

    def __init__(self, reader: Reader, paragraphs: Paragraphs) -> None:
        self._reader, self._paragraphs = reader, paragraphs

    def change(self, place: Place, change: Change) -> None:
        """Change a paragraph; one that would not read so, as where white space meets, is written anew."""
        super().change(place, change)
        paragraph = holder_of(place)
        if self._read_again(paragraph) != change.after.text.plain:
            self.refill(paragraph, pieces_of(place), change.after.text)

    def _read_again(self, paragraph: etree._Element) -> str:
        again = Reader(self._reader.styles)
        again.paragraph(paragraph, (BlockKind.PARAGRAPH, ()))
        return again.gathering.parts[0].text.plain if again.gathering.parts else ""

    def said(self, piece: Origin) -> str:
        """What stands in a place between tags, or what an element stands for."""
        element, part = piece
        return (element.text if part == "text" else element.tail if part == "tail" else part) or ""

    def is_words(self, piece: Origin) -> bool:
        """Whether it is a place between tags."""
        return piece[1] in WORDS

    def put(self, piece: Origin, text: str) -> None:
        """Let other words stand in a place; of several spaces that are one element, some may stay."""
        element, part = piece
        if part in WORDS:
            put_in(element, part, text)
        elif text and local(element) == "s":
            element.set(f"{element.tag[: element.tag.index('}') + 1]}c", str(len(text)))
        elif not text:
            cut_out(element)

    def refill(self, paragraph: etree._Element, pieces: Sequence[Origin], text: Text) -> None:  # noqa: ARG002 - all is written anew
        """Write a paragraph anew."""
        self._paragraphs.refill(paragraph, text)

    def beside(self, model: etree._Element, part: Part, *, before: bool) -> etree._Element:
        """A list or table that this paragraph ends, where the new block does not belong into it; an item for an item."""
        kept = CONTAINERS.get(part.kind, frozenset())
        at = model
        for around in model.iterancestors():
            ends = [each for each in around.iterdescendants() if local(each) in {"p", "h"}]
            if local(around) not in AROUND or local(around) in kept or not ends or ends[0 if before else -1] is not model:
                continue
            at = around
        item = parent_of(at)
        return item if part.kind is BlockKind.LIST_ITEM and local(item) == "list-item" else at

    def like(self, model: etree._Element, part: Part) -> etree._Element:
        """A new paragraph, in an item of its own where it is one of a list."""
        paragraph = self._paragraphs.like(model, part)
        item = parent_of(model)
        if part.kind is not BlockKind.LIST_ITEM or local(item) != "list-item":
            return paragraph
        shell = etree.Element(item.tag, {str(key): str(text) for key, text in item.attrib.items()})
        shell.append(paragraph)
        return shell

    def remove(self, paragraph: etree._Element) -> None:
        """Take a paragraph out with the item and the list of which it was all; a cell or a box keeps it without its words."""
        parent = paragraph.getparent()
        if parent is None:
            return
        if (
            local(parent) not in {*LISTS, "text", "section"}
            and sum(1 for _ in parent.iterchildren("{*}p", "{*}h", "{*}list", "{*}table")) == 1
        ):
            self._paragraphs.refill(paragraph, Text())
            return
        while local(parent) in LISTS and len(parent) == 1:
            paragraph, parent = parent, parent_of(parent)
        cut_out(paragraph)
