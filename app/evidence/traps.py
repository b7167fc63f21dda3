"""Words that are rightly one thing in English and wrongly another in German: both sides must show before anything is said."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from app.evidence.patterns import alternatives, any_case, beginning, letters, sought
from app.evidence.tokens import tokens
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


class Traps:
    """A table of traps, asked for one row after the other."""

    def __init__(self, traps: Sequence[Trap]) -> None:
        """Take the table; what it takes to look for them is made when a row is first looked at."""
        self.traps = tuple(traps)

    @cached_property
    def _ours(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """By how a word in them begins ("" where no beginning is sure): letters of the English wordings, each with the number of its trap."""
        found: dict[str, list[tuple[str, int]]] = {}
        for number, trap in enumerate(self.traps):
            for wording in alternatives(trap.ours):
                for sure in letters(wording):
                    found.setdefault(beginning(wording, sure), []).append((sure, number))
        return {start: tuple(those) for start, those in found.items()}

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(self._ours)

    def _near(self, source: str) -> list[int]:
        """The numbers of the traps whose letters the source has, in order."""
        read, table = tokens(source), self._ours
        near = {number for start in ("", *(read.starts & self._starts)) for sure, number in table.get(start, ()) if sure in read.lower}
        return sorted(near)

    def caught(self, source: str, target: str) -> Iterator[tuple[Trap, Span, Span]]:
        """The traps that a row fell into, with the English and the German words."""
        for number in self._near(source):
            trap, theirs = self.traps[number], tokens(target).lower
            if sought(trap.theirs).may_be_in(theirs) and (found := _sprung(trap, source, target)):
                yield trap, *found


def _sprung(trap: Trap, source: str, target: str) -> tuple[Span, Span] | None:
    """The English and the German words with which a row fell into a trap."""
    ours = any_case(trap.ours).search(source)
    theirs = any_case(trap.theirs).search(target) if ours else None
    if not ours or not theirs or (trap.unless and any_case(trap.unless).search(target)):
        return None
    return None if trap.besides and any_case(trap.besides).search(source) else (Span(*ours.span()), Span(*theirs.span()))
