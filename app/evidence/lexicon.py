"""The bilingual word list: English words to the stems of their German renderings."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from app.evidence.morphology import english_stem, german_stem


@cache
def _entries() -> dict[str, tuple[str, ...]]:
    """English stems with the German words of their renderings, from all files of the word list."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines():
        head, _, right = line.partition(":")
        lemma = head.rpartition(" ")[0]
        renderings = tuple(word for word in right.replace(",", " ").split() if len(word) > 2)
        for word in lemma.split():
            stem = english_stem(word)
            found[stem] = found.get(stem, ()) + renderings
    return found


def _lines() -> Iterator[str]:
    folder = resources.files("resources") / "lexicon"
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".txt"):
            for line in file.read_text("utf-8").splitlines():
                text = line.partition("#")[0].strip()
                if ":" in text:
                    yield text


def renderings(word: str) -> frozenset[str]:
    """The stems of the German renderings of an English word; empty when the list does not know it."""
    return frozenset(german_stem(german) for german in _entries().get(english_stem(word), ()))


@cache
def _german_stems() -> frozenset[str]:
    return frozenset(german_stem(word) for words in _entries().values() for word in words)


def german_keys(word: str) -> tuple[str, ...]:
    """The stem of a German word and those of the known words it is compounded of."""
    stem = german_stem(word)
    known = _german_stems()
    parts = [stem]
    for cut in range(4, len(stem) - 3):
        left, right = stem[:cut], stem[cut:]
        if right in known:
            parts.append(right)
        if left in known or (left[-1] == "s" and left[:-1] in known):
            parts.append(german_stem(left))
    return tuple(parts)


def known(stems: Iterable[str]) -> bool:
    """Whether the list knows one of these German stems as the rendering of something."""
    return not _german_stems().isdisjoint(stems)
