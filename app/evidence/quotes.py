"""Quotation marks: which of them open, which close, and what stands between."""

import re
from bisect import bisect_right
from functools import lru_cache

from msgspec import Struct

from app.evidence.story import Row, Story
from app.model import PARAGRAPH_BREAK, Side, Span

DOUBLE = '„“”"«»'
SINGLE = "‚‘’'‹›"
_MARKS = DOUBLE + SINGLE
_ANY = re.compile(f"[{DOUBLE}{SINGLE}]")
_OPENS_AFTER = frozenset(" \t\n\xa0\u202f([{/–—-\ufffc" + PARAGRAPH_BREAK)


class Mark(Struct, frozen=True):
    """One quotation mark.

    `level` is 1 or 2 (inside another quotation); `partner` is where the other of the pair stands, -1 for none; `carried`: the
    quotation goes on in the next paragraph, which opens it again.
    """

    at: int
    opens: bool
    level: int
    partner: int = -1
    carried: bool = False


class _Open(Struct):
    at: int
    double: bool


@lru_cache(maxsize=512)
def marks(text: str) -> tuple[Mark, ...]:
    """All quotation marks of a text in order; apostrophes, inches and minutes of arc are none.

    Paragraphs are divided by U+2029. A quotation that runs over several is opened again in each and closed once; so it is
    within a paragraph that was put together from several.
    """
    found: dict[int, Mark] = {}
    stack: list[_Open] = []
    for start, paragraph in _paragraphs(text):
        if stack and not _goes_on(paragraph, stack):
            _carry(found, stack if _reopens(paragraph) else [])
            stack = []
        for at in _candidates(paragraph):
            _take(paragraph, at, start, found, stack)
    return tuple(found[at] for at in sorted(found))


def _paragraphs(text: str) -> list[tuple[int, str]]:
    parts, start = [], 0
    for part in text.split(PARAGRAPH_BREAK):
        parts.append((start, part))
        start += len(part) + 1
    return parts


def _reopens(paragraph: str) -> bool:
    return paragraph.lstrip()[:1] in _MARKS if paragraph.strip() else False


def _goes_on(paragraph: str, stack: list[_Open]) -> bool:
    """Whether the first double mark closes a quotation that an earlier paragraph opened."""
    first = next((at for at in _candidates(paragraph) if paragraph[at] in DOUBLE), None)
    return first is not None and _role(paragraph, first, stack) is False


def _carry(found: dict[int, Mark], stack: list[_Open]) -> None:
    for open_ in stack:
        mark = found[open_.at]
        found[open_.at] = Mark(mark.at, opens=True, level=mark.level, carried=True)


def _candidates(paragraph: str) -> list[int]:
    return [match.start() for match in _ANY.finditer(paragraph)] if any(map(paragraph.__contains__, _MARKS)) else []


def _take(text: str, at: int, start: int, found: dict[int, Mark], stack: list[_Open]) -> None:
    role = _role(text, at, stack)
    if role is None:
        return
    letter = text[at]
    double = letter in DOUBLE
    if role:
        if double and stack and stack[-1].double and text[: at - 1].endswith((".", "!", "?", "…")) and text[stack[-1].at - start] == letter:
            _carry(found, [stack.pop()])
        found[start + at] = Mark(start + at, opens=True, level=len(stack) + 1 if len(stack) < 2 else 2)
        stack.append(_Open(start + at, double))
        return
    partner = next((number for number in range(len(stack) - 1, -1, -1) if stack[number].double == double), None)
    if partner is None:
        if double:
            found[start + at] = Mark(start + at, opens=False, level=1)
        return
    opened = found[stack[partner].at]
    found[opened.at] = Mark(opened.at, opens=True, level=opened.level, partner=start + at)
    found[start + at] = Mark(start + at, opens=False, level=opened.level, partner=opened.at)
    del stack[partner:]


def _role(text: str, at: int, stack: list[_Open]) -> bool | None:
    """Whether the mark opens (True) or closes (False); None for an apostrophe and the like."""
    letter = text[at]
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    left = before in _OPENS_AFTER or before in _MARKS
    right = after.isalnum() or after in "„“\"«»‚‘'‹›([…$€£#@.¿¡+&-\ufffc"
    if letter in DOUBLE:
        return _double_role(letter, before, after, stack, left=left, right=right)
    open_ = any(not entry.double for entry in stack)
    if letter == "‚":
        return True if left and right else None
    if left and after.isalnum() and letter in "‘'‹›" and not (open_ and before in _MARKS):
        return True if letter in "‹›" or _single_closes(text, at) else None
    if open_ and not after.isalpha() and (letter in "‘’'" or letter in "‹›"):
        return False
    return None


