"""The text of a segment as aligned files hold it: every character counts, and codes stand among them."""

import re

from app.formats.inline import runs, sign
from app.model import OBJECT, Attributes, Mark, MarkKind, Span, Text, well_formed

LITERAL = "literal"
"""The attribute of a protected mark that stands for one character which a row cannot show."""
ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufffc]")
LINE_END = re.compile("\n")


class Coding:
    """Gathers the text of one segment: `add` characters, `code` what must not be touched; `text` is the outcome."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self.length = 0

    def add(self, raw: str) -> None:
        """Add characters as they are; a line end becomes a marked space, what cannot be shown a protected code."""
        raw = well_formed(raw)
        for found in ODD.finditer(raw):
            self._mark(found.start(), MarkKind.PROTECTED, ((LITERAL, found[0]),))
        for found in LINE_END.finditer(raw):
            self._mark(found.start(), MarkKind.LINE_BREAK)
        self._put(LINE_END.sub(" ", ODD.sub(OBJECT, raw)))

    def code(self, attributes: Attributes) -> None:
        """Add a code that must not be touched."""
        self._mark(0, MarkKind.PROTECTED, attributes)
        self._put(OBJECT)

    def cover(self, start: int, kind: MarkKind, attributes: Attributes) -> None:
        """Put a mark over everything that was added from offset `start` on."""
        self._marks.append(Mark(Span(start, self.length), kind, attributes))

    @property
    def text(self) -> Text:
        """Everything that was added."""
        return Text("".join(self._pieces), tuple(sorted(self._marks, key=lambda mark: (mark.span.start, -mark.span.end))))

    def _mark(self, at: int, kind: MarkKind, attributes: Attributes = ()) -> None:
        self._marks.append(Mark(Span(self.length + at, self.length + at + 1), kind, attributes))

    def _put(self, plain: str) -> None:
        self._pieces.append(plain)
        self.length += len(plain)


def coded(raw: str) -> Text:
    """A text of characters alone."""
    coding = Coding()
    coding.add(raw)
    return coding.text


def edges(text: Text) -> tuple[Text, Text, Text]:
    """The white space before a text, the text without it, the white space after it."""
    start = len(text.plain) - len(text.plain.lstrip())
    end = max(start, len(text.plain.rstrip()))
    return text.slice(Span(0, start)), text.slice(Span(start, end)), text.slice(Span(end, len(text.plain)))


def characters(text: Text) -> str:
    """A text as characters alone: line ends and odd ones as they were; of a code nothing remains."""
    return "".join(literal(sign(run), run.text) for run in runs(text))


def literal(mark: Mark | None, plain: str) -> str:
    """The characters that a stretch under a line break or a protected mark stands for."""
    if mark is None:
        return plain
    return "\n" if mark.kind is MarkKind.LINE_BREAK else dict(mark.attributes).get(LITERAL, "")


def same(one: Text, other: Text) -> bool:
    """Whether two texts say the same in the same marks, whatever ids these have."""
    return one.plain == other.plain and _meaning(one) == _meaning(other)


def _meaning(text: Text) -> list[tuple[Span, MarkKind, Attributes]]:
    return sorted((mark.span, mark.kind, mark.attributes) for mark in text.marks)
