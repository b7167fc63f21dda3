"""Blocks to plain text: a blank line between them, one line a block; addresses of links and pictures have no place in it."""

import re
from itertools import groupby, pairwise

from app.formats.beside import fields_last
from app.formats.inline import Run, nested, sign
from app.formats.parts import Part, parts_of
from app.model import OBJECT, BlockKind, Document, MarkKind, Text

CLOSE = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
"""Blocks that follow their like on the next line."""
INDENT = "  "
PICTURE = re.compile(f" ?{OBJECT}")
"""A picture between words goes with the space before it."""


def write(document: Document) -> bytes:
    """The story as plain text, UTF-8."""
    parts = [part for part in fields_last(parts_of(document)) if part.kind not in {BlockKind.FIGURE, BlockKind.EMBED}]
    return (_joined(parts) + "\n").encode("utf-8")


def _joined(parts: list[Part]) -> str:
    lines = _numbered(parts)
    written = lines[0] if lines else ""
    for (before, after), line in zip(pairwise(parts), lines[1:], strict=True):
        written += _between(before, after) + line
    return written


def _between(before: Part, after: Part) -> str:
    if before.kind is not after.kind or after.kind not in CLOSE:
        return "\n\n"
    same_row = after.kind is BlockKind.TABLE_CELL and before.attribute("row") == after.attribute("row")
    return "\t" if same_row else "\n"


def _numbered(parts: list[Part]) -> list[str]:
    """The text of every part with what stands before it: bullets, numbers that count within their list, quotation signs."""
    lines: list[str] = []
    for item, group in groupby(parts, key=lambda part: part.kind is BlockKind.LIST_ITEM):
        members = list(group)
        lines += _items(members) if item else [_line(part) for part in members]
    return lines


def _items(parts: list[Part]) -> list[str]:
    lines, counts = list[str](), dict[int, int]()
    for part in parts:
        depth = max(1, int(part.attribute("depth", "1")))
        number = int(part.attribute("start") or counts.get(depth, 0) + 1)
        counts = {level: count for level, count in counts.items() if level < depth} | {depth: number}
        if part.attribute("list") != "number":
            del counts[depth]
        marker = f"{number}. " if part.attribute("list") == "number" else "- "
        lines.append(INDENT * (depth - 1) + marker + plain(part.text))
    return lines


def _line(part: Part) -> str:
    if part.kind is BlockKind.RULE:
        return "* * *"
    text = plain(part.text)
    return "> " + text.replace("\n", "\n> ") if part.kind is BlockKind.QUOTATION else text


def plain(text: Text) -> str:
    """The words of a text; a line break that is meant is one."""
    return PICTURE.sub("", nested(text, _run, lambda _mark, inner: inner)).strip()


def _run(run: Run) -> str:
    mark = sign(run)
    if mark is None:
        return run.text
    return "\n" if mark.kind is MarkKind.LINE_BREAK else OBJECT
