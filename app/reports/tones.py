"""How severities are called and coloured in reports, and texts with the words that findings or marks point at."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from app.i18n import N_, _
from app.model import Severity, Span
from app.reports.page import Run, Tone, Words

TONES = {
    Severity.CRITICAL: Tone.CRITICAL,
    Severity.MAJOR: Tone.MAJOR,
    Severity.MINOR: Tone.MINOR,
    Severity.NEUTRAL: Tone.NEUTRAL,
}
NAMES = {
    Severity.CRITICAL: N_("critical"),
    Severity.MAJOR: N_("major"),
    Severity.MINOR: N_("minor"),
    Severity.NEUTRAL: N_("neutral"),
}
GRAVEST_FIRST = tuple(sorted(Severity, key=lambda severity: -severity.rank))


def named(severity: Severity) -> Words:
    """The name of a severity in its tone."""
    return Words((Run(_(NAMES[severity]), TONES[severity]),))


def pointed(plain: str, spans: Iterable[tuple[Span, Severity]], language: str, empty: str) -> Words:
    """A text in which each stretch has the tone of the gravest thing that points at it; `empty` stands for no text."""
    if not plain:
        return Words((Run(empty, Tone.SOFT),))
    over = sorted((each for each in spans if each[0].length), key=lambda each: each[1].rank)
    borders = sorted({0, len(plain), *(min(at, len(plain)) for span, _severity in over for at in (span.start, span.end))})
    return Words(tuple(Run(plain[start:end], _tone(over, start, end)) for start, end in pairwise(borders)), language)


def _tone(over: Sequence[tuple[Span, Severity]], start: int, end: int) -> Tone:
    found = [severity for span, severity in over if span.start <= start and end <= span.end]
    return TONES[found[-1]] if found else Tone.PLAIN
