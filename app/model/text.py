"""Strings with inline marks, and the spans that point into them."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

OBJECT = "\ufffc"
"""Stands in `Text.plain` for one code that must not be touched; its mark says which."""

PARAGRAPH_BREAK = "\u2029"
"""Stands in `Text.plain` for a paragraph break inside a unit; its mark carries the block that begins there."""

Attributes = tuple[tuple[str, str], ...]
"""Names with their values, in the order in which they were read."""


def well_formed(plain: str) -> str:
    """A string that every file can hold: half of a surrogate pair, as a clipboard may bring it, becomes U+FFFD."""
    return plain if plain.isascii() else plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Span(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A stretch of text: code points, `end` exclusive."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start

    def overlap(self, other: "Span") -> int:
        """The number of code points that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies inside this one, borders included."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The stretch of this text."""
        return text[self.start : self.end]


class MarkKind(StrEnum):
    """What an inline mark means; `PAIRED` is something around words of which only its file knows what it means."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    CODE = "code"
    LINE_BREAK = "line-break"
    PROTECTED = "protected"
    PAIRED = "paired"
    BREAK = "break"


class Mark(Struct, frozen=True, omit_defaults=True):
    """An inline mark over a span of a `Text`.

    `attributes` hold what the kind needs (``href`` of a link, ``kind`` and attributes of the block that a paragraph break
    begins). A mark that ran over several rows has the same non-empty `id` in each.
    """

    span: Span
    kind: MarkKind
    attributes: Attributes = ()
    id: str = ""

    def at(self, span: Span) -> "Mark":
        """The same mark over another span."""
        return replace(self, span=span)


def after_edit(span: Span, edited: Span, grown: int) -> Span | None:
    """Where `span` lies once `edited` has been replaced by `grown` code points; None when the edit swallowed it.

    Typing inside a span stretches it, typing at its borders does not, and replacing exactly what it covers keeps it over
    the replacement.
    """
    shift = grown - edited.length
    if edited.end <= span.start and edited != span:
        return span.shifted(shift)
    if edited.start >= span.end and edited != span:
        return span
    if span.covers(edited):
        return Span(span.start, span.end + shift)
    if edited.covers(span):
        return None
    if edited.start < span.start:
        return Span(edited.start + grown, span.end + shift)
    return Span(span.start, edited.start)


class Text(Struct, frozen=True, omit_defaults=True):
    """A string with inline marks; spans of the marks point into `plain`."""

    plain: str = ""
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: "Text") -> "Text":
        """Both texts in a row; a mark that two neighbours share by id becomes one again."""
        by = len(self.plain)
        marks = list(self.marks)
        for mark in other.marks:
            moved = mark.at(mark.span.shifted(by))
            twin = next((i for i, m in enumerate(marks) if m.id and m.id == moved.id and m.span.end == moved.span.start), None)
            if twin is None:
                marks.append(moved)
            else:
                marks[twin] = marks[twin].at(Span(marks[twin].span.start, moved.span.end))
        return Text(self.plain + other.plain, tuple(marks))

    def slice(self, span: Span) -> "Text":
        """The stretch `span`, with the marks that reach into it cut to it."""
        if not self.marks:
            return Text(self.plain[span.start : span.end])
        marks = []
        for mark in self.marks:
            start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
            if start < end:
                marks.append(mark.at(Span(start - span.start, end - span.start)))
        return Text(self.plain[span.start : span.end], tuple(marks))

    def replaced(self, span: Span, plain: str) -> "Text":
        """This text with `span` replaced by `plain`; marks follow as `after_edit` says."""
        moved = ((mark, after_edit(mark.span, span, len(plain))) for mark in self.marks)
        marks = tuple(mark.at(place) for mark, place in moved if place is not None and place.length)
        return Text(self.plain[: span.start] + plain + self.plain[span.end :], marks)

    def rewritten(self, pieces: Sequence[tuple[Span, str]]) -> "Text":
        """This text with many stretches replaced at once, which are given in order; marks inside one lie over what replaced it."""
        written, starts, at, end = list[str](), list[int](), 0, 0
        places = list[tuple[Span, Span]]()
        for piece, instead in pieces:
            written += (self.plain[at : piece.start], instead)
            begin = end + piece.start - at
            at, end = piece.end, begin + len(instead)
            starts.append(piece.start)
            places.append((piece, Span(begin, end)))

        def moved(offset: int, *, closing: bool) -> int:
            number = bisect_right(starts, offset) - 1
            if number < 0:
                return offset
            piece, instead = places[number]
            if offset >= piece.end:
                return instead.end + offset - piece.end
            return instead.end if closing and offset > piece.start else instead.start

        spans = (Span(moved(mark.span.start, closing=False), moved(mark.span.end, closing=True)) for mark in self.marks)
        marks = tuple(mark.at(span) for mark, span in zip(self.marks, spans, strict=True) if span.length)
        return Text("".join(written) + self.plain[at:], marks)

    def toggled(self, span: Span, kind: MarkKind) -> "Text":
        """With a mark of this kind over `span`; without any there when the span lies wholly in such marks."""
        inside = [mark for mark in self.marks if mark.kind is kind and mark.span.overlap(span)]
        others = tuple(mark for mark in self.marks if mark not in inside)
        if sum(mark.span.overlap(span) for mark in inside) < span.length:
            start, end = min([span.start, *(m.span.start for m in inside)]), max([span.end, *(m.span.end for m in inside)])
            kept: tuple[Mark, ...] = (Mark(Span(start, end), kind, inside[0].attributes if inside else ()),)
        else:
            ends = ((mark, part) for mark in inside for part in (Span(mark.span.start, span.start), Span(span.end, mark.span.end)))
            kept = tuple(mark.at(part) for mark, part in ends if part.length > 0)
        return Text(self.plain, tuple(sorted((*others, *kept), key=lambda mark: (mark.span.start, -mark.span.end))))

    def linked(self, span: Span, words: str, address: str) -> "Text":
        """With these words over `span`, as a link to an address, or as plain words where it is empty; links there before are gone."""
        text = self.replaced(span, words) if span.of(self.plain) != words else self
        over = Span(span.start, span.start + len(words))
        others = [mark for mark in text.marks if mark.kind is not MarkKind.LINK or not mark.span.overlap(over)]
        link = [Mark(over, MarkKind.LINK, (("href", address),))] if address and words else []
        return Text(text.plain, tuple(sorted((*others, *link), key=lambda mark: (mark.span.start, -mark.span.end))))

    def with_codes_of(self, *others: "Text") -> "Text":
        """With a code under every sign that stands bare: the next one of these texts that is not there; so codes can be moved."""
        mine = [mark for mark in self.marks if mark.kind is MarkKind.PROTECTED]
        covered = {mark.span.start for mark in mine}
        bare = [at for at, sign in enumerate(self.plain) if sign == OBJECT and at not in covered] if OBJECT in self.plain else []
        if not bare:
            return self
        there = [mark.attributes for mark in mine]
        waiting = list[Mark]()
        for mark in (mark for other in others for mark in sorted(other.marks, key=lambda mark: mark.span)):
            if mark.kind is MarkKind.PROTECTED and mark.attributes not in there:
                waiting.append(mark)
                there.append(mark.attributes)
        moved = [mark.at(Span(at, at + 1)) for at, mark in zip(bare, waiting, strict=False)]
        return Text(self.plain, tuple(sorted((*self.marks, *moved), key=lambda mark: (mark.span.start, -mark.span.end))))

    def stripped(self) -> "Text":
        """Without white space at either end."""
        start = len(self.plain) - len(self.plain.lstrip())
        return self.slice(Span(start, max(start, len(self.plain.rstrip()))))
