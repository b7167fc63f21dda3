"""Which words of a German text are worth asking a dictionary about."""

import re
from collections.abc import Iterable

from msgspec import Struct

from app.model import Span

WORD = re.compile(r"[^\W\d_]+(?:[\u00ad’'][^\W\d_]+)*")
ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\S+\.(?:com|de|org|net|uk|gov|at|ch)\b\S*|[#@]\w+")
SHORTEST = 3
SOFT_HYPHEN = "\u00ad"


class Candidate(Struct, frozen=True):
    """A word as it stands (`span` in the text) and as a dictionary knows it."""

    span: Span
    word: str


def candidates(text: str, known: frozenset[str] = frozenset()) -> list[Candidate]:
    """The words to look up, in order; parts of hyphenated words apart („KI-Videotechnik“: a part may be English).

    Left out: short words, capital letters only (abbreviations), letters mixed with figures („3D“), addresses, and every word
    of `known` (folded by `casefold`), also with the s of a genitive.
    """
    skipped = [Span(match.start(), match.end()) for match in ADDRESS.finditer(text)]
    found = []
    for match in WORD.finditer(text):
        span = Span(match.start(), match.end())
        word = match.group().replace(SOFT_HYPHEN, "")
        if _worth(word) and not _beside_figure(text, span) and not any(s.covers(span) for s in skipped) and not _known(word, known):
            found.append(Candidate(span, word))
    return found


def known_from(texts: Iterable[str]) -> frozenset[str]:
    """Words that need no dictionary because they stand in the source: names above all, folded by `casefold`."""
    return frozenset(match.group().casefold() for text in texts for match in WORD.finditer(text) if match.group()[:1].isupper())


def _worth(word: str) -> bool:
    return len(word) >= SHORTEST and not word.isupper() and not re.search(r"[a-zäöüß][A-ZÄÖÜ]", word)


def _beside_figure(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start].isdigit() or text[span.end : span.end + 1].isdigit()


def _known(word: str, known: frozenset[str]) -> bool:
    folded = word.casefold()
    return folded in known or folded.removesuffix("s") in known or folded.replace("’", "'").removesuffix("'s") in known
