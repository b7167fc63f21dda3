"""Stories of an aligned file to Documents and rows: no alignment, the file says what stands opposite each other."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from app.formats.format import Bilingual, Pair
from app.formats.parts import SEPARATOR
from app.model import Attributes, Block, BlockKind, BlockStart, Document, Joint, Mark, Span, State, Text, Unit


class Laid(Struct, frozen=True):
    """A story of an aligned file as an article begins: the id of a unit is the number of its pair, counted from 1."""

    source: Document
    target: Document
    units: tuple[Unit, ...]


class Stretch(NamedTuple):
    """One side of a pair: its text, the joint before it (None at the beginning of a block), and the block it would begin."""

    text: Text
    joint: Text | None
    kind: BlockKind
    attributes: Attributes


def laid_out(story: Bilingual, origin: str) -> Laid:
    """The two Documents of a story and its rows; a pair without a word on either side is no row."""
    source, sources = _side((_stretch(pair, 0) for pair in story.pairs), story.source_language, origin)
    target, imports = _side((_stretch(pair, 1) for pair in story.pairs), story.target_language, origin)
    identified = target.with_ids()
    units = (
        Unit(
            id=number,
            source=at_source,
            imported=at_target,
            target=identified.excerpt(at_target) if at_target else Text(),
            opening=BlockStart(pair.kind, pair.attributes) if pair.between is None else Joint(pair.between[1]),
            state=pair.state,
            needs_work=pair.needs_work,
            note=pair.note,
        )
        for number, (pair, at_source, at_target) in enumerate(zip(story.pairs, sources, imports, strict=True), 1)
    )
    return Laid(source, target, tuple(unit for unit in units if unit.source or unit.imported))


def state_of(state: State | None, target: Text) -> State:
    """The state of a pair: as the file says, but nothing is translated that has no translation; None where it does not say."""
    if not target.plain:
        return State.INITIAL
    return State.TRANSLATED if state is None else state


def _stretch(pair: Pair, side: int) -> Stretch:
    text = (pair.source, pair.target)[side]
    return Stretch(text, None if pair.between is None else pair.between[side], pair.kind, pair.attributes)


def _side(stretches: Iterator[Stretch], language: str, origin: str) -> tuple[Document, list[Span | None]]:
    """One Document, and where each pair stands in it; None for a pair without text on this side."""
    text, blocks, spans = Writing(), list[Block](), list[Span | None]()
    waiting: Stretch | None = None
    for stretch in stretches:
        if stretch.joint is None:
            waiting = stretch
        if not stretch.text.plain:
            spans.append(None)
            continue
        if waiting is not None or not blocks:
            text.add(Text(SEPARATOR if blocks else ""))
            begun = waiting or stretch
            blocks.append(Block(begun.kind, Span(text.length, text.length), begun.attributes))
            waiting = None
        else:
            text.add(stretch.joint or Text())
        spans.append(text.add(stretch.text))
        blocks[-1] = Block(blocks[-1].kind, Span(blocks[-1].span.start, text.length), blocks[-1].attributes)
    return Document(language, origin, text.text, tuple(blocks)), spans


class Writing:
    """A text that grows at its end."""

    def __init__(self) -> None:
        self.length = 0
        self._plain: list[str] = []
        self._marks: list[Mark] = []

    def add(self, text: Text) -> Span:
        """Add a text; returns where it stands now."""
        span = Span(self.length, self.length + len(text.plain))
        self._plain.append(text.plain)
        self._marks += [mark.at(mark.span.shifted(self.length)) for mark in text.marks]
        self.length = span.end
        return span

    @property
    def text(self) -> Text:
        """What has been added so far."""
        return Text("".join(self._plain), tuple(self._marks))
