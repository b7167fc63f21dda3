"""Counting what becomes of findings on this computer, where the settings want it."""

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject

from app.errors import UserError
from app.model import Finding, RowSplice, Severity, Step
from ui.session.judging import Judging

if TYPE_CHECKING:  # loaded with the first findings
    from app.quality.counts import Counts, Tally


class Doubt(Struct, frozen=True):
    """A check that is mostly dismissed here: how often what it said was fixed, of how many that were decided."""

    check: str
    fixed: int
    decided: int


class Tallying(Judging):
    """Follows the findings from check to check; `counting` says whether anything is counted."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Count nothing yet."""
        super().__init__(parent)
        self.counting = False
        self._kept: Counts | None = None
        self._seen: dict[str, Finding] = {}
        self._aside: dict[str, Finding] = {}
        self._touched: set[int] = set()
        self._left_alone: set[str] = set()
        self.opened.connect(self._begin_count)
        self.stepped.connect(self._touch)
        self.checked.connect(self._count)

    def doubt(self) -> Doubt | None:
        """The check with open findings here that was mostly dismissed, unless it only hints or was left as it is."""
        if not self.counting or self._kept is None:
            return None
        profile, here = self.project.profile, {finding.check for finding in self.findings if finding.severity is not Severity.NEUTRAL}
        noisy = (check for check in self._kept.mostly_dismissed() if check in here - self._left_alone - profile.severities.keys())
        if (check := next(noisy, None)) is None:
            return None
        tally = self._kept.tallies[check]
        return Doubt(check, tally.fixed, tally.fixed + tally.dismissed)

    def tallies(self) -> "dict[str, Tally]":
        """What became of the findings of every check on this computer; nothing where nothing is counted."""
        if not self.counting:
            return {}
        from app.quality.counts import Counts

        return (self._kept or Counts.load()).tallies

    def leave_alone(self, check: str) -> None:
        """Doubt a check no more, until the program is started again."""
        self._left_alone.add(check)

    def keep_counts(self) -> None:
        """Write the counts down; they are a convenience, and one that cannot be kept stands in nobody's way."""
        if self._kept is not None:
            try:
                self._kept.save()
            except UserError as error:
                self.told.emit(str(error))

    def close(self) -> None:
        """Keep the counts too."""
        super().close()
        self.keep_counts()

    def _begin_count(self) -> None:
        self.keep_counts()
        self._seen, self._aside, self._touched = {}, {}, set()

    def _touch(self, step: Step) -> None:
        self._touched |= {unit.id for splice in step.splices if isinstance(splice, RowSplice) for unit in (*splice.before, *splice.after)}

    def _count(self) -> None:
        """Compare with the findings of before; while somebody is typing, nothing is decided."""
        if not self.counting or self.unchecked or self.drafts:
            return
        from app.quality.counts import Counts, Outcome

        counts = self._kept = self._kept or Counts.load()
        seen, aside = _by_print(self.findings), _by_print(self.set_aside)
        found = {finding.fingerprint for finding in self._all()}
        gone = [finding for key, finding in self._seen.items() if key not in found and self._touched.intersection(finding.units)]
        for key in self._aside.keys() & seen.keys():
            counts.revoke(seen[key].check, key)
        counts.note([seen[key] for key in seen.keys() - self._seen.keys()], Outcome.SHOWN)
        counts.note([aside[key] for key in aside.keys() - self._aside.keys()], Outcome.DISMISSED)
        counts.note(gone, Outcome.FIXED)
        self._seen, self._aside = seen, aside


def _by_print(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.fingerprint: finding for finding in findings}
