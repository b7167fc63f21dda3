"""Text as Markdown takes it literally."""

import re

SPECIAL = re.compile(r"[\\`*\[\]<|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<!\S)#|!(?=$)|\{(?=[{%])")
"""What means something anywhere in a line: an underscore only at the edge of a word, a hash only at its beginning, an
exclamation mark only where a link may follow, a brace only where a shortcode would begin."""
LINE_START = re.compile(r"^(?:([-+=>~])|(\d{1,9})([.)])(?=\s|$))")
"""What means something at the beginning of a line."""
TICKS = re.compile("`+")


def escaped(text: str) -> str:
    """A stretch of text without meaning for Markdown, wherever in a line it stands."""
    return SPECIAL.sub(r"\\\g<0>", text)


def at_line_start(line: str) -> str:
    """A line that begins neither a list nor a quotation nor a rule."""
    return LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def code_span(text: str) -> str:
    """A code span around a text that may hold back ticks itself."""
    fence = "`" * _free_run(text)
    pad = " " if text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip()) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def code_fence(text: str) -> str:
    """The line that opens and closes a code block around a text."""
    return "`" * max(3, max(map(len, TICKS.findall(text)), default=0) + 1)


def _free_run(text: str) -> int:
    """The shortest run of back ticks that does not stand in a text."""
    taken = {len(run) for run in TICKS.findall(text)}
    return next(length for length in range(1, len(taken) + 2) if length not in taken)


def destination(address: str) -> str:
    """An address for the round brackets of a link, escaped where it could end them."""
    if re.search(r"[\s()<>\\]|^$", address):
        return "<" + re.sub(r"[<>\\]", r"\\\g<0>", address) + ">"
    return re.sub(r"&(?=#?\w+;)", r"\&", address)
