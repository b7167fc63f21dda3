"""Codes that a translation has lost, put back at its end: for files whose rules say that they may not go."""

from app.formats.coded import LITERAL
from app.formats.codes.tokens import key_of
from app.model import OBJECT, Attributes, Mark, MarkKind, Span, Text


def with_codes(text: Text, reference: Text) -> Text:
    """The text with every code of the reference; those that it lacks follow it in their order."""
    there = {sign for mark in text.marks for sign in _signs(mark)}
    lost = [sign for mark in sorted(reference.marks, key=lambda mark: mark.span) for sign in _signs(mark) if sign not in there]
    for sign in dict.fromkeys(lost):
        text = text + Text(OBJECT, (Mark(Span(0, 1), MarkKind.PROTECTED, sign),))
    return text


def _signs(mark: Mark) -> list[Attributes]:
    """The signs of the code that a mark stands for: one, or where it lies over words its start and its end."""
    key, values = key_of(mark), dict(mark.attributes)
    if not key[0] or LITERAL in values:
        return []
    named = tuple((name, value) for name, value in zip(("code", "id", "number"), key, strict=True) if value)
    if mark.kind is not MarkKind.PROTECTED:
        return [(*named, ("part", part)) for part in ("start", "end")]
    return [(*named, ("part", values["part"])) if "part" in values else named]
