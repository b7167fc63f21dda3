"""How the checks fare on this computer: what was shown, fixed and dismissed, and which are mostly wrong here.

Kept in the data folder, by fingerprint, so that checking again counts nothing twice. A fingerprint is a digest: no word of
any story can be read from it.
"""

from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from app import durable, settings
from app.errors import UNDECODABLE
from app.model import Finding

REMEMBERED = 5_000
"""Fingerprints that are remembered for a check, the latest; what was counted before stays counted."""

LETTERS = 12
"""Letters of a fingerprint that are kept: enough to tell some thousands apart."""

ENOUGH_DECIDED = 8
"""Findings of a check that must have been fixed or dismissed before anything is said about it."""

MOSTLY = 0.75
"""The share of those decided that must have been dismissed."""


class Outcome(IntEnum):
    """What became of a finding."""

    SHOWN = 0
    FIXED = 1
    DISMISSED = 2


class Tally(Struct, omit_defaults=True):
    """One check: how many of its findings met each outcome, and what became of those seen lately, by fingerprint."""

    shown: int = 0
    fixed: int = 0
    dismissed: int = 0
    seen: dict[str, int] = {}

    @property
    def mostly_dismissed(self) -> bool:
        """Whether the check is wrong here so often that a hint would do."""
        decided = self.fixed + self.dismissed
        return decided >= ENOUGH_DECIDED and self.dismissed >= MOSTLY * decided


class Counts:
    """The tallies of all checks. Nothing is on the disk before `save`."""

    def __init__(self, tallies: dict[str, Tally] | None = None) -> None:
        """Begin with these tallies."""
        self.tallies = tallies or {}
        self._changed = False

    @classmethod
    def load(cls) -> "Counts":
        """What was counted on this computer; nothing when the file is not there or cannot be read."""
        try:
            return cls(msgspec.json.decode(_path().read_bytes(), type=dict[str, Tally]))
        except (OSError, *UNDECODABLE):
            return cls()

    def note(self, findings: Iterable[Finding], outcome: Outcome) -> None:
        """Count what became of findings. One that was fixed or dismissed before only changes sides; being shown again is nothing new."""
        for finding in findings:
            tally = self.tallies.setdefault(finding.check, Tally())
            self._put(tally, finding.fingerprint[:LETTERS], outcome)

    def revoke(self, check: str, fingerprint: str) -> None:
        """A dismissal was taken back: the finding is merely shown again."""
        tally, key = self.tallies.get(check), fingerprint[:LETTERS]
        if tally is not None and tally.seen.get(key) == Outcome.DISMISSED:
            tally.dismissed -= 1
            tally.seen[key] = Outcome.SHOWN
            self._changed = True

    def mostly_dismissed(self) -> tuple[str, ...]:
        """The ids of the checks that could become hints, the most often dismissed first."""
        noisy = [check for check, tally in self.tallies.items() if tally.mostly_dismissed]
        return tuple(sorted(noisy, key=lambda check: (-self.tallies[check].dismissed, check)))

    def save(self) -> None:
        """Keep the counts, if anything was counted. Raises UserError when they cannot be written."""
        if self._changed:
            durable.write(_path(), msgspec.json.encode(self.tallies), make_folder=True)
            self._changed = False

    def forget(self) -> None:
        """Begin to count anew. Raises UserError as `save` does."""
        self.tallies, self._changed = {}, True
        self.save()

    def _put(self, tally: Tally, key: str, outcome: Outcome) -> None:
        before = tally.seen.get(key)
        if before == outcome or (before is not None and outcome is Outcome.SHOWN):
            return
        tally.shown += before is None
        tally.fixed += (outcome is Outcome.FIXED) - (before == Outcome.FIXED)
        tally.dismissed += (outcome is Outcome.DISMISSED) - (before == Outcome.DISMISSED)
        tally.seen.pop(key, None)
        tally.seen[key] = outcome
        if len(tally.seen) > REMEMBERED:
            del tally.seen[next(iter(tally.seen))]
        self._changed = True


def _path() -> Path:
    return settings.data_folder() / "counts.json"
