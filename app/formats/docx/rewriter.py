"""A corrected story in the Word document it came in: words change in their runs, everything else stays."""

from lxml import etree

from app.formats.docx.package import Package, opened
from app.formats.docx.paragraphs import Paragraphs
from app.formats.docx.reader import SIGNS, Reader, document_of, walked
from app.formats.nodes import child, local, named
from app.formats.format import Revision
from app.formats.parts import Part, Place
from app.formats.rewriting import Change, Changes, changes
from app.formats.threads import Thread
from app.model import OBJECT, Text
from app.safe.archive import Archive, with_members

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same document with the story as it is now: the very same bytes when nothing is different."""
    package = opened(data)
    reader = walked(package)
    what = changes(revision, document_of(reader, revision.before.language))
    if not what:
        return data
    rewriting = Rewriting(package, reader, data)
    rewriting.apply(what)
    return with_members(data, rewriting.members())


class Rewriting:
    """Changes the tree of a document; `members` are the parts of the file that are different then."""

    def __init__(self, package: Package, reader: Reader, data: bytes) -> None:
        self._package, self._places = package, reader.gathering.places
        self._relations = Archive(data).read(relations_of(package.main))
        self._paragraphs = Paragraphs(package)

    def apply(self, what: Changes) -> None:
        """Make all changes; blocks that are new are put in before old ones go."""
        for number, change in what.changed.items():
            self.change(self._places[number], change)
        for number, parts in what.added.items():
            self._add(number, parts)
        for number in what.removed:
            remove(self._places[number])

    def members(self) -> dict[str, bytes]:
        """The parts that changed, by name."""
        members = {self._package.main: _serialized(self._package.document)}
        if self._paragraphs.links:
            members[relations_of(self._package.main)] = self._paragraphs.with_links(self._relations)
        return members

    def refill(self, paragraph: etree._Element, text: Text) -> None:
        """Write a paragraph's text anew."""
        self._paragraphs.refill(paragraph, list(named(paragraph, "t")), text)

    def change(self, place: Place, change: Change) -> None:
        """Change the words of a paragraph in their runs, or all of it where marks change."""
        edits, pieces = change.edits, [origin for origin in place.origins if origin is not None]
        if edits is None:
            self._paragraphs.refill(_holder(place), pieces, change.after.text)
            return
        raw = [text_of(piece) for piece in pieces]
        thread = Thread(change.before, raw, [number for number, piece in enumerate(pieces) if local(piece) != "t"])
        for piece, before, after in zip(pieces, raw, thread.edited(edits, change), strict=True):
            if before != after:
                put(piece, after)

    def _add(self, number: int, parts: tuple[Part, ...]) -> None:
        model = _holder(self._places[max(0, number)])
        place = model
        for at, part in enumerate(parts):
            paragraph = self._paragraphs.like(model, part)
            if number < 0 and at == 0:
                place.addprevious(paragraph)
            else:
                place.addnext(paragraph)
            place = paragraph


def text_of(piece: etree._Element) -> str:
    """What a piece of a run stands for in the text."""
    name = local(piece)
    if name == "t":
        return piece.text or ""
    return SIGNS.get(name) or ("\n" if name in {"br", "cr"} else OBJECT)


def put(piece: etree._Element, text: str) -> None:
    """Give a piece other text; a sign without any goes."""
    if local(piece) == "t":
        piece.text = text
        piece.set(SPACE, "preserve")
    else:
        parent = piece.getparent()
        assert parent is not None
        parent.remove(piece)


def remove(place: Place) -> None:
    """Take a paragraph out; the last one of a cell stays without its words, since a cell needs one."""
    paragraph = _holder(place)
    parent = paragraph.getparent()
    if parent is None:
        return
    alone = local(parent) == "tc" and sum(local(other) in {"p", "tbl"} for other in parent) == 1
    if alone or child(paragraph, "pPr", "sectPr") is not None:
        for other in [other for other in paragraph if local(other) != "pPr"]:
            paragraph.remove(other)
    else:
        parent.remove(paragraph)


def _holder(place: Place) -> etree._Element:
    holder: etree._Element = place.holder
    return holder


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def relations_of(main: str) -> str:
    """The name of the part that holds the relations of another."""
    folder, _slash, name = main.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")
