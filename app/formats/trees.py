"""A corrected story in the tree of the file it came in, for formats whose paragraphs are elements: words change in their pieces, the rest stays."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Sequence
from contextlib import suppress
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

from app.errors import UserError
from app.formats.nodes import cut_out, local
from app.formats.parts import Part, Place
from app.formats.rewriting import Change, Changes
from app.formats.threads import Thread
from app.model import OBJECT, Attributes, Document, Mark, MarkKind, Text

IDENTITIES = frozenset({"id", "name"})
"""Attributes by which a file tells its elements from each other: a copy goes without."""


class Codes:
    """The elements that stand for codes, by what their marks say; each is handed out once, then copies of it."""

    def __init__(self, texts: Iterable[Text], signs: Sequence[Sequence[etree._Element]]) -> None:
        self._found = code_elements(texts, signs)
        self._used = set[Any]()
        self._all: frozenset[Any] = frozenset(element for elements in signs for element in elements)

    def holds(self, element: etree._Element) -> bool:
        """Whether an element stands for a code or a picture of the text."""
        return element in self._all

    def around(self, mark: Mark, name: str) -> etree._Element | None:
        """The element of this name in which a code stood."""
        element = next(iter(self._found.get(mark.attributes, ())), None)
        return None if element is None else next((each for each in element.iterancestors() if local(each) == name), None)

    def taken(self, mark: Mark) -> etree._Element | None:
        """The element of a code, out of its old place; None for one that the file never had."""
        known = self._found.get(mark.attributes, [])
        element: etree._Element | None = next((each for each in known if each not in self._used), None)
        if element is None:
            return _copied(known[0]) if known else None
        self._used.add(element)
        cut_out(element)
        return element


def block_texts(document: Document, beside: Container[int] = ()) -> list[Text]:
    """The texts of the blocks of a Document, without those of these numbers."""
    return [document.excerpt(block.span) for number, block in enumerate(document.blocks) if number not in beside]


def code_elements(texts: Iterable[Text], signs: Sequence[Sequence[Any]]) -> dict[Attributes, list[Any]]:
    """The elements behind codes by what their marks say; `signs` are those of each text in order."""
    found: defaultdict[Attributes, list[Any]] = defaultdict(list)
    for text, elements in zip(texts, signs, strict=True):
        marks = [mark for mark in text.marks if mark.kind is MarkKind.PROTECTED]
        for mark, element in zip(sorted(marks, key=lambda mark: mark.span), elements, strict=False):
            found[mark.attributes].append(element)
    return dict(found)


def _copied(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    for key in [key for key in copy.attrib if str(key).rpartition("}")[2] in IDENTITIES]:
        del copy.attrib[key]
    return copy


class Tree(ABC):
    """Changes the tree of one file; a format says what the pieces of its paragraphs are and how a paragraph is written."""

    def apply(self, what: Changes, places: Sequence[Place]) -> None:
        """Make all changes; blocks that are new are put in before old ones go."""
        for number, change in what.changed.items():
            self.change(places[number], change)
        for number, parts in what.added.items():
            self._add(holder_of(places[max(0, number)]), parts, before=number < 0)
        gone = set(what.removed)
        staying = {holder_of(place) for number, place in enumerate(places) if number not in gone and place.holder is not None}
        for _key, group in groupby(enumerate(places), key=lambda each: id(each[1])):
            numbers = [number for number, _place in group]
            if gone.issuperset(numbers):
                self._remove(places[numbers[0]], staying)
            elif gone.intersection(numbers):
                self._thin_out(places[numbers[0]], [at for at, number in enumerate(numbers) if number in gone])

    def change(self, place: Place, change: Change) -> None:
        """Change the words of a paragraph in their pieces; where marks change or words find no place there, write it anew."""
        edits, pieces = change.edits, pieces_of(place)
        if edits is not None:
            with suppress(UserError):
                raw = [self.said(piece) for piece in pieces]
                fixed = [number for number, piece in enumerate(pieces) if not self.is_words(piece)]
                after = Thread(change.before, raw, fixed).edited(edits, change)
                new = [(piece, now) for piece, was, now in zip(pieces, raw, after, strict=True) if was != now]
                for piece, words in sorted(new, key=lambda each: not self.is_words(each[0])):
                    self.put(piece, words)
                return
        self.refill(holder_of(place), pieces, change.after.text)

    def _add(self, model: etree._Element, parts: Sequence[Part], *, before: bool) -> None:
        place = self.beside(model, parts[0], before=before)
        for number, part in enumerate(parts):
            paragraph = self.like(model, part)
            if before and number == 0:
                place.addprevious(paragraph)
            else:
                place.addnext(paragraph)
            place = paragraph

    def _remove(self, place: Place, staying: Collection[etree._Element]) -> None:
        """Take a paragraph out; one in which a box with other paragraphs hangs only loses its words."""
        paragraph = holder_of(place)
        if any(inner in staying for inner in paragraph.iterdescendants()):
            self.refill(paragraph, pieces_of(place), Text())
        else:
            self.remove(paragraph)

    def _thin_out(self, place: Place, numbers: Sequence[int]) -> None:
        """Take some of the pictures out of a paragraph that holds nothing else."""
        pictures = [piece for piece in pieces_of(place) if self.said(piece) == OBJECT]
        for number in numbers:
            self.put(pictures[number], "")

    @abstractmethod
    def said(self, piece: Any) -> str:
        """What a piece stands for in the text."""

    @abstractmethod
    def is_words(self, piece: Any) -> bool:
        """Whether a piece holds words, so that others can be put in."""

    @abstractmethod
    def put(self, piece: Any, text: str) -> None:
        """Give a piece another text; a sign without any goes."""

    @abstractmethod
    def refill(self, paragraph: etree._Element, pieces: Sequence[Any], text: Text) -> None:
        """Write the text of a paragraph anew."""

    @abstractmethod
    def beside(self, model: etree._Element, part: Part, *, before: bool) -> etree._Element:
        """The element behind (or before) which a new block goes that follows this paragraph."""

    @abstractmethod
    def like(self, model: etree._Element, part: Part) -> etree._Element:
        """A new block with the looks of this paragraph."""

    @abstractmethod
    def remove(self, paragraph: etree._Element) -> None:
        """Take a paragraph out."""


def holder_of(place: Place) -> etree._Element:
    """The paragraph in which a part stands."""
    holder: etree._Element = place.holder
    return holder


def pieces_of(place: Place) -> list[Any]:
    """The pieces from which a part was read."""
    return [origin for origin in place.origins if origin is not None]
