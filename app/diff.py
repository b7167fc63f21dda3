"""Two versions of a text as word-wise changes, the way an editor would mark them. Pure: no document, no Qt, no clock."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from diff_match_patch import diff_match_patch
from msgspec import Struct

from app.model import Span, Text

TOKEN = re.compile(r"[^\W_]+(?:[.,:’'][^\W_]+)*|\s+|.", re.DOTALL)
"""A word with its inner stops and apostrophes (``z.B``, ``1.000``), a run of white space, or one other character."""

PRIVATE = 0xF0000
"""Words are compared as characters that mean nothing, so that the library's ideas about letters and spaces shift no change."""

WHOLE = 3
"""Letters: a longer ending is another word, a shorter stem is none."""

TYPOGRAPHY = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\"„“”«»‹›‚‘’'`´]+")
"""Spaces of every width and quotation marks of every kind."""

DASHES = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "…": "..."})


class Change(StrEnum):
    """What happened to a stretch."""

    EQUAL = "equal"
    REPLACED = "replaced"
    INSERTED = "inserted"
    DELETED = "deleted"


class Chunk(Struct, frozen=True, array_like=True):
    """A stretch of both versions; `before` counts in the old text, `after` in the new one, either may be empty."""

    change: Change
    before: Span
    after: Span


@lru_cache(maxsize=4096)
def chunks(before: str, after: str) -> tuple[Chunk, ...]:
    """The changes from `before` to `after`, in order, without gaps on either side; single words apart are one change."""
    if before == after:
        return (Chunk(Change.EQUAL, Span(0, len(before)), Span(0, len(after))),) if before else ()
    codes: dict[str, str] = {}
    old, new = (_encoded(text, codes) for text in (before, after))
    words = list(codes)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(old, new, False)  # noqa: FBT003 - the library's own switch: no line mode
    engine.diff_cleanupSemantic(found)
    decoded = [(op, "".join(words[ord(code) - PRIVATE] for code in codes_run)) for op, codes_run in found]
    return _paired(_bridged(decoded))


def edited(before: str, after: str, *, blind: bool = False) -> tuple[Chunk, ...]:
    """As `chunks`, the way an editor marks it: of a word that got or lost an ending only the ending; `blind` passes over typography.

    Where `blind`, what is called equal may differ in spaces, quotation marks and dashes.
    """
    return _merged(part for chunk in chunks(before, after) for part in _refined(chunk, before, after, blind=blind))


def _refined(chunk: Chunk, before: str, after: str, *, blind: bool) -> Iterator[Chunk]:
    old, new = chunk.before.of(before), chunk.after.of(after)
    if chunk.change is Change.EQUAL or (blind and _bare(old) == _bare(new)):
        yield Chunk(Change.EQUAL, chunk.before, chunk.after)
    elif blind:
        yield from _in_three(chunk, *zip(*(_trim(text) for text in (old, new)), strict=True))
    else:
        head = _stem(old, new)
        yield from _in_three(chunk, [head, head], [0, 0])


def _trim(text: str) -> tuple[int, int]:
    """How much typography there is at the head of a text, and at the tail of the rest."""
    head = next((at for at, char in enumerate(text) if not TYPOGRAPHY.match(char)), len(text))
    tail = next((at for at, char in enumerate(reversed(text[head:])) if not TYPOGRAPHY.match(char)), 0)
    return head, tail


def _in_three(chunk: Chunk, heads: Sequence[int], tails: Sequence[int]) -> Iterator[Chunk]:
    """A change with as much equal text at its head and its tail, before and after; both may be nothing."""
    starts, ends = [chunk.before.start + heads[0], chunk.after.start + heads[1]], [chunk.before.end - tails[0], chunk.after.end - tails[1]]
    was, now = Span(starts[0], ends[0]), Span(starts[1], ends[1])
    if any(heads):
        yield Chunk(Change.EQUAL, Span(chunk.before.start, starts[0]), Span(chunk.after.start, starts[1]))
    yield Chunk(_kind(was, now), was, now)
    if any(tails):
        yield Chunk(Change.EQUAL, Span(ends[0], chunk.before.end), Span(ends[1], chunk.after.end))


def _kind(was: Span, now: Span) -> Change:
    if not now.length:
        return Change.DELETED
    return Change.REPLACED if was.length else Change.INSERTED


def _stem(old: str, new: str) -> int:
    """How many letters two forms of one word share where an ending was added or taken away; otherwise 0: the word is marked whole."""
    short, long = sorted((old, new), key=len)
    ending = len(long) - len(short)
    return len(short) if long.isalpha() and long.startswith(short) and 0 < ending <= WHOLE < len(short) else 0


def _bare(text: str) -> str:
    """A text without what typography adds to it."""
    return TYPOGRAPHY.sub("", text.translate(DASHES))


def _merged(found: Iterable[Chunk]) -> tuple[Chunk, ...]:
    """Neighbouring equal chunks as one."""
    result: list[Chunk] = []
    for chunk in found:
        if result and result[-1].change is chunk.change is Change.EQUAL:
            last = result.pop()
            chunk = Chunk(chunk.change, Span(last.before.start, chunk.before.end), Span(last.after.start, chunk.after.end))  # noqa: PLW2901
        result.append(chunk)
    return tuple(result)


def _encoded(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.setdefault(token, chr(PRIVATE + len(codes))) for token in TOKEN.findall(text))


def _bridged(ops: list[tuple[int, str]]) -> list[tuple[int, str, str]]:
    """Old and new text per run; white space between two changed words joins them into one change."""
    runs: list[tuple[int, str, str]] = []
    for index, (op, text) in enumerate(ops):
        old, new = (text if op <= 0 else ""), (text if op >= 0 else "")
        bridges = op == 0 and text.isspace() and 0 < index < len(ops) - 1
        changed = int(op != 0 or bridges)
        if runs and runs[-1][0] == changed:
            runs[-1] = (changed, runs[-1][1] + old, runs[-1][2] + new)
        else:
            runs.append((changed, old, new))
    return runs


def _paired(runs: list[tuple[int, str, str]]) -> tuple[Chunk, ...]:
    result, at_old, at_new = [], 0, 0
    for changed, old, new in runs:
        before, after = Span(at_old, at_old + len(old)), Span(at_new, at_new + len(new))
        at_old, at_new = before.end, after.end
        result.append(Chunk(_kind(before, after) if changed else Change.EQUAL, before, after))
    return tuple(result)


def carried(text: Text, plain: str) -> Text:
    """`text` after its words have become `plain`: marks follow the changes word by word."""
    if not text.marks:
        return Text(plain)
    result = text
    for chunk in reversed(chunks(text.plain, plain)):
        if chunk.change is not Change.EQUAL:
            result = result.replaced(chunk.before, chunk.after.of(plain))
    return result


def position(before: str, after: str, at: int) -> int:
    """Where offset `at` of `after` lies in `before`; inside a change, its start."""
    for chunk in chunks(before, after):
        if chunk.after.start <= at < chunk.after.end:
            return chunk.before.start + (at - chunk.after.start if chunk.change is Change.EQUAL else 0)
    return len(before) if at else 0
