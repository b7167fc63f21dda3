"""Going about: from row to row and from finding to finding."""

from collections.abc import Iterable

from app.model import Finding, Severity, Unit
from ui.session.state import View
from ui.session.writing import Writing


class Moving(Writing):
    """The ways to another row or finding; what was typed in the row that is left becomes a step."""

    def go_to(self, unit_id: int) -> None:
        """Make a row the current one; its gravest finding becomes the current finding, without being gone to."""
        if self.article is None or unit_id == self.current:
            return
        self.settle()
        self.current = unit_id
        self._face_row()
        self.moved.emit(unit_id)

    def focus(self, finding: Finding) -> None:
        """Go to a finding: its row becomes the current one and its evidence is selected."""
        if self.current not in finding.units:
            self.settle()
        self.finding = finding
        if finding.units and self.current not in finding.units:
            self.current = finding.units[0]
            self.moved.emit(self.current)
        self.focused.emit(finding)

    def next_row(self) -> None:
        """Go one row down."""
        self._step_to(self._units_after())

    def previous_row(self) -> None:
        """Go one row up."""
        self._step_to(self._units_before())

    def next_open_row(self) -> None:
        """Go down to the next row with an open finding."""
        self._step_to(unit for unit in self._units_after() if self.findings_at(unit.id))

    def previous_open_row(self) -> None:
        """Go up to the next row with an open finding."""
        self._step_to(unit for unit in self._units_before() if self.findings_at(unit.id))

    def next_finding(self) -> None:
        """Go to the next finding of the list, from the last to the first."""
        self._turn(1)

    def previous_finding(self) -> None:
        """Go to the finding before, from the first to the last."""
        self._turn(-1)

    def finding_number(self) -> int:
        """The place of the current finding in the list, counted from 1; 0 when there is none."""
        return self.findings.index(self.finding) + 1 if self.finding in self.findings else 0

    def set_view(self, view: View | str) -> None:
        """Show the translation another way; the article remembers it when it is left."""
        self._look(View(view), blind=self.blind)

    def toggle_blind(self) -> None:
        """Pass over typography where changes are shown, or not any more."""
        self._look(self.view, blind=not self.blind)

    def _look(self, view: View, *, blind: bool) -> None:
        if (view, blind) != (self.view, self.blind):
            self.view, self.blind = view, blind
            self.viewed.emit(view)

    def passage(self, unit_id: int) -> list[Unit]:
        """The neighbouring rows that are one-sided, or removed, like this one; the row alone when it has both sides."""
        if self.article is None:
            return []
        units, at = self.article.units, self.article.position(unit_id)
        kind = self._sides(units[at])
        if kind == (True, True, False):
            return [units[at]]
        first = last = at
        while first > 0 and self._sides(units[first - 1]) == kind:
            first -= 1
        while last + 1 < len(units) and self._sides(units[last + 1]) == kind:
            last += 1
        return units[first : last + 1]

    def grave_at(self, unit_id: int) -> bool:
        """Whether a row has an open finding that is major or critical."""
        return any(finding.severity.rank >= Severity.MAJOR.rank for finding in self.findings_at(unit_id))

    def paragraph(self, unit_id: int) -> list[Unit]:
        """The rows of the paragraph of the source that a row lies in; the row's passage when the source has nothing."""
        if self.article is None:
            return []
        article, mine = self.article, self.article.unit(unit_id).source
        if mine is None:
            return self.passage(unit_id)
        block = article.source.block_index(mine.start)
        return [u for u in article.units if u.source and article.source.block_index(u.source.start) == block]

    def _sides(self, unit: Unit) -> tuple[bool, bool, bool]:
        return unit.source is not None, bool(self.text(unit.id)), unit.removed

    def _units_after(self) -> Iterable[Unit]:
        if self.article is not None and self.current:
            yield from self.article.units[self.article.position(self.current) + 1 :]

    def _units_before(self) -> Iterable[Unit]:
        if self.article is not None and self.current:
            yield from reversed(self.article.units[: self.article.position(self.current)])

    def _step_to(self, units: Iterable[Unit]) -> None:
        if (unit := next(iter(units), None)) is not None:
            self.go_to(unit.id)

    def _turn(self, by: int) -> None:
        """Go on to the finding that comes next and is still there once what was typed is a step."""
        ring = self._following() if by > 0 else self._following(self.finding_number() - 1)[::-1]
        self.settle()
        if (there := next((twin for finding in ring if (twin := self._twin(finding)) is not None), None)) is not None:
            self.focus(there)

    def _following(self, at: int | None = None) -> list[Finding]:
        """The findings behind the current one, or from a place of the list on, and round to its beginning."""
        at = max(0, self.finding_number() if at is None else at)
        return [*self.findings[at:], *self.findings[:at]]