def _double_role(letter: str, before: str, after: str, stack: list[_Open], *, left: bool, right: bool) -> bool | None:
    open_ = any(entry.double for entry in stack)
    if letter == "„":
        return True
    if letter == '"' and before.isdecimal() and not open_:
        return None
    if letter == "”" and not (left and right and not open_):
        return False
    if before in _MARKS and open_ and not after.isalnum():
        return False
    return left and right and not (open_ and before in '.,!?…“”"')


def _single_closes(text: str, at: int) -> bool:
    """Whether a single mark that might open is closed by one before long; „'s war“ and '90s are not."""
    end = at + 1
    while True:
        end = next((i for i in range(end + 1, min(len(text), at + 400)) if text[i] in "’'‘‹›"), -1)
        if end < 0:
            return False
        if not text[end - 1].isspace() and not text[end + 1 : end + 2].isalnum():
            return not (text[end - 1] == "s" and end - at > 60)


@lru_cache(maxsize=512)
def quoted(text: str) -> tuple[Span, ...]:
    """The outermost quotations of a text without their marks; one that is not closed ends with its paragraph."""
    opening = [mark for mark in marks(text) if mark.opens and mark.level == 1]
    follows = [*(mark.at for mark in opening), len(text)][1:]
    spans: list[Span] = []
    for mark, follower in zip(opening, follows, strict=True):
        end = mark.partner
        if end < 0:
            stop = text.find(PARAGRAPH_BREAK, mark.at)
            end = min(follower if mark.carried else len(text), len(text) if stop < 0 else stop)
        spans.append(Span(mark.at + 1, end))
    return tuple(spans)


class Flow(Struct, frozen=True):
    """One side of a story as running text: rows divided by a space, paragraphs by U+2029; `starts` is where each row begins."""

    text: str
    starts: tuple[int, ...]
    rows: tuple[Row, ...]

    def where(self, at: int) -> tuple[Row, int]:
        """The row that holds an offset of the text, and the offset in it."""
        number = bisect_right(self.starts, at) - 1
        return self.rows[number], at - self.starts[number]


def flow(story: Story, side: Side) -> Flow:
    """The running text of one side; rows with nothing on it are left out."""
    known: dict[Side, Flow] = story.__dict__.setdefault("_flows", {})
    if side not in known:
        known[side] = _flow(story, side)
    return known[side]


def _flow(story: Story, side: Side) -> Flow:
    rows = tuple(row for row in story.rows if row.text(side).plain)
    text, starts = [], []
    length, paragraph = 0, None
    for row in rows:
        mine = row.paragraph if side is Side.TARGET else row.source_block
        if paragraph is not None:
            text.append(" " if mine == paragraph else PARAGRAPH_BREAK)
            length += 1
        starts.append(length)
        text.append(row.text(side).plain)
        length += len(row.text(side).plain)
        paragraph = mine
    return Flow("".join(text), tuple(starts), rows)


def quoted_in_rows(story: Story, side: Side) -> dict[int, list[Span]]:
    """By unit: the stretches of its text that lie inside quotation marks, in order."""
    known: dict[Side, dict[int, list[Span]]] = story.__dict__.setdefault("_quoted_in_rows", {})
    if side not in known:
        known[side] = _quoted_in_rows(story, side)
    return known[side]


def _quoted_in_rows(story: Story, side: Side) -> dict[int, list[Span]]:
    running = flow(story, side)
    found: dict[int, list[Span]] = {}
    for span in quoted(running.text):
        first, last = bisect_right(running.starts, span.start) - 1, bisect_right(running.starts, max(span.start, span.end - 1)) - 1
        for number in range(first, last + 1):
            row, start = running.rows[number], running.starts[number]
            inside = Span(max(0, span.start - start), min(len(row.text(side).plain), span.end - start))
            if inside.length > 0:
                found.setdefault(row.unit, []).append(inside)
    return found
