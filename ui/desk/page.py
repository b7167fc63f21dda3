"""How the rows of an article lie on the page: what kind of block each belongs to, and which of them are shown as one."""

from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from app.model import BlockKind, BlockStart, Document, Opening, Unit

LONGEST_PASSAGE = 40
"""Rows shown as one; a longer run is cut, so that no row of the page is higher than a few screens."""


class Shape(Enum):
    """What a row is on the page."""

    ROW = "row"
    PASSAGE = "passage"
    FOLD = "fold"


class Group(Struct, frozen=True, array_like=True):
    """Neighbouring rows shown as one: positions `first` to `end`, exclusive."""

    shape: Shape
    first: int
    end: int

    @property
    def size(self) -> int:
        """How many rows."""
        return self.end - self.first


class Page:
    """Kinds, paragraphs and groups of all rows by position; made anew when rows come, go or change their nature.

    `ordinals` are the numbers of the rows that begin an item of a numbered list.
    """

    def __init__(self, units: Sequence[Unit], source: Document | None) -> None:
        """Look through the rows once."""
        self.kinds: list[BlockKind] = []
        self.starts: list[bool] = []
        self.ordinals: dict[int, int] = {}
        self._units = list(units)
        self._groups: dict[int, Group] = {}
        self._look(source)
        self._gather()

    def group(self, position: int) -> Group:
        """The group that a row belongs to."""
        return self._groups.get(position) or Group(Shape.ROW, position, position + 1)

    def hidden(self) -> Iterator[int]:
        """The rows that are shown in the place of an earlier one."""
        return (position for position, group in self._groups.items() if position != group.first)

    def fits(self, position: int, unit: Unit) -> bool:
        """Whether a changed row still lies on the page as it did."""
        return nature(self._units[position]) == nature(unit)

    def _look(self, source: Document | None) -> None:
        kind, blocks = BlockKind.PARAGRAPH, source.blocks if source else ()
        block, ends, chosen = -1, -1, False
        for unit in self._units:
            opening, at = unit.opening, unit.source
            begins = type(opening) is BlockStart
            if type(opening) is BlockStart:
                kind, chosen = opening.kind, unit.by_hand
                if kind is BlockKind.LIST_ITEM:
                    self._number(opening)
            shown = kind
            if at is not None and source is not None:
                if at.start >= ends:
                    block, begins = source.block_index(at.start), True
                    ends = blocks[block].span.end
                if (kind is BlockKind.PARAGRAPH and not chosen) or not unit.target.plain:
                    shown = blocks[block].kind
            self.kinds.append(shown)
            self.starts.append(begins)

    def _number(self, opening: BlockStart) -> None:
        """Count an item of a numbered list, from 1 wherever the row before does not belong to one."""
        position = len(self.kinds)
        if dict(opening.attributes).get("list") == "number":
            before = next((at for at in range(position - 1, -1, -1) if self.starts[at]), -1)
            self.ordinals[position] = self.ordinals.get(before, 0) + 1

    def _gather(self) -> None:
        first, shape = 0, Shape.ROW
        for position, unit in enumerate(self._units):
            if unit.source is not None and shape is Shape.ROW:
                continue
            mine = shape_of(unit)
            if mine is not shape or position - first >= LONGEST_PASSAGE:
                self._close(shape, first, position)
                first, shape = position, mine
        self._close(shape, first, len(self._units))

    def _close(self, shape: Shape, first: int, end: int) -> None:
        if shape is not Shape.ROW:
            self._groups.update(dict.fromkeys(range(first, end), Group(shape, first, end)))


def shape_of(unit: Unit) -> Shape:
    """What a row is by itself: folded when it is out of the story and nothing stands in the source.

    A row inserted by hand is part of no passage, and stays open while it is empty: something is to be typed there.
    """
    if unit.source is not None or (unit.imported is None and not unit.removed):
        return Shape.ROW
    return Shape.FOLD if unit.removed or not unit.target.plain else Shape.PASSAGE


def nature(unit: Unit) -> tuple[Shape, Opening, bool]:
    """What decides how a row lies on the page; another nature means another page."""
    return shape_of(unit), unit.opening, bool(unit.target.plain)
