"""A plain text cut into lines and paragraphs of lines; every offset is a code point of the text as it came."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from msgspec import Struct

from app.model import Span

LINE = re.compile(r"([^\r\n\x0b\x0c]*)(?:\r\n|[\r\n\x0b\x0c]|\Z)")
INVISIBLE = "\ufeff\u200b\u2060"
STOP = re.compile(r"[.!?…:;][\"'”“’‘»«›‹)\]]*$")
"""A line that ends here ends a thought; an opening mark of one language closes in the other."""

WIDTHS = range(30, 161)
"""No hand or mail program wraps narrower or wider than this."""

FULL = 0.8
"""The share of lines that must be as full as they can be before single breaks count as wrapping."""


class Line(Struct, frozen=True):
    """One line without the white space around it; `indent` counts what stood before, `apart` says whether a blank line did."""

    text: str
    span: Span
    indent: int = 0
    apart: bool = False

    @property
    def stops(self) -> bool:
        """Whether the line ends a sentence."""
        return STOP.search(self.text) is not None


def lines_of(text: str) -> list[list[Line]]:
    """The lines of a text, grouped where blank lines stand between them."""
    return [list(group) for filled, group in groupby(_lines(text), key=lambda line: bool(line.text)) if filled]


def _lines(text: str) -> Iterator[Line]:
    apart = True
    for match in LINE.finditer(text):
        raw = match[1]
        bare = raw.strip().strip(INVISIBLE).strip()
        start = match.start() + (raw.index(bare) if bare else 0)
        indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
        yield Line(bare, Span(start, start + len(bare)), indent, apart)
        apart = not bare


def wrap_width(groups: list[list[Line]]) -> int:
    """The width to which single line breaks wrap this text, in code points; 0 where they end paragraphs.

    A wrapped line is full: the first word of the next would not have fitted. Lines that mostly end sentences are
    paragraphs however long they are.
    """
    pairs = [pair for group in groups for pair in pairwise(group)]
    if not pairs:
        return 0
    lengths = sorted(len(first.text) for first, _next in pairs)
    width = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    full = sum(reaches(first, after, width) for first, after in pairs)
    stops = sum(first.stops for first, _next in pairs)
    return width if width in WIDTHS and full >= FULL * len(pairs) and stops <= len(pairs) / 2 else 0


def reaches(line: Line, following: Line, width: float) -> bool:
    """Whether the first word of the following line would not have fitted into this one."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width
