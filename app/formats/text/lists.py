"""What marks a line as list item or quotation, and which marked lines are really lists."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from app.model import Attributes, BlockKind

BULLET = re.compile(r"([-–—*•‣▪◦·])\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
QUOTED = re.compile(r"(?:>\s?)+(?=[^\s>])")
CERTAIN = "•‣▪◦"
"""Bullets that stand before nothing but a list item, however lonely."""

Kind = tuple[BlockKind, Attributes]


def marker(line: str) -> str:
    """What stands before the first word of a line that looks like a list item or a quotation; empty for any other."""
    found = BULLET.match(line) or NUMBER.match(line) or QUOTED.match(line)
    return found[0] if found else ""


def family(line: str) -> str:
    """The bullet of a line, ``1`` for a number, ``>`` for a quotation, empty for any other."""
    sign = marker(line)[:1]
    return "1" if sign.isdigit() else sign


def kinds_of_marked(lines: Sequence[str], indents: Sequence[int]) -> list[Kind | None]:
    """The kind of every block whose first line is a list item or a quotation, None for all others.

    A lone dash or number proves nothing: "1. FC Altfeld won." and "– Reported from Norden" are paragraphs.
    """
    kinds: list[Kind | None] = []
    for sign, run in groupby(range(len(lines)), key=lambda at: family(lines[at])):
        places = list(run)
        if sign == ">":
            kinds += [(BlockKind.QUOTATION, ())] * len(places)
        elif sign and (sign in CERTAIN or _is_list(sign, [lines[at] for at in places])):
            kinds += _items("number" if sign == "1" else "bullet", [indents[at] for at in places])
        else:
            kinds += [None] * len(places)
    return kinds


def _is_list(sign: str, lines: list[str]) -> bool:
    """Whether a run of marked lines is a list: more than one, and numbers count up or begin again."""
    numbers = [int(found[1]) for line in lines if (found := NUMBER.match(line))]
    return len(lines) > 1 and (sign != "1" or all(after <= before + 1 for before, after in pairwise(numbers)))


def _items(name: str, indents: list[int]) -> list[Kind | None]:
    """List items with their depth: one more for every indent that the item stands to the right of."""
    kinds, open_indents = list[Kind | None](), list[int]()
    for indent in indents:
        while open_indents and indent < open_indents[-1]:
            open_indents.pop()
        if not open_indents or indent > open_indents[-1] + 1:
            open_indents.append(indent)
        kinds.append((BlockKind.LIST_ITEM, (("list", name), ("depth", str(len(open_indents))))))
    return kinds
