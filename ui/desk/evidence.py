"""Which stretches of which row the open findings point to, looked up by row."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.model import Finding, Place, Severity, Side
from ui.desk.prose import Prose
from ui.desk.typesetting import Underline


class Evidence:
    """The findings of an article by unit."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        """Sort the findings in."""
        self._places: defaultdict[tuple[int, Side], list[tuple[Underline, Finding]]] = defaultdict(list)
        self._at: defaultdict[int, list[Finding]] = defaultdict(list)
        self._order: dict[int, int] = {}
        self._known: dict[int, Finding] = {}
        self._marks: defaultdict[tuple[int, Side], list[Underline]] = defaultdict(list)
        self.follow(findings)

    def follow(self, findings: Iterable[Finding]) -> None:
        """Take these findings instead of those before: only what is new or gone costs time, since a key changes one row's."""
        fresh = {id(finding): finding for finding in findings}
        for key, finding in self._known.items():
            if key not in fresh:
                self._drop(finding)
        for key, finding in fresh.items():
            if key not in self._known:
                self._enter(finding)
        self._known, self._order = fresh, {key: number for number, key in enumerate(fresh)}

    def mark(self, marks: Iterable[tuple[Place, Severity]]) -> None:
        """Take what a reader marked instead of what was marked before."""
        self._marks.clear()
        for place, severity in marks:
            self._marks[place.unit, place.side].append(Underline(place.span, severity, framed=True))

    def at(self, unit: int) -> Sequence[Finding]:
        """The findings that touch a row, in their order."""
        return sorted(self._at.get(unit, ()), key=lambda finding: self._order[id(finding)])

    def worst(self, unit: int) -> Severity | None:
        """The gravest severity in a row."""
        return max((finding.severity for finding in self._at.get(unit, ())), key=lambda severity: severity.rank, default=None)

    def underlines(self, unit: int, side: Side) -> list[Underline]:
        """What is underlined or framed in one text of a row, the gravest last, so that it lies on top."""
        found = [underline for underline, _ in self._places.get((unit, side), ()) if underline.span.length]
        return [*sorted(found, key=lambda underline: underline.severity.rank), *self._marks.get((unit, side), ())]

    def shown(self, unit: int, side: Side, prose: Prose, shift: int = 0) -> list[Underline]:
        """The same in the text as it is shown, `shift` characters further on."""
        return [
            Underline(span.shifted(shift), line.severity, line.framed)
            for line in self.underlines(unit, side)
            for span in prose.shown(line.span)
        ]

    def finding_at(self, unit: int, side: Side, at: int) -> Finding | None:
        """The gravest finding that points to an offset of one text of a row."""
        hits = [finding for underline, finding in self._places.get((unit, side), ()) if underline.span.start <= at <= underline.span.end]
        return max(hits, key=lambda finding: finding.severity.rank, default=None)

    def _enter(self, finding: Finding) -> None:
        for unit in finding.units:
            self._at[unit].append(finding)
        for place in finding.places:
            self._places[place.unit, place.side].append((Underline(place.span, finding.severity), finding))

    def _drop(self, finding: Finding) -> None:
        for unit in finding.units:
            self._at[unit] = [other for other in self._at[unit] if other is not finding]
        for place in finding.places:
            where = place.unit, place.side
            self._places[where] = [entry for entry in self._places[where] if entry[1] is not finding]
