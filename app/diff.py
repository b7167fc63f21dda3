"""Two versions of a text as word-wise changes, the way an editor would mark them. Pure: no document, no Qt, no clock."""

import re
from enum import StrEnum
from functools import lru_cache

from diff_match_patch import diff_match_patch
from msgspec import Struct

from app.model import Span, Text

TOKEN = re.compile(r"[^\W_]+(?:[.,:’'][^\W_]+)*|\s+|.", re.DOTALL)
"""A word with its inner stops and apostrophes (``z.B``, ``1.000``), a run of white space, or one other character."""

_FIRST_SURROGATE, _SURROGATES = 0xD800, 0x800


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
    decoded = [(op, "".join(words[_number(code)] for code in codes_run)) for op, codes_run in found]
    return _paired(_bridged(decoded))


def _encoded(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.setdefault(token, _code(len(codes))) for token in TOKEN.findall(text))


def _code(number: int) -> str:
    return chr(number if number < _FIRST_SURROGATE else number + _SURROGATES)


def _number(code: str) -> int:
    return ord(code) if ord(code) < _FIRST_SURROGATE else ord(code) - _SURROGATES


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
        if not changed:
            kind = Change.EQUAL
        elif not new:
            kind = Change.DELETED
        else:
            kind = Change.REPLACED if old else Change.INSERTED
        result.append(Chunk(kind, before, after))
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
