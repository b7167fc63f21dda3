"""The verbs that reshape rows: join, split, move a border, detach, link, insert, delete, align again."""

from collections.abc import Sequence

from app.article import rows
from app.article.openings import fitted
from app.article.table import Table
from app.errors import Progress, UserError, no_progress
from app.i18n import N_
from app.model import Document, Joint, Opening, RowSplice, Segment, Side, Span, State, Step, Text, Unit, well_formed
from app.style import Term


class Shaping(Table):
    """A `Table` whose rows can be reshaped by hand; each verb is one Step."""

    def join(self, unit_id: int) -> Step:
        """Join a row with the next one; raises UserError on the last row."""
        first, second = self._pair(unit_id, N_("This is the last row: there is nothing to join it with."))
        return self._reshape("join", self.position(unit_id), 2, [rows.joined(first, second)])

    def split(self, unit_id: int, at_source: int, at_target: int) -> Step:
        """Split a row at an offset in each of its texts; raises UserError when one part would be empty."""
        parts = rows.split(self.unit(unit_id), self.source, self.target, (at_source, at_target), self.last_id + 1)
        return self._reshape("split", self.position(unit_id), 1, list(parts))

    def border_up(self, unit_id: int, side: Side, at: int | None = None) -> Step:
        """Move the end of a row's side to the next row: from offset `at`, or its last sentence."""
        first, second = self._pair(unit_id, N_("This is the last row: it has no border below."))
        at = self._sentences(first, side)[-1].start if at is None else at
        return self._bordered("border-up", rows.pushed(first, second, self._document(side), side, at), unit_id)

    def border_down(self, unit_id: int, side: Side, at: int | None = None) -> Step:
        """Move the head of the next row's side to this row: up to offset `at` there, or its first sentence."""
        first, second = self._pair(unit_id, N_("This is the last row: it has no border below."))
        at = self._sentences(second, side)[0].end if at is None else at
        return self._bordered("border-down", rows.pulled(first, second, self._document(side), side, at), unit_id)

    def detach(self, unit_id: int) -> Step:
        """Take a row's two sides apart into two rows; raises UserError when one side is empty anyway."""
        unit = self.unit(unit_id)
        if not unit.source or not unit.target.plain:
            raise UserError(N_("This row has one side only: there is nothing to take apart."))
        return self._reshape("detach", self.position(unit_id), 1, list(rows.detached(unit, self.last_id + 1)))

    def link(self, unit_id: int) -> Step:
        """Link a row with one side to the next one that has only the other; raises UserError where they do not fit."""
        message = N_("Only neighbours can be linked, one with a source alone and one with a translation alone.")
        first, second = self._pair(unit_id, message)
        if not rows.complementary(first, second):
            raise UserError(message)
        return self._reshape("link", self.position(unit_id), 2, [rows.joined(first, second)])

    def insert(self, after: int, text: str = "", opening: Opening | None = None) -> Step:
        """Insert a row behind the unit `after` (0: at the head): a subhead, a sentence the source does not have."""
        state = State.TRANSLATED if text else State.INITIAL
        unit = Unit(self.last_id + 1, None, None, Text(well_formed(text)), opening or Joint(), state, by_hand=True)
        return self._replace("insert", self.position(after) + 1 if after else 0, 0, [unit])

    def delete(self, unit_id: int) -> Step:
        """Delete a row that was inserted by hand; raises UserError for one that holds imported text."""
        unit = self.unit(unit_id)
        if unit.source or unit.imported:
            raise UserError(N_("This row holds text of the story: remove it from the story instead of deleting it."))
        return self._replace("delete", self.position(unit_id), 1, [])

    def realign(self, first: int | None = None, progress: Progress = no_progress, terms: Sequence[Term] = ()) -> Step | None:
        """Align again all rows, or those from unit `first` on, as `realigned` says. None when no row changes."""
        return self.reshape("realign", self.realigned(first, progress, terms))

    def reshape(self, op: str, splices: tuple[RowSplice, ...]) -> Step | None:
        """Perform splices that were worked out beforehand; None when there are none."""
        return self._perform(op, splices) if splices else None

    def realigned(self, first: int | None = None, progress: Progress = no_progress, terms: Sequence[Term] = ()) -> tuple[RowSplice, ...]:
        """What aligning again would change; every row that a person touched stays as it is, and nothing is changed yet.

        Rows between two touched ones are aligned among themselves, so nothing crosses a touched row; `terms` are those of the
        desk. `progress` may raise Cancelled.
        """
        splices: list[RowSplice] = []
        next_id = self.last_id + 1
        for start, end in self._untouched_runs(self.position(first) if first else 0):
            before = tuple(self.units[start:end])
            after = self._aligned_again(before, next_id, progress, terms)
            next_id += len(after)
            if [(u.source, u.imported) for u in before] != [(u.source, u.imported) for u in after]:
                fit = tuple(fitted(before, after, self._behind(end)))
                splices.append(RowSplice(self._anchor(start), tuple(self.units[start : end + len(fit) - len(after)]), fit))
        return tuple(splices)

    def _untouched_runs(self, start: int) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        for at in range(start, len(self.units)):
            if self._touched(self.units[at]):
                continue
            if runs and runs[-1][1] == at:
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
        return runs

    def _touched(self, unit: Unit) -> bool:
        by_a_person = unit.by_hand or unit.removed or unit.needs_work or unit.note or unit.dismissals or self.edited(unit)
        return bool(by_a_person) or unit.confirmed or any(mark.unit == unit.id for mark in self.marks)

    def _aligned_again(self, before: tuple[Unit, ...], first_id: int, progress: Progress, terms: Sequence[Term]) -> list[Unit]:
        from app import alignment
        from app.segmentation import segments

        cut = (
            _within(self.source.text.plain, segments(self.source), [u.source for u in before]),
            _within(self.target.text.plain, segments(self.target), [u.imported for u in before]),
        )
        links = alignment.align(self.source, self.target, cut, progress, terms)
        return alignment.units(self.source, self.target, cut, links, first_id)

    def _pair(self, unit_id: int, otherwise: str) -> tuple[Unit, Unit]:
        at = self.position(unit_id)
        if at + 1 >= len(self.units):
            raise UserError(otherwise)
        first, second = self.units[at], self.units[at + 1]
        if first.removed != second.removed:
            raise UserError(N_("One of the two rows is removed: bring it back first."))
        return first, second

    def _bordered(self, op: str, pair: tuple[Unit, Unit], unit_id: int) -> Step:
        if any(rows.empty(unit) for unit in pair):
            raise UserError(N_("One of the two rows would be empty: join them instead."))
        return self._reshape(op, self.position(unit_id), 2, list(pair))

    def _reshape(self, op: str, at: int, count: int, units: Sequence[Unit]) -> Step:
        """Put rows in the place of others; a block start that an empty row held goes on to the row behind them."""
        before = self.units[at : at + count]
        after = fitted(before, units, self._behind(at + count))
        return self._replace(op, at, count + len(after) - len(units), after)

    def _behind(self, end: int) -> Unit | None:
        return self.units[end] if end < len(self.units) else None

    def _document(self, side: Side) -> Document:
        return self.source if side is Side.SOURCE else self.target

    def _sentences(self, unit: Unit, side: Side) -> list[Span]:
        from app.segmentation import sentences

        text = self.source_text(unit) if side is Side.SOURCE else unit.target
        found = list(sentences(text.plain, self._document(side).language))
        if not found:
            raise UserError(N_("There is nothing on this side to move."))
        return found


def _within(text: str, all_segments: list[Segment], spans: list[Span | None]) -> list[Segment]:
    """The segments of a run of rows, cut where the run begins and ends: sentences may be cut otherwise than when it was made."""
    covered = [span for span in spans if span is not None]
    found = []
    for segment in all_segments if covered else ():
        start, end = max(segment.span.start, covered[0].start), min(segment.span.end, covered[-1].end)
        piece = text[start:end] if start < end else ""
        if piece.strip():
            found.append(Segment(Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))))
    return found
