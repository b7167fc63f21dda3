"""What marks add up to: counts, penalty points, points per 1,000 words, and whether that passes.

The formula is the usual one of MQM scorecards: Σ points / words of the source × 1,000. It says little about a short text,
so the words always stand beside it, and below the limit's number of words only criticals decide.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from app.i18n import N_, Message
from app.model import ErrorMark, Severity
from app.quality.typology import Typology

REFERENCE = 1000
"""Words to which points are related."""


class Outcome(StrEnum):
    """Whether what was read passes."""

    PASS = "pass"  # noqa: S105 - no password but a verdict
    FAIL = "fail"


class Scorecard(Struct, frozen=True):
    """The score of an article, or of several together.

    `words` are those of the source that was read, `counts` the number of errors by kind and severity. `per_thousand` is None
    without words.
    """

    typology: str
    words: int
    counts: dict[str, dict[Severity, int]]
    points: float
    per_thousand: float | None
    outcome: Outcome
    reason: Message
    score: int | None = None

    @property
    def errors(self) -> int:
        """How many errors were marked."""
        return sum(sum(by_severity.values()) for by_severity in self.counts.values())

    def of_severity(self, severity: Severity) -> int:
        """How many errors of one severity were marked."""
        return sum(by_severity.get(severity, 0) for by_severity in self.counts.values())


def scorecard(typology: Typology, marks: Iterable[ErrorMark], words: int, score: int | None = None) -> Scorecard:
    """What these marks add up to in a text of so many words of the source; `score` is ESA's, from 0 to 100."""
    counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    for mark in marks:
        counts[mark.category][mark.severity] += 1
    return _card(typology, {kind: dict(by_severity) for kind, by_severity in counts.items()}, words, score)


def together(typology: Typology, cards: Iterable[Scorecard]) -> Scorecard:
    """The cards of several articles as one."""
    counts: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
    words = 0
    scores = []
    for card in cards:
        words += card.words
        scores += [card.score] if card.score is not None else []
        for kind, by_severity in card.counts.items():
            counts[kind].update(by_severity)
    mean = round(sum(scores) / len(scores)) if scores else None
    return _card(typology, {kind: dict(by_severity) for kind, by_severity in counts.items()}, words, mean)


def _card(typology: Typology, counts: Mapping[str, dict[Severity, int]], words: int, score: int | None) -> Scorecard:
    each = (typology.points(kind, severity) * count for kind, by_severity in counts.items() for severity, count in by_severity.items())
    points = round(sum(each), 6)
    per_thousand = round(points * REFERENCE / words, 2) if words else None
    criticals = sum(by_severity.get(Severity.CRITICAL, 0) for by_severity in counts.values())
    outcome, reason = _judged(typology, criticals, words, per_thousand)
    return Scorecard(typology.id, words, dict(counts), points, per_thousand, outcome, reason, score)


def _judged(typology: Typology, criticals: int, words: int, per_thousand: float | None) -> tuple[Outcome, Message]:
    limit = {"limit": f"{typology.limits.points:g}", "words": str(typology.limits.words)}
    if criticals:
        return Outcome.FAIL, Message(N_("It has a critical error."))
    if words < typology.limits.words or per_thousand is None:
        return Outcome.PASS, Message(N_("No critical error; below {words} words only these decide."), limit)
    if per_thousand > typology.limits.points:
        return Outcome.FAIL, Message(N_("More than {limit} points per 1,000 words."), limit)
    return Outcome.PASS, Message(N_("No critical error and at most {limit} points per 1,000 words."), limit)
