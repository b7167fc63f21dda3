"""The row, and what it is made from."""

from enum import StrEnum

from msgspec import Struct

from app.model.document import BlockKind
from app.model.finding import Dismissal
from app.model.text import Attributes, Span, Text

DOUBTFUL = 0.5
"""From this doubt on a pairing is more likely wrong than right."""


class Segment(Struct, frozen=True, array_like=True, gc=False):
    """A sentence inside one block of a Document; lives only until alignment."""

    span: Span


class Link(Struct, frozen=True, array_like=True, gc=False):
    """What alignment says: two ranges of segment numbers, an empty one where nothing stands opposite.

    `score` is the evidence for the pairing from 0 to 1, `doubt` the probability that the pairing is wrong.
    """

    source: Span
    target: Span
    score: float
    doubt: float


class State(StrEnum):
    """How far a unit is, in the words of XLIFF 2."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class BlockStart(Struct, frozen=True, omit_defaults=True, tag="block"):
    """The target of this row begins a block."""

    kind: BlockKind
    attributes: Attributes = ()


class Joint(Struct, frozen=True, omit_defaults=True, tag="joint"):
    """The target of this row follows the row before in the same block, joined by this text (usually one space)."""

    text: Text = Text(" ")


Opening = BlockStart | Joint


class Unit(Struct, frozen=True, omit_defaults=True):
    """The row.

    `id` is never reused within an article. `source` is a span of the source Document, `imported` one of the target
    Document (None where nothing stands), `target` the text now. `removed` rows stay in the list and are not exported.
    `score` and `doubt` are those of the `Link` it came from. `by_hand` says that a person joined, split, linked or inserted
    it, so that re-aligning leaves it alone. `source_before` and `target_before` are what stood on that side until a new version
    of the story came in that says something else here; empty once someone has confirmed the row.
    """

    id: int
    source: Span | None
    imported: Span | None
    target: Text
    opening: Opening
    state: State = State.INITIAL
    needs_work: bool = False
    removed: bool = False
    by_hand: bool = False
    score: float = 1.0
    doubt: float = 0.0
    note: str = ""
    dismissals: tuple[Dismissal, ...] = ()
    source_before: str = ""
    target_before: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether its sides are more likely than not to belong to other rows; what a person paired is beyond doubt."""
        return self.doubt >= DOUBTFUL and not self.by_hand

    @property
    def confirmed(self) -> bool:
        """Whether a person has confirmed this row."""
        return self.state in {State.REVIEWED, State.FINAL}

    @property
    def exported(self) -> bool:
        """Whether this row adds text to the corrected story."""
        return bool(self.target.plain) and not self.removed
