"""What of a text a page or a table can hold."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def visible(words: str) -> str:
    """Without the control characters that no HTML or XML can hold, and without what would turn the line around them."""
    if words.isprintable():
        return words
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" if char < " " else _shown(char) for char in words)


def _shown(char: str) -> str:
    """A soft hyphen, a no-break space and their like stay; signs that reorder what follows, halves of pairs and non-characters do not."""
    code = ord(char)
    reorders = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return "\ufffd" if reorders or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE else char


def as_text(words: str) -> str:
    """A text that a spreadsheet reading it from CSV takes for text and nothing else."""
    shown = visible(words)
    return f"'{shown}" if shown.lstrip(" \n").startswith(FORMULA) or shown.startswith(FORMULA) else shown
