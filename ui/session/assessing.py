"""Marking errors: the text is only read then, and what is marked belongs to the text that came in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.i18n import N_, _
from app.model import ErrorMark, Finding, Place, Severity, Side, Span
from ui.session.sites import Sites

if TYPE_CHECKING:  # loaded when somebody assesses
    from app.quality.scorecard import Scorecard
    from app.quality.typology import ErrorType, Typology


class Assessing(Sites):
    """What a reader marks; `assessing` while the text is read-only, `reading` is 2 for a blind second pass."""

    assessed = Signal()
    """Correcting turned into assessing or back, or another reading is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin by correcting."""
        super().__init__(parent)
        self.assessing = False
        self.reading = 1

    @property
    def typology(self) -> "Typology":
        """The kinds of errors of this project."""
        from app.review.assessing import typology_of

        return typology_of(self.project)

    @property
    def marks(self) -> "list[ErrorMark]":
        """The marks of this reading in the order of the text; none while one corrects."""
        if self.article is None or not self.assessing:
            return []
        from app.review.assessing import marks_of

        return marks_of(self.article, self.reading)

    def mark_place(self, mark: ErrorMark) -> Place | None:
        """Where a mark stands in the text now; None where its words are gone."""
        from app.review.assessing import shown

        return shown(self.article, mark) if self.article is not None else None

    def toggle_assessing(self) -> None:
        """Read and mark, or correct."""
        self.settle()
        self.assessing = not self.assessing
        self.assessed.emit()

    def toggle_blind_reading(self) -> None:
        """Mark as a second reader who does not see the marks of the first, or as the first again."""
        self.reading = 3 - self.reading
        self.assessed.emit()

    def card(self) -> "Scorecard":
        """The score of the article on the desk, from the marks of the first reading."""
        from app.review.assessing import card
        from app.review.lot import current

        assert self.article is not None
        lot = current(self.project)
        return card(self.article, self.typology, lot.rows_of(self.article.id) if lot else None)

    def mark(self, place: Place, kind: "ErrorType", severity: Severity, note: str = "") -> None:
        """Mark words as an error."""
        from app.review.assessing import mark

        typology, reading = self.typology, self.reading
        self._do(lambda article: mark(article, typology, place, kind.id, severity, note=note, reading=reading))

    def change_mark(self, mark_id: int, kind: "ErrorType", severity: Severity) -> None:
        """Give a mark another kind and severity."""
        from app.review.assessing import change

        typology = self.typology
        self._do(lambda article: change(article, typology, mark_id, kind=kind.id, severity=severity))

    def unmark(self, *mark_ids: int) -> None:
        """Take marks away."""
        from app.review.assessing import delete

        self._do(lambda article: delete(article, *mark_ids))

    def apply_fix(self) -> None:
        """Apply the first fix of the current finding and go on; while one assesses, count the finding as an error and go on."""
        if self.assessing:
            self.accept_finding()
        else:
            super().apply_fix()

    def accept_finding(self) -> None:
        """Count the current finding as an error, and go on to the next."""
        finding = self.finding_here
        if finding is None:
            self.told.emit(_("There is no finding here: select the words that are wrong and mark them."))
            return
        self._accept([finding])
        self.next_finding()

    def accept_findings(self) -> None:
        """Count all open findings as errors, so that a reader only keeps, changes and deletes."""
        self._accept(self.findings)

    def place_to_mark(self, side: Side, selected: Span) -> Place:
        """The words that a mark would stand on: those selected, without blanks at their ends, else what the current finding points at.

        Raises UserError where there are none.
        """
        words = selected.of(self.text(self.current, side))
        if words.strip():
            ahead, behind = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
            return Place(self.current, side, Span(selected.start + ahead, selected.end - behind))
        here = [place for place in (self.finding.places if self.finding else ()) if place.unit == self.current and place.span.length]
        found = next((place for place in here if place.side is side), None) or next(iter(here), None)
        if found is None:
            raise UserError(N_("Select the words that are wrong; what is missing in the translation is selected in the source."))
        return found

    def _accept(self, findings: Sequence[Finding]) -> None:
        from app.review.assessing import accept

        typology, reading, revision = self.typology, self.reading, self.project.log.revision
        self._do(lambda article: accept(article, typology, *findings, reading=reading))
        if self.project.log.revision == revision:
            self.told.emit(_("This is marked already, or stands in words that did not come in."))
