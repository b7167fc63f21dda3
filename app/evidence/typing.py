"""What a key becomes in German while one types: quotation marks by their place, dashes, the ellipsis."""

import re

from msgspec import Struct

from app.style import HouseStyle

OPENS_AFTER = re.compile(r"(?:^|[\s\u2029(\[{/–—-])$")
"""Where a quotation mark opens, besides behind another opening one: at the beginning, behind white space, brackets, dashes."""

HYPHEN_FOR_DASH = re.compile(r"(?<=[^\s-])(\s)-$")
"""A hyphen with a space on its left; the space on its right is being typed."""


class Instead(Struct, frozen=True):
    """What stands in the place of a key: `back` code points before the caret go, `text` comes."""

    text: str
    back: int = 0


def typed(before: str, key: str, style: HouseStyle) -> Instead | None:
    """What a key typed behind `before` becomes in the style of the house; None when it stays as it is."""
    match key:
        case '"':
            return Instead(_quote(before, style))
        case "'":
            return Instead(_single(before, style))
        case " " if HYPHEN_FOR_DASH.search(before):
            return Instead("– ", 1)
        case "." if before.endswith("..") and not before.endswith("..."):
            return Instead("…", 2)
        case _:
            return None


def _quote(before: str, style: HouseStyle) -> str:
    """An opening or closing mark; inside an open quotation a second one opens as an inner one."""
    outer, inner = style.quotes, style.inner_quotes
    if _opens(before, style):
        return inner[0] if _open(before, outer) else outer[0]
    return inner[1] if _open(before, inner) and _open(before, outer) else outer[1]


def _single(before: str, style: HouseStyle) -> str:
    """An inner mark by its place; behind a letter, with no inner quotation open, an apostrophe."""
    if _opens(before, style):
        return style.inner_quotes[0]
    return style.inner_quotes[1] if _open(before, style.inner_quotes) else "’"


def _opens(before: str, style: HouseStyle) -> bool:
    return bool(OPENS_AFTER.search(before)) or before.endswith((style.quotes[0], style.inner_quotes[0]))


def _open(before: str, marks: tuple[str, str]) -> bool:
    """Whether a quotation is open: its last mark is an opening one, in the paragraph that is being written."""
    paragraph = before.rpartition("\u2029")[2]
    return paragraph.rfind(marks[0]) > paragraph.rfind(marks[1])
