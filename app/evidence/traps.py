"""Words that are rightly one thing in English and wrongly another in German: both sides must show before anything is said."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from app.model import Span


class Trap(Struct, frozen=True):
    """An English wording, the German one it must not become, and what would be right.

    `ours` and `theirs` are regular expressions, matched without regard to case unless they say otherwise; `unless` is one for
    German words that show the right rendering after all, `besides` one for English words that the German ones may render instead. An `american` trap is one only in a story about the United States.
    """

    ours: str
    theirs: str
    right: str
    unless: str = ""
    american: bool = False
    besides: str = ""


class _Compiled(Struct, frozen=True):
    trap: Trap
    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    unless: re.Pattern[str] | None
    besides: re.Pattern[str] | None


class Traps:
    """A table of traps, asked for one row after the other."""

    def __init__(self, traps: Sequence[Trap]) -> None:
        """Compile the table; one pattern of all English wordings, for lower case, keeps the common case fast."""
        self._any = re.compile("|".join(f"(?:{trap.ours.lower()})" for trap in traps))
        self._each = tuple(
            _Compiled(
                trap,
                re.compile(trap.ours, re.IGNORECASE),
                re.compile(trap.theirs, re.IGNORECASE),
                re.compile(trap.unless, re.IGNORECASE) if trap.unless else None,
                re.compile(trap.besides, re.IGNORECASE) if trap.besides else None,
            )
            for trap in traps
        )

    def caught(self, source: str, target: str) -> Iterator[tuple[Trap, Span, Span]]:
        """The traps that a row fell into, with the English and the German words."""
        if not self._any.search(source.lower()):
            return
        for entry in self._each:
            ours = entry.ours.search(source)
            theirs = entry.theirs.search(target) if ours else None
            excused = (entry.unless and entry.unless.search(target)) or (entry.besides and entry.besides.search(source))
            if ours and theirs and not excused:
                yield entry.trap, Span(*ours.span()), Span(*theirs.span())
