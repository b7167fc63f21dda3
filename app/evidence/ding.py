"""A Ding dictionary, where the system has one: more German words for English ones that our own list does not know.

The format is that of TU Chemnitz (Debian's ``trans-de-en``): ``deutsch {f}; zweites | … :: english; second | …``, one entry a line.
It is read once and kept in a prepared form; nothing depends on it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from app import settings
from app.evidence import morphology, prepared
from app.evidence.morphology import english_stems, german_stem

SYSTEM = Path("/usr/share/trans/de-en")
"""Where Debian and its relatives put it."""

NOTE = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|/[^/]*/")
WORD = re.compile(r"[^\W\d_]{3,}")
MOST = 12
"""German stems that are kept for an English one: beyond these the word means everything and says nothing."""

Stems = dict[str, tuple[str, ...]]
_STEMS = msgspec.msgpack.Decoder(Stems)


def german_for(stem: str) -> tuple[str, ...]:
    """The German stems that a dictionary gives for an English stem; nothing where there is no dictionary."""
    return _dictionary().get(stem, ())


@cache
def _dictionary() -> Stems:
    named = settings.load()[0].checking.dictionary
    path = Path(named) if named else SYSTEM
    if not path.is_file():
        return {}
    files = [path, Path(__file__), *morphology.made_of()]
    return prepared.kept("ding", files, _STEMS.decode, lambda: read(path))


def read(path: Path) -> Stems:
    """The single words of a dictionary file, English stems to German ones; lines of another form are passed over."""
    found: dict[str, dict[str, None]] = {}
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            german, colons, english = line.partition("::")
            if colons and not line.startswith("#"):
                for one, other in zip(german.split("|"), english.split("|"), strict=False):
                    _pair(found, one, other)
    return {stem: tuple(words)[:MOST] for stem, words in found.items() if len(words) <= 2 * MOST}


def _pair(found: dict[str, dict[str, None]], german: str, english: str) -> None:
    """Take the words of one entry; phrases are left out, since one of their words rarely means what they do."""
    renderings = [german_stem(word) for word in _single(german)]
    for word in _single(english):
        if renderings:
            found.setdefault(english_stems(word)[0], {}).update(dict.fromkeys(renderings))


def _single(side: str) -> Iterator[str]:
    for alternative in NOTE.sub("", side).split(";"):
        word = alternative.strip().removeprefix("to ").strip()
        if WORD.fullmatch(word):
            yield word
