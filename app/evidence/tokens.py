"""One reading of each text, shared by everything that looks at its words: a row is asked by some forty checks."""

import re
from functools import lru_cache
from operator import eq

from msgspec import Struct

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word, with what an apostrophe joins to it, or a figure; hyphens divide words."""
START = 4
"""Letters by which the beginning of a word is looked up."""
_STOPS = '.,;:!?()[]"„“”»«…–'
_FIGURE = re.compile(r"[\d$€£¥₹%‰½¼¾⅓⅔²°]")


class Tokens(Struct, frozen=True, gc=False):
    """The words of a text, in lower case, with straight apostrophes.

    `lower` is the text in lower case, `words` its words in order, `known` each of them once; hyphens and figures divide words.
    `starts` holds the first `START` letters of every word. `figures`: whether it holds a digit or a sign that goes with digits.
    """

    lower: str
    words: tuple[str, ...]
    known: frozenset[str]
    starts: frozenset[str]
    figures: bool

    @property
    def doubled(self) -> bool:
        """Whether two neighbouring words are the same."""
        return any(map(eq, self.words, self.words[1:]))


class Said(Struct, frozen=True, gc=False):
    """The words and figures of a text in order, as they stand there, and all between spaces that is more than a word, joined by spaces."""

    words: tuple[str, ...]
    odd: str


@lru_cache(maxsize=16384)
def said(text: str) -> Said:
    """The words and figures of a text, read once; most words stand alone between spaces, and need no pattern."""
    found: list[str] = []
    odd: list[str] = []
    for chunk in text.split():
        if chunk.isalpha() or (chunk := chunk.strip(_STOPS)).isalpha():
            found.append(chunk)
        else:
            found += WORD.findall(chunk)
            odd.append(chunk)
    return Said(tuple(found), " ".join(odd))


@lru_cache(maxsize=16384)
def tokens(text: str) -> Tokens:
    """The reading of a text, made once."""
    read = said(text)
    words = " ".join(read.words).lower().replace("’", "'").split()
    figures = _FIGURE.search(read.odd) is not None
    if figures:
        words = [word for word in words if not word[0].isdecimal()]
    known = frozenset(words)
    return Tokens(text.lower(), tuple(words), known, frozenset([word[:START] for word in known]), figures)
