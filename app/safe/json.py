"""The parser of JSON files of others: no depth without end, no number that nothing holds, one sentence for whatever is wrong."""

import json
import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec

from app.errors import UNDECODABLE, UserError
from app.i18n import N_
from app.model import Span

MARK = b"\xef\xbb\xbf"
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')
SIGN = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)
"""One character of a string as it is written."""

Path = tuple[str | int, ...]
"""The names and numbers that lead from the top of a file to a value."""

DAMAGED = N_("The file is no sound JSON, or nested too deeply; save it again or ask for another copy.")
NOT_UTF8 = N_("The file is not UTF-8, as JSON has to be; save it again as UTF-8.")


def parse_json(data: bytes) -> Any:
    """What a JSON file says. Raises UserError for what is no JSON in UTF-8, nests too deep, or holds a number without end."""
    try:
        return msgspec.json.decode(data.removeprefix(MARK))
    except UnicodeDecodeError:
        raise UserError(NOT_UTF8) from None
    except (msgspec.DecodeError, RecursionError):
        raise UserError(DAMAGED) from None


def members(data: bytes) -> frozenset[str]:
    """The names in the one object of a JSON file, without reading what they stand for; none where the file is anything else."""
    try:
        return frozenset(msgspec.json.decode(data.removeprefix(MARK), type=dict[str, msgspec.Raw]))
    except UNDECODABLE:
        return frozenset()


class PlacedJson:
    """A JSON file in which strings can be changed while the rest stays to the byte; `value` is what it says.

    Raises UserError as `parse_json` does. Of a name that an object has twice, the last counts.
    """

    def __init__(self, data: bytes) -> None:
        self.value = parse_json(data)
        self._mark = MARK if data.startswith(MARK) else b""
        self._text = data.removeprefix(MARK).decode()

    def signs(self, path: Path) -> list[Span]:
        """Where each character of the string at this path stands in the file."""
        inner = self._strings[path]
        return [Span(*found.span()) for found in SIGN.finditer(self._text, inner.start, inner.end)]

    def whole(self, path: Path) -> Span:
        """Where the string at this path stands, without its quotation marks."""
        return self._strings[path]

    def replaced(self, pieces: Iterable[tuple[Span, str]]) -> bytes:
        """The file with these words in its strings; a file that spells all beyond ASCII as escapes goes on to do so."""
        plain, written, at = self._text.isascii(), list[str](), 0
        for span, words in sorted(pieces):
            written += [self._text[at : span.start], json.dumps(words, ensure_ascii=plain)[1:-1]]
            at = max(at, span.end)
        return self._mark + "".join([*written, self._text[at:]]).encode()

    @cached_property
    def _strings(self) -> dict[Path, Span]:
        strings: dict[Path, Span] = {}
        path: list[str | int] = []
        named = False
        for found in TOKEN.finditer(self._text):
            match found[0][0]:
                case "{" | "[" as opening:
                    path.append("" if opening == "{" else 0)
                    named = opening == "["
                case "}" | "]":
                    path.pop()
                case ",":
                    last = path[-1]
                    path[-1] = last + 1 if isinstance(last, int) else ""
                    named = isinstance(last, int)
                case '"' if not named and path:
                    path[-1], named = str(msgspec.json.decode(found[0])), True
                case '"':
                    strings[tuple(path)] = Span(found.start() + 1, found.end() - 1)
        return strings
