"""The lines of a PO file as entries: what each says, and in which lines."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from app.errors import UserError
from app.i18n import N_
from app.model import Span

KEYWORD = re.compile(r'[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?|domain)[ \t]*("(?:[^"\\]|\\.)*")[ \t]*$')
MORE = re.compile(r'[ \t]*("(?:[^"\\]|\\.)*")[ \t]*$')
ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))")
SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
SPELLED = str.maketrans({"\\": "\\\\", '"': '\\"', **{sign: f"\\{letter}" for letter, sign in SIGNS.items()}})
WIDTH = 77
"""Columns at which gettext's own programs wrap a string."""


class Part(Struct, frozen=True):
    """One string of an entry: its keyword, what it says, and its lines."""

    keyword: str
    text: str
    lines: Span


class Entry(Struct, frozen=True):
    """A message: its lines, the comments before it, and its strings by keyword."""

    lines: Span
    parts: tuple[Part, ...]

    def text(self, keyword: str) -> str:
        """What the string of this keyword says; nothing where there is none."""
        return next((part.text for part in self.parts if part.keyword == keyword), "")

    @property
    def translations(self) -> list[Part]:
        """The strings to be translated, one for each plural form."""
        return [part for part in self.parts if part.keyword.startswith("msgstr")]


def entries(lines: Sequence[str]) -> Iterator[Entry]:
    """The messages in these lines, obsolete ones left out. Raises UserError for a line that PO does not know."""
    parts, start = list[Part](), 0
    for number, line in enumerate(lines):
        bare = line.rstrip("\r\n")
        found = KEYWORD.match(bare)
        comment = not bare.strip() or bare.lstrip().startswith("#")
        if parts and (comment or (found and found[1] in {"msgid", "msgctxt"})) and parts[-1].keyword.startswith("msgstr"):
            yield Entry(Span(start, number), tuple(parts))
            parts, start = [], number
        if comment:
            start = number + 1 if not bare.strip() and not parts else start
        elif found:
            parts.append(Part(found[1], unescaped(found[3]), Span(number, number + 1)))
        elif parts and (more := MORE.match(bare)):
            last = parts[-1]
            parts[-1] = Part(last.keyword, last.text + unescaped(more[1]), Span(last.lines.start, number + 1))
        else:
            raise UserError(N_("Line {number} is none that a PO file can have."), number=number + 1)
    if parts:
        yield Entry(Span(start, len(lines)), tuple(parts))


def unescaped(quoted: str) -> str:
    """What a string in quotation marks says."""

    def meant(found: re.Match[str]) -> str:
        code = int(found[1], 8) if found[1] else int(found[2], 16) if found[2] else None
        return SIGNS.get(found[3], found[3]) if code is None else chr(code)

    return ESCAPE.sub(meant, quoted[1:-1])


def spelled(keyword: str, text: str, newline: str) -> str:
    """A string as gettext's own programs write it: one line where it fits, else one for each line of the text, wrapped."""
    whole = f'{keyword} "{text.translate(SPELLED)}"'
    if "\n" not in text[:-1] and len(whole) <= WIDTH + 2:
        return whole + newline
    written = [f'{keyword} ""']
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        written += (f'"{piece.translate(SPELLED)}"' for piece in _wrapped(line))
    return newline.join(written) + newline


def _wrapped(line: str) -> list[str]:
    pieces = [""]
    for word in re.findall(r"\S*\s*", line):
        if pieces[-1] and len((pieces[-1] + word.rstrip()).translate(SPELLED)) > WIDTH:
            pieces.append("")
        pieces[-1] += word
    return pieces
