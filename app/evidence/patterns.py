"""Regular expressions that cost little where they cannot match: compiled when first asked for, and only looked for where their letters are."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from app.evidence.tokens import START

_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[\d,]*\}|.", re.DOTALL)
_HOW_OFTEN = ("?", "*", "+", "{")
_ENOUGH = 4
"""Letters beyond which more do not make a sign rarer."""


NEVER = r"(?!)"
"""Matches nothing."""


@cache
def any_case(pattern: str) -> re.Pattern[str]:
    """The pattern, for which capitals and small letters are the same."""
    return re.compile(pattern, re.IGNORECASE)


class Sought:
    """A pattern that is looked for only in texts that have the letters of a match, which is quickly seen.

    Capitals and small letters are the same for it, unless it says otherwise.
    """

    def __init__(self, pattern: str, *, flags: re.RegexFlag = re.IGNORECASE) -> None:
        """Take a regular expression; it is compiled when a text first has its letters."""
        self._written, self._flags = pattern, flags
        self._letters = letters(pattern)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)

    def may_be_in(self, lower: str) -> bool:
        """Whether a text, given in lower case, has the letters of a match."""
        for some in self._letters:  # noqa: SIM110 a loop is twice as fast, and this is asked of every row some dozen times
            if some in lower:
                return True
        return False

    def search(self, text: str, lower: str | None = None) -> re.Match[str] | None:
        """The first match in a text; `lower` is the text in lower case where that is known already."""
        return self._pattern.search(text) if self.may_be_in(text.lower() if lower is None else lower) else None

    def finditer(self, text: str, lower: str) -> Iterator[re.Match[str]]:
        """All matches in a text, which is given in lower case as well."""
        return self._pattern.finditer(text) if self.may_be_in(lower) else iter(())


@cache
def sought(pattern: str) -> Sought:
    """The same object for every place that asks for a pattern."""
    return Sought(pattern)


@cache
def letters(pattern: str) -> tuple[str, ...]:
    """Letters, in lower case, of which every match of a regular expression contains some; one empty string where that is not sure."""
    found: list[str] = []
    for wording in alternatives(pattern):
        if wording == NEVER:
            continue
        own = literal(wording)
        choices: list[tuple[str, ...]] = [(own,), *(letters(inner) for inner in _inside(wording))]
        best: tuple[str, ...] = max(choices, key=_telling)
        found += best
    return tuple(dict.fromkeys(found)) if all(found) else ("",)


def _telling(some: tuple[str, ...]) -> tuple[int, int]:
    """How well letters tell texts apart: by the shortest of them, and few rather than many."""
    return min(_ENOUGH, min(map(len, some), default=0)), -len(some)


def _atoms(pattern: str) -> Iterator[tuple[str, str]]:
    """What a regular expression consists of on its outermost level, groups whole, each with how often it may come ("" once)."""
    parts, depth = [""], 0
    for sign in _SIGN.findall(pattern):
        if depth:
            parts[-1] += sign
        else:
            parts.append(sign)
        depth += (sign == "(") - (sign == ")")
    for part, after in zip(parts[1:], (*parts[2:], ""), strict=False):
        if not part.startswith(_HOW_OFTEN):
            yield part, after if after.startswith(_HOW_OFTEN) else ""


def alternatives(pattern: str) -> list[str]:
    """The parts of a regular expression between its outermost bars."""
    parts = [""]
    for atom, often in _atoms(pattern):
        if atom == "|":
            parts.append("")
        else:
            parts[-1] += atom + often
    return parts


def literal(wording: str) -> str:
    """The longest letters, in lower case, that every match of a regular expression without outer bars contains."""
    runs = [""]
    for atom, often in _atoms(wording):
        known = len(atom) == 1 and atom not in ".^$"
        if known and often in {"", "+"}:
            runs[-1] += atom
        if not known or often:
            runs.append("")
    return max(runs, key=len).lower()


_GROUP = re.compile(r"\((?:\?(?:i|-i)?:|\?P<\w+>|(?!\?))(?P<inner>.*)\)", re.DOTALL)


def _inside(wording: str) -> Iterator[str]:
    """What stands in the groups that every match of a regular expression without outer bars has."""
    for atom, often in _atoms(wording):
        group = _GROUP.fullmatch(atom) if often in {"", "+"} else None
        if group is not None:
            yield group["inner"]


def begun(words: str, before: str = r"(?<!\w.)", *, any_case: bool = True) -> str:
    """A pattern for words that is found quickly, by their first letters; capitals and small letters are the same for it in `any_case`.

    `words` are regular expressions divided by bars, each of which begins with a letter; `before` looks back over that letter and
    says what may stand in front.
    """
    firsts, rests = by_first_letter(words, any_case=any_case)
    return rf"[{firsts}]{before}{rests}"


def by_first_letter(words: str, *, any_case: bool = True) -> tuple[str, str]:
    """The first letters of words divided by bars, and a pattern for what follows the first letter of each."""
    rests: dict[str, list[str]] = {}
    for word in alternatives(words):
        rests.setdefault(word[0].lower() + word[0].upper() if any_case else word[0], []).append(word[1:])
    after = (rf"(?<=[{first}])(?:{'|'.join(rest)})" for first, rest in rests.items())
    return "".join(rests), f"(?{'i' * any_case}:{'|'.join(after)})"


_WORDS = re.compile(r"(?<![^ -])[^\W\d_]+(?=(?P<whole>[ -])?)")


def beginning(pattern: str, letters: str) -> str:
    """How some word begins in every match of a regular expression that contains these letters, as `Tokens.starts` has it; "" where none is sure."""
    bare = letters.lstrip(" -")
    opens = pattern.lower().startswith(rf"\b{bare}") or bare != letters
    sure = [word[0] for word in _WORDS.finditer(bare) if (word.start() or opens) and (word["whole"] or len(word[0]) >= START)]
    return max(sure, key=len, default="")[:START]
