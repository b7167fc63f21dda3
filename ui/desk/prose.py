"""What a cell shows: its text with the stretches that look different, and where every character of the real text went.

Pure: no Qt. All offsets are code points.
"""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from app.diff import Change, Chunk, edited
from app.model import OBJECT, PARAGRAPH_BREAK, Mark, MarkKind, Span, Text

LINE_BREAK = "\u2028"
"""A line break as Qt's text layout understands it."""

CODE_SIGN = "▫"
"""Stands on the desk for a code that must not be touched."""

THIN = "\u2009"
"""Stands between what went and what came; part of neither."""

SHADES = frozenset({"span", "font", "looks"})

REACH = 3
"""Words of unchanged text on either side of a change in the line of changes."""


class Look(StrEnum):
    """How a stretch differs from the running text."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    CODE = "code"
    PAIRED = "paired"
    INSERTED = "inserted"
    DELETED = "deleted"
    SOFT = "soft"


LOOKS = {
    MarkKind.STRONG: Look.STRONG,
    MarkKind.EMPHASIS: Look.EMPHASIS,
    MarkKind.LINK: Look.LINK,
    MarkKind.CODE: Look.CODE,
    MarkKind.PAIRED: Look.PAIRED,
}


class Stretch(Struct, frozen=True, array_like=True):
    """A stretch of the shown text and its look."""

    span: Span
    look: Look


class Piece(Struct, frozen=True, array_like=True):
    """A stretch of the shown text that is a stretch of the real text, or stands for none (empty `real`)."""

    shown: Span
    real: Span


class Prose(Struct, frozen=True):
    """The shown text; without `pieces` it is the real text, character for character."""

    text: str
    stretches: tuple[Stretch, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def shown(self, span: Span) -> Iterable[Span]:
        """Where a stretch of the real text is shown; in several parts when a deletion stands within it."""
        if not self.pieces:
            yield span
        for piece in self.pieces:
            start, end = max(span.start, piece.real.start), min(span.end, piece.real.end)
            if start < end:
                yield Span(start, end).shifted(piece.shown.start - piece.real.start)

    def real(self, at: int) -> int:
        """The offset in the real text of an offset in the shown one; inside a deletion, the place where it was."""
        for piece in self.pieces:
            if at <= piece.shown.end:
                return min(piece.real.end, piece.real.start + max(0, at - piece.shown.start))
        return self.pieces[-1].real.end if self.pieces else at


def displayable(text: str) -> str:
    """The same text, character for character, with breaks and codes as a layout can draw them."""
    return text.replace(PARAGRAPH_BREAK, LINE_BREAK).replace(OBJECT, CODE_SIGN)


def running(text: Text) -> Prose:
    """A text with its inline marks."""
    plain = displayable(text.plain)
    for mark in text.marks:
        if mark.kind is MarkKind.LINE_BREAK and mark.span.length == 1:
            plain = plain[: mark.span.start] + LINE_BREAK + plain[mark.span.end :]
    return Prose(plain, marked(text))


def marked(text: Text) -> tuple[Stretch, ...]:
    """The stretches of a text's inline marks."""
    return tuple(Stretch(mark.span, LOOKS[mark.kind]) for mark in text.marks if mark.kind in LOOKS and not _plain(mark))


def _plain(mark: Mark) -> bool:
    """Whether a mark is a code of which a reader of the page sees nothing but another shade."""
    return mark.kind is MarkKind.PAIRED and dict(mark.attributes).get("code") in SHADES


def changes(before: str, after: Text, *, blind: bool = False) -> Prose:
    """The imported text and the text now in one: what went stands before what came; `blind` passes over typography."""
    return _woven(edited(before, after.plain, blind=blind), before, after.plain, after)


def opinion(now: Text, other: str, *, blind: bool = False) -> Prose:
    """The text now and what another translation has instead, in one; offsets count in the text now."""
    return _woven(edited(now.plain, other, blind=blind), now.plain, other, now)


def change_line(before: str, after: str, *, blind: bool = False) -> Prose:
    """As `changes`, cut down to the changes with a few words around each; empty where there are none to be seen."""
    found = edited(before, after, blind=blind)
    if all(chunk.change is Change.EQUAL for chunk in found):
        return Prose("")
    last = len(found) - 1
    shortened: list[tuple[Chunk, str]] = []
    for number, chunk in enumerate(found):
        text = chunk.after.of(after)
        shortened.append((chunk, _shortened(text, first=number == 0, last=number == last) if chunk.change is Change.EQUAL else text))
    return _lined(shortened, before)


def joined(parts: Iterable[tuple[Prose, str]]) -> Prose:
    """Several texts, each followed by a separator; offsets count in the whole. For texts shown as they are."""
    text, stretches = "", []
    for prose, after in parts:
        stretches += [Stretch(stretch.span.shifted(len(text)), stretch.look) for stretch in prose.stretches]
        text += prose.text + after
    return Prose(text, tuple(stretches))


def _woven(found: Iterable[Chunk], before: str, after: str, real: Text) -> Prose:
    """Both texts in one, what went before what came; `real` is the one of them in which offsets count."""
    weave, first = _Weave(), real.plain == before
    for chunk in found:
        mine = chunk.before if first else chunk.after
        if chunk.change is Change.EQUAL:
            weave.add(mine.of(real.plain), mine)
            continue
        other = Span(mine.end, mine.end) if first else Span(mine.start, mine.start)
        old, new = chunk.before.of(before), chunk.after.of(after)
        weave.add(old, mine if first else other, Look.DELETED)
        if old and new and not old[-1].isspace():
            weave.add(THIN, other)
        weave.add(new, other if first else mine, Look.INSERTED)
    woven = Prose(weave.text, pieces=tuple(weave.pieces))
    inner = [Stretch(part, stretch.look) for stretch in marked(real) for part in woven.shown(stretch.span)]
    return Prose(weave.text, (*inner, *weave.stretches), tuple(weave.pieces))


class _Weave:
    """A text that grows piece by piece."""

    def __init__(self) -> None:
        self.text = ""
        self.stretches: list[Stretch] = []
        self.pieces: list[Piece] = []

    def add(self, words: str, real: Span, look: Look | None = None) -> None:
        """Append words that are a stretch of the real text or stand at a place of it."""
        shown = Span(len(self.text), len(self.text) + len(words))
        if words:
            self.text += displayable(words)
            self.pieces.append(Piece(shown, real))
        if words and look is not None:
            self.stretches.append(Stretch(shown, look))


def _lined(parts: Iterable[tuple[Chunk, str]], before: str) -> Prose:
    text, stretches = "", []
    for chunk, new in parts:
        if chunk.change is Change.EQUAL:
            text += displayable(new)
            continue
        old = chunk.before.of(before)
        for piece, look in ((old, Look.DELETED), (new, Look.INSERTED)):
            if piece:
                text += THIN if look is Look.INSERTED and old and not old[-1].isspace() else ""
                stretches.append(Stretch(Span(len(text), len(text) + len(piece)), look))
                text += displayable(piece)
    return Prose(text, tuple(stretches))


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """The ends of an unchanged stretch that lie beside a change."""
    words = text.split(" ")
    keep_head, keep_tail = (0 if first else REACH + 1), (0 if last else REACH + 1)
    if len(words) <= keep_head + keep_tail + 1:
        return text
    head, tail = words[:keep_head], words[len(words) - keep_tail :]
    return f"{' '.join(head)}{' ' if head else ''}…{' ' if tail else ''}{' '.join(tail)}"
