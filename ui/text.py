"""The one place that converts between Python's code points and Qt's UTF-16 positions."""

from app.model import Span


def to_utf16(text: str, at: int) -> int:
    """The UTF-16 position of code point `at` of `text`."""
    return at if text.isascii() else at + sum(char > "\uffff" for char in text[:at])


def to_code_points(text: str, at: int) -> int:
    """The code point at UTF-16 position `at` of `text`; a position inside a surrogate pair counts as its start."""
    if text.isascii():
        return min(at, len(text))
    position = 0
    for index, char in enumerate(text):
        position += 2 if char > "\uffff" else 1
        if position > at:
            return index
    return len(text)


def span_to_utf16(text: str, span: Span) -> tuple[int, int]:
    """Start and length of a span in UTF-16."""
    start = to_utf16(text, span.start)
    return start, to_utf16(text, span.end) - start
