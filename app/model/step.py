"""The one kind of change, and what it can address."""

from msgspec import Struct
from msgspec.structs import replace

from app.model.finding import Dismissal, Severity, Side
from app.model.text import Span
from app.model.unit import Unit


class ErrorMark(Struct, frozen=True, omit_defaults=True):
    """An MQM or ESA error that a person set.

    `span` and `quote` refer to the text of the unit's side as it was at `revision`, normally the one received: correcting
    the text afterwards does not change the mark. `check` names the check whose finding was accepted as this error; `reading`
    is 2 for the marks of a second reviewer who has not seen the first one's.
    """

    id: int
    unit: int
    side: Side
    span: Span
    quote: str
    revision: int
    category: str
    severity: Severity
    note: str = ""
    check: str = ""
    reading: int = 1


class ArticleHead(Struct, frozen=True, omit_defaults=True):
    """An article as the list of articles knows it; the digests name its two Documents."""

    id: int
    title: str
    source: str
    target: str


class RowSplice(Struct, frozen=True, tag="rows", tag_field="at"):
    """The run of units after the unit `anchor` (0: at the beginning) was `before` and becomes `after`."""

    anchor: int
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]


class FieldSplice(Struct, frozen=True, tag="field", tag_field="at"):
    """A named value of the article, or of the project (title, state, hold …, profile); None where it is not set."""

    name: str
    before: str | None
    after: str | None


class DismissalSplice(Struct, frozen=True, tag="dismissals", tag_field="at"):
    """Dismissals that hold in the whole article, or in the whole project; those of `before` go, those of `after` come."""

    before: tuple[Dismissal, ...]
    after: tuple[Dismissal, ...]


class MarkSplice(Struct, frozen=True, tag="marks", tag_field="at"):
    """Error marks of the article; those of `before` go, those of `after` come."""

    before: tuple[ErrorMark, ...]
    after: tuple[ErrorMark, ...]


class DocumentSplice(Struct, frozen=True, tag="document", tag_field="at"):
    """Another version of one side's Document, by digest."""

    side: Side
    before: str
    after: str


class ArticleSplice(Struct, frozen=True, tag="articles", tag_field="at"):
    """The project's list of articles from `position` on."""

    position: int
    before: tuple[ArticleHead, ...]
    after: tuple[ArticleHead, ...]


Splice = RowSplice | FieldSplice | DismissalSplice | MarkSplice | DocumentSplice | ArticleSplice
"""Something at an address was `before` and becomes `after`."""


class Step(Struct, frozen=True):
    """One change, written to the project-wide log and never altered.

    `revision` counts the steps of the project from 1; `article` is None for a step of the project itself. `op` names the
    verb. `when` is UTC in ISO 8601 to the second and for reading only: order is the revision's. An ``undo`` or ``redo``
    names in `refers` the revision of the step that it takes back or repeats.
    """

    revision: int
    article: int | None
    op: str
    when: str
    who: str
    splices: tuple[Splice, ...]
    refers: int | None = None

    @property
    def inverse(self) -> tuple[Splice, ...]:
        """The splices that take this step back, in the order in which they must be applied."""
        return tuple(inverse(splice) for splice in reversed(self.splices))


def inverse(splice: Splice) -> Splice:
    """The splice that takes this one back."""
    return replace(splice, before=splice.after, after=splice.before)
