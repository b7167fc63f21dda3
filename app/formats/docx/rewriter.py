"""A corrected story in the Word document it came in: words change in their runs, everything else stays."""

from collections.abc import Iterable, Sequence

from lxml import etree

from app.formats.docx.package import Package, opened
from app.formats.docx.paragraphs import Looks, Paragraphs
from app.formats.docx.reader import SIGNS, document_of, unwrapped, walked
from app.formats.docx.styles import Styles
from app.formats.format import Revision
from app.formats.nodes import child, cut_out, local
from app.formats.parts import Part, Place
from app.formats.rewriting import changes
from app.formats.trees import Codes, Tree, block_texts, pieces_of
from app.model import OBJECT, Text
from app.safe.archive import Archive, with_members

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same document with the story as it is now: the very same bytes when nothing is different."""
    package = opened(data)
    reader = walked(package)
    document = document_of(reader, revision.before.language)
    what = changes(revision, document)
    if not what:
        return data
    places = reader.gathering.places
    rewriting = Rewriting(package, reader.styles, codes_of(block_texts(document), places), reader.looks, data)
    rewriting.apply(what, places)
    return with_members(data, rewriting.members())


class Rewriting(Tree):
    """Changes the tree of a document; `members` are the parts of the file that are different then."""

    def __init__(self, package: Package, styles: Styles, codes: Codes, looks: Looks, data: bytes) -> None:
        self._package = package
        self._relations = Archive(data).read(relations_of(package.main))
        self._paragraphs = Paragraphs(package, styles, codes, looks)

    def members(self) -> dict[str, bytes]:
        """The parts that changed, by name."""
        unwrapped(self._package.document)
        members = {self._package.main: _serialized(self._package.document)}
        if self._paragraphs.links:
            members[relations_of(self._package.main)] = self._paragraphs.with_links(self._relations)
        return members

    def said(self, piece: etree._Element) -> str:
        """What a piece of a run stands for."""
        return said(piece)

    def is_words(self, piece: etree._Element) -> bool:
        """Whether a piece is text."""
        return local(piece) == "t"

    def put(self, piece: etree._Element, text: str) -> None:
        """Give a piece another text."""
        if self.is_words(piece):
            piece.text = text
            piece.set(SPACE, "preserve")
        else:
            cut_out(piece)

    def refill(self, paragraph: etree._Element, pieces: Sequence[etree._Element], text: Text) -> None:  # noqa: ARG002 - all is written anew
        """Write a paragraph anew."""
        self._paragraphs.refill(paragraph, text)

    def beside(self, model: etree._Element, part: Part, *, before: bool) -> etree._Element:  # noqa: ARG002 - Word's lists are no elements
        """The paragraph itself."""
        return model

    def like(self, model: etree._Element, part: Part) -> etree._Element:
        """A new paragraph with the looks of another."""
        return self._paragraphs.like(model, part)

    def remove(self, paragraph: etree._Element) -> None:
        """Take a paragraph out; the last one of a cell stays without its words, since a cell needs one."""
        parent = paragraph.getparent()
        if parent is None:
            return
        alone = local(parent) == "tc" and sum(local(other) in {"p", "tbl"} for other in parent) == 1
        if alone or child(paragraph, "pPr", "sectPr") is not None:
            for other in [other for other in paragraph if local(other) != "pPr"]:
                paragraph.remove(other)
        else:
            parent.remove(paragraph)


def said(piece: etree._Element) -> str:
    """What a piece of a run stands for."""
    name = local(piece)
    if name == "t":
        return piece.text or ""
    return SIGNS.get(name) or ("\n" if name in {"br", "cr"} else OBJECT)


def codes_of(texts: Iterable[Text], places: Iterable[Place]) -> Codes:
    """The codes of texts that were read from these places."""
    return Codes(texts, [[piece for piece in pieces_of(place) if said(piece) == OBJECT] for place in places])


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def relations_of(main: str) -> str:
    """The name of the part that holds the relations of another."""
    folder, _slash, name = main.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")
