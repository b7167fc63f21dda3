"""One reading of each text, shared by everything that looks at its words: a row is asked by some forty checks."""

import re
from functools import lru_cache
from operator import eq

from msgspec import Struct

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
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


def parts(text: str, pattern: re.Pattern[str]) -> tuple[list[str], list[str]]:
    """The matches of a pattern for words, which holds no white space, and what stands between spaces that is more than a word.

    Most words stand alone between spaces, and need no pattern.
    """
    found: list[str] = []
    odd: list[str] = []
    for chunk in text.split():
        if chunk.isalpha() or (chunk := chunk.strip(_STOPS)).isalpha():
            found.append(chunk)
        else:
            found += pattern.findall(chunk)
            odd.append(chunk)
    return found, odd


@lru_cache(maxsize=16384)
def tokens(text: str) -> Tokens:
    """The reading of a text, made once."""
    lower = text.lower()
    words, odd = parts(lower.replace("’", "'"), _WORD)
    known = frozenset(words)
    figures = bool(odd) and _FIGURE.search(" ".join(odd)) is not None
    return Tokens(lower, tuple(words), known, frozenset([word[:START] for word in known]), figures)
