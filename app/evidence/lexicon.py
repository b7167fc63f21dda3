"""The bilingual word list: English words to the stems of their German renderings."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from msgspec import Struct

from app.evidence.morphology import english_stems, german_base, german_stem

_JOINTS = ("s", "es", "n", "en", "er", "e")


class Entry(Struct, frozen=True, gc=False):
    """The German words that may stand for an English one, and whether it is a function word only."""

    german: tuple[str, ...]
    verb: bool = False


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    """English stems with the German words of their renderings, from all files of the word list."""
    found: dict[str, list[Entry]] = {}
    for lemma, kind, renderings in _lines():
        german = tuple(word for rendering in renderings for word in rendering.split() if len(word) > 2)
        entry = Entry(german, kind == "v")
        for word in lemma.split():
            found.setdefault(english_stems(word)[0], []).append(entry)
    return {stem: tuple(entries) for stem, entries in found.items()}


def _lines() -> Iterator[tuple[str, str, list[str]]]:
    folder = resources.files("resources") / "lexicon"
    if not folder.is_dir():
        return
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".txt"):
            for line in file.read_text("utf-8").splitlines():
                head, colon, right = line.partition("#")[0].partition(":")
                if colon:
                    lemma, _, kind = head.strip().rpartition(" ")
                    yield lemma, kind, right.split(",")


def renderings(word: str) -> frozenset[str]:
    """The stems of the German renderings of an English word; empty when the list does not know it."""
    stems = set()
    for english in english_stems(word):
        for entry in _entries().get(english, ()):
            for german in entry.german:
                stem = german_stem(german)
                stems.add(stem)
                if entry.verb:
                    stems.add(german_base(stem))
    return frozenset(stems)


@cache
def _german_stems() -> frozenset[str]:
    return frozenset(german_stem(word) for entries in _entries().values() for entry in entries for word in entry.german)


def german_keys(word: str) -> tuple[str, ...]:
    """The stem of a German word and those of the known words it is compounded of."""
    stem = german_stem(word)
    known_stems = _german_stems()
    parts = [stem]
    for cut in range(4, len(stem) - 3):
        left, right = stem[:cut], stem[cut:]
        if right in known_stems:
            parts.append(right)
        parts.extend(stem for stem in _without_joint(left) if stem in known_stems)
    return tuple(dict.fromkeys(parts))


def _without_joint(left: str) -> Iterator[str]:
    yield left
    for joint in _JOINTS:
        if left.endswith(joint) and len(left) - len(joint) >= 3:
            yield left[: -len(joint)]


def known(stems: Iterable[str]) -> bool:
    """Whether the list knows one of these German stems as the rendering of something."""
    return not _german_stems().isdisjoint(stems)
