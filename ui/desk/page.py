"""How the rows of an article lie on the page: what kind of block each belongs to, and which of them are shown as one."""

from collections.abc import Sequence
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
    """Kinds, paragraphs and groups of all rows by position; made anew when rows come, go or change their nature."""

    def __init__(self, units: Sequence[Unit], source: Document | None) -> None:
        """Look through the rows once."""
        self.kinds: list[BlockKind] = []
        self.starts: list[bool] = []
        self._natures = [nature(unit) for unit in units]
        self._groups: list[Group] = []
        self._look(units, source)
        self._gather(units)

    def group(self, position: int) -> Group:
        """The group that a row belongs to."""
        return self._groups[position]

    def fits(self, position: int, unit: Unit) -> bool:
        """Whether a changed row still lies on the page as it did."""
        return self._natures[position] == nature(unit)

    def _look(self, units: Sequence[Unit], source: Document | None) -> None:
        kind, block = BlockKind.PARAGRAPH, -1
        for unit in units:
            begins = isinstance(unit.opening, BlockStart)
            if isinstance(unit.opening, BlockStart):
                kind = unit.opening.kind
            shown = kind
            if source is not None and unit.source is not None:
                mine = source.block_index(unit.source.start)
                begins = begins or mine != block
                block = mine
                if not unit.target.plain or kind is BlockKind.PARAGRAPH:
                    shown = source.blocks[mine].kind if mine >= 0 else kind
            self.kinds.append(shown)
            self.starts.append(begins)

    def _gather(self, units: Sequence[Unit]) -> None:
        first, shape = 0, None
        for position, unit in enumerate(units):
            mine = shape_of(unit)
            if position and (mine is not shape or mine is Shape.ROW or position - first >= LONGEST_PASSAGE):
                self._close(shape, first, position)
                first = position
            shape = mine
        self._close(shape, first, len(units))

    def _close(self, shape: Shape | None, first: int, end: int) -> None:
        if shape is not None:
            self._groups += [Group(shape, first, end)] * (end - first)


def shape_of(unit: Unit) -> Shape:
    """What a row is by itself: folded when it is out of the story and nothing stands in the source."""
    if unit.source is not None:
        return Shape.ROW
    return Shape.FOLD if unit.removed or not unit.target.plain else Shape.PASSAGE


def nature(unit: Unit) -> tuple[Shape, Opening, bool]:
    """What decides how a row lies on the page; another nature means another page."""
    return shape_of(unit), unit.opening, bool(unit.target.plain)
