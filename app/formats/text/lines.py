"""A plain text cut into lines and paragraphs of lines; every offset is a code point of the text as it came."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from app.model import Span

LINE = re.compile(r"([^\r\n\x0b\x0c]*)(?:\r\n|[\r\n\x0b\x0c]|\Z)")
BLANK = re.compile(r"[ \t\r\n\x0b\x0c]*[\r\n\x0b\x0c]")
"""At the beginning of a line: blank lines, however many, in one go."""
WORD_BREAK = re.compile(r"[ \t]")
INVISIBLE = "\ufeff\u200b\u2060"
STOP = re.compile(r"[.!?…:;][\"'”“’‘»«›‹)\]]*$")
"""A line that ends here ends a thought; an opening mark of one language closes in the other."""

WIDTHS = range(30, 161)
"""No hand or mail program wraps narrower or wider than this."""

FULL = 0.8
"""The share of lines that must be as full as they can be before single breaks count as wrapping."""
STRICT = 0.95
"""The share from which a program wrapped them, not a hand."""
SHORT = 0.7
"""Even by hand, nobody leaves more of the width free than this inside a paragraph."""
OVERHANG = 8
"""A line this much longer than the rest was not wrapped at all: a headline, a promo."""
SAMPLE = 2_000
"""Lines that are enough to tell."""


class Line(Struct, frozen=True, gc=False):
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
    groups: list[list[Line]] = []
    for line in _lines(text):
        if line.apart:
            groups.append([])
        groups[-1].append(line)
    return groups


def _lines(text: str) -> Iterator[Line]:
    """The lines that hold something; the first is apart."""
    at, apart = 0, True
    while at < len(text):
        blank = BLANK.match(text, at)
        if blank:
            at, apart = blank.end(), True
        match = LINE.match(text, at)
        assert match is not None
        bare = _bare(match[1])
        if bare:
            start = match.start() + match[1].index(bare)
            yield Line(bare, Span(start, start + len(bare)), _indent(match[1]), apart)
        at, apart = match.end(), not bare


def _bare(raw: str) -> str:
    """A line without what nobody sees at its ends."""
    bare = raw.strip()
    seen = bare.strip(INVISIBLE)
    return bare if len(seen) == len(bare) else seen.strip()


def _indent(raw: str) -> int:
    if not raw[0].isspace():
        return 0
    wide = raw.expandtabs(4)
    return len(wide) - len(wide.lstrip())


class Wrapping(Struct, frozen=True):
    """The width to which single line breaks wrap a text, in code points, 0 where they end paragraphs.

    `strict` says that no line leaves room for the next word, so that one which does was ended on purpose.
    """

    width: int = 0
    strict: bool = False

    def continues(self, line: Line, after: Line) -> bool:
        """Whether the break between two lines only wraps, so that they belong to one paragraph."""
        least = self.width if self.strict else self.width * SHORT
        return len(line.text) <= self.width + OVERHANG and reaches(line, after, least)


def wrapping_of(groups: list[list[Line]]) -> Wrapping:
    """How the single line breaks of a text are meant.

    A wrapped line is full: the first word of the next would not have fitted. Lines that mostly end sentences are paragraphs
    however long they are, and so are lines among which many are much longer than the rest.
    """
    pairs = [pair for group in groups for pair in pairwise(group)][:SAMPLE]
    lines = [line for group in groups if len(group) > 1 for line in group][:SAMPLE]
    if not pairs or sum(first.stops for first, _next in pairs) > len(pairs) / 2:
        return Wrapping()
    widths = sorted({len(first.text) for first, _next in pairs} & set(WIDTHS), reverse=True)
    width = max(widths, key=lambda width: _full(pairs, width), default=0)
    longer = sum(len(line.text) > width + OVERHANG for line in lines)
    if not width or _full(pairs, width) < FULL or longer > (1 - FULL) * len(lines):
        return Wrapping()
    inner = [pair for pair in pairs[1:] if not pair[0].stops]
    return Wrapping(width, strict=_full(inner, width) >= STRICT)


def _full(pairs: list[tuple[Line, Line]], width: int) -> float:
    """The share of lines that are as full as they can be."""
    return sum(len(first.text) <= width and reaches(first, after, width) for first, after in pairs) / max(1, len(pairs))


def reaches(line: Line, following: Line, width: float) -> bool:
    """Whether the first word of the following line would not have fitted into this one; a no-break space ends no word."""
    return len(line.text) + 1 + len(WORD_BREAK.split(following.text, maxsplit=1)[0]) > width
