"""Names with a number in them: G7, F-16, Covid-19."""

import re
from functools import lru_cache

from msgspec import Struct

from app.evidence.tokens import tokens
from app.model import Span


class Code(Struct, frozen=True):
    """A name with a number in it: G7, F-16, Covid-19."""

    span: Span
    letters: str
    digits: str


_CODE = re.compile(r"([A-Z](?<!\w.)[A-Za-z]{0,5})-?(\d{1,3})\b(?![.,:]\d)")


@lru_cache(maxsize=4096)
def codes(text: str) -> tuple[Code, ...]:
    """The names with a number in a text, in order."""
    if not tokens(text).figures:
        return ()
    return tuple(Code(Span(*match.span()), match[1].upper(), match[2]) for match in _CODE.finditer(text))
