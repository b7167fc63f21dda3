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
    letters: tuple[str, ...]
    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    unless: re.Pattern[str] | None
    besides: re.Pattern[str] | None


class Traps:
    """A table of traps, asked for one row after the other."""

    def __init__(self, traps: Sequence[Trap]) -> None:
        """Compile the table."""
        self._each = tuple(
            _Compiled(
                trap,
                _letters(trap.theirs),
                re.compile(trap.ours, re.IGNORECASE),
                re.compile(trap.theirs, re.IGNORECASE),
                re.compile(trap.unless, re.IGNORECASE) if trap.unless else None,
                re.compile(trap.besides, re.IGNORECASE) if trap.besides else None,
            )
            for trap in traps
        )
        self._letters = [(letters, number) for number, trap in enumerate(traps) for letters in _letters(trap.ours)]

    def caught(self, source: str, target: str) -> Iterator[tuple[Trap, Span, Span]]:
        """The traps that a row fell into, with the English and the German words."""
        ours_lower, theirs_lower = source.lower(), target.lower()
        for number in sorted({number for letters, number in self._letters if letters in ours_lower}):
            entry = self._each[number]
            if not any(letters in theirs_lower for letters in entry.letters):
                continue
            ours = entry.ours.search(source)
            theirs = entry.theirs.search(target) if ours else None
            excused = (entry.unless and entry.unless.search(target)) or (entry.besides and entry.besides.search(source))
            if ours and theirs and not excused:
                yield entry.trap, Span(*ours.span()), Span(*theirs.span())


def _letters(pattern: str) -> tuple[str, ...]:
    """Letters of which every match of a regular expression contains some."""
    return tuple(literal(part) for part in alternatives(pattern))


def alternatives(pattern: str) -> list[str]:
    """The parts of a regular expression between its outermost bars."""
    parts, depth = [""], 0
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


_LITERAL = re.compile(r"\\.|\[[^\]]*\]|[a-z ’'-]+", re.IGNORECASE)


def literal(pattern: str) -> str:
    """The longest letters, in lower case, that every match of a regular expression without outer bars contains."""
    flat = pattern
    while (shorter := re.sub(r"\([^()]*\)[?*]?", "\x00", flat)) != flat:
        flat = shorter
    runs = []
    for match in _LITERAL.finditer(flat):
        optional = flat[match.end() : match.end() + 1] in {"?", "*", "{"}
        if match[0][0] not in "\\[":
            runs.append(match[0][:-1] if optional else match[0])
    return max(runs, key=len, default="").lower()
