"""The state of an article: its rows, fields and marks, and how steps change them."""

from collections.abc import Callable, Iterable, Sequence

from app.article.log import Log
from app.model import (
    ArticleHead,
    Dismissal,
    DismissalSplice,
    Document,
    DocumentSplice,
    ErrorMark,
    FieldSplice,
    MarkSplice,
    RowSplice,
    Side,
    Splice,
    Step,
    Text,
    Unit,
)


class Table:
    """Two Documents, the rows between them, and their history; `Article` adds the verbs."""

    def __init__(self, number: int, title: str, source: Document, target: Document, units: Iterable[Unit], log: Log) -> None:
        """Begin with the units as they are now and the Documents as they came in; `log` is the project's.

        `first` keeps the Documents as they came in, `versions` the others that steps lead to, by digest; `last_id` is the
        greatest id that any unit ever had.
        """
        self.id = number
        self.source = source
        self.target = target
        self.units = list(units)
        self.fields: dict[str, str] = {}
        self.dismissals: tuple[Dismissal, ...] = ()
        self.marks: tuple[ErrorMark, ...] = ()
        self.log = log
        self.versions: dict[str, Document] = {}
        self._title = title
        self.first = source, target
        self._identified: Document | None = None
        self._positions: dict[int, int] = {}
        self.last_id = max((unit.id for unit in self.units), default=0)

    @property
    def title(self) -> str:
        """The name in the list of articles."""
        return self.fields.get("title", self._title)

    @property
    def head(self) -> ArticleHead:
        """What the list of articles keeps of it."""
        source, target = self.first
        return ArticleHead(self.id, self._title, source.digest, target.digest)

    def position(self, unit_id: int) -> int:
        """Where a unit stands in the list now; raises KeyError for one that is not there."""
        return self._places()[unit_id]

    def holds(self, unit_id: int) -> bool:
        """Whether a unit stands in the list now."""
        return unit_id in self._places()

    def unit(self, unit_id: int) -> Unit:
        """The unit with this id."""
        return self.units[self.position(unit_id)]

    def source_text(self, unit: Unit) -> Text:
        """What stands in the source of a row, as a reader sees it."""
        return self.source.excerpt(unit.source) if unit.source else Text()

    def imported_text(self, unit: Unit) -> Text:
        """What the row's translation was when it came in."""
        if unit.imported is None:
            return Text()
        if self._identified is None:
            self._identified = self.target.with_ids()
        return self._identified.excerpt(unit.imported)

    def edited(self, unit: Unit) -> bool:
        """Whether the row's translation is no longer the imported one."""
        return unit.target.plain != self.imported_text(unit).plain

    def undo(self) -> Step | None:
        """Take back the last step; None when there is none."""
        step = self.log.undoable(self.id)
        return step and self._perform("undo", step.inverse, step.revision)

    def redo(self) -> Step | None:
        """Repeat the step that was taken back last; None when there is none."""
        step = self.log.redoable(self.id)
        return step and self._perform("redo", step.splices, step.revision)

    def apply(self, splice: Splice) -> None:
        """Let one splice take effect. Raises LookupError when the rows or the Document it was made for are not there."""
        match splice:
            case RowSplice(anchor, before, after):
                self._splice(anchor, before, after)
            case DocumentSplice(side, before, after):
                self._exchange(side, before, after)
            case DismissalSplice(before, after):
                self.dismissals = tuple(d for d in self.dismissals if d not in before) + after
            case MarkSplice(before, after):
                self.marks = tuple(m for m in self.marks if m not in before) + after
            case FieldSplice(name, _, value):
                self.fields = {key: old for key, old in self.fields.items() if key != name}
                if value is not None:
                    self.fields[name] = value
            case _:
                raise TypeError(f"not a splice of an article: {splice!r}")

    def resume(self, step: Step) -> None:
        """Take up what a step of the log says, in an article whose rows are already as they are now."""
        for splice in step.splices:
            if isinstance(splice, RowSplice):
                self.last_id = max([self.last_id, *(unit.id for unit in (*splice.before, *splice.after))])
            else:
                self.apply(splice)

    def _places(self) -> dict[int, int]:
        if not self._positions:
            self._positions = {unit.id: at for at, unit in enumerate(self.units)}
        return self._positions

    def _exchange(self, side: Side, before: str, after: str) -> None:
        document = self.versions[after]
        self.versions[before] = self.source if side is Side.SOURCE else self.target
        if side is Side.SOURCE:
            self.source = document
        else:
            self.target, self._identified = document, None

    def _splice(self, anchor: int, before: tuple[Unit, ...], after: tuple[Unit, ...]) -> None:
        at = self.position(anchor) + 1 if anchor else 0
        if tuple(self.units[at : at + len(before)]) != before:
            raise LookupError(f"the rows after {anchor} are not those of the step")
        self.units[at : at + len(before)] = after
        self.last_id = max([self.last_id, *(unit.id for unit in after)])
        if [unit.id for unit in before] != [unit.id for unit in after]:
            self._positions = {}

    def _each(self, op: str, unit_ids: Iterable[int], change: Callable[[Unit], Unit]) -> Step | None:
        return self._change(op, [change(self.unit(unit_id)) for unit_id in dict.fromkeys(unit_ids)])

    def _change(self, op: str, units: Sequence[Unit]) -> Step | None:
        """Put changed units in the place of those with their ids; None when nothing changes."""
        splices = self.replacing(units)
        return self._perform(op, splices) if splices else None

    def replacing(self, units: Iterable[Unit]) -> tuple[RowSplice, ...]:
        """What puts changed units in the place of those with their ids; neighbours share a splice."""
        placed = sorted(((self.position(u.id), u) for u in units if u != self.unit(u.id)), key=lambda p: p[0])
        splices: list[RowSplice] = []
        end = -1
        for at, unit in placed:
            if at == end:
                last = splices.pop()
                splices.append(RowSplice(last.anchor, (*last.before, self.units[at]), (*last.after, unit)))
            else:
                splices.append(RowSplice(self._anchor(at), (self.units[at],), (unit,)))
            end = at + 1
        return tuple(splices)

    def _replace(self, op: str, at: int, count: int, units: Sequence[Unit]) -> Step:
        return self._perform(op, (RowSplice(self._anchor(at), tuple(self.units[at : at + count]), tuple(units)),))

    def _anchor(self, at: int) -> int:
        return self.units[at - 1].id if at else 0

    def _perform(self, op: str, splices: tuple[Splice, ...], refers: int | None = None) -> Step:
        for splice in splices:
            self.apply(splice)
        return self.log.write(self.id, op, splices, refers)
