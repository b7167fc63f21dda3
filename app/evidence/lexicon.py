"""The bilingual word list: English words to the stems of their German renderings.

The list is kept in ``resources/lexicon`` and described in its README.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
from msgspec import Struct

from app.evidence import ding, morphology, prepared
from app.evidence.morphology import english_stems, german_base, german_stem, german_trunk, stem_of_trunk

_JOINTS = ("", "s", "es", "n", "en", "er", "e")
_SHORTEST_PART = 4
_SUFFIXES = tuple("er or ee ment nes ful abl ibl iv ion ation al iti ship ist ic ian i th en".split())
_LIGHT = frozenset(
    """
    be bring come do get give go have hold keep make put run set take turn
    bleiben bringen fallen führen geben gehen haben halten kommen lassen liegen machen nehmen sein setzen stehen stellen treten tun
    werden ziehen sich nicht
    """.split()
)
"""Verbs that tell nothing of a phrase: *take* of *take place*, „treten“ of „in Kraft treten“."""
_PREFIXES = ("un", "re", "non", "anti", "pre", "over", "under", "mis", "dis", "co")


class Entry(Struct, frozen=True, gc=False):
    """One entry of the list: its part of speech and the words of its German renderings."""

    kind: str
    german: tuple[str, ...]


class Prepared(Struct, frozen=True):
    """The whole list as it is looked up.

    `entries` by the stem of each word of their lemma that tells something, `trunks` the words of all renderings without their
    endings with their stems, `functions` the stems of those that render a function word.
    """

    entries: dict[str, tuple[Entry, ...]]
    trunks: dict[str, str]
    functions: frozenset[str]


_PREPARED = msgspec.msgpack.Decoder(Prepared)
_BACK = msgspec.msgpack.Decoder(dict[str, tuple[str, ...]])


@cache
def _list() -> Prepared:
    return prepared.kept("lexicon", _made_of(), _PREPARED.decode, _prepare)


def _made_of() -> list[Path]:
    files = [file for file in _files() if isinstance(file, Path)]
    return [*files, Path(__file__), *morphology.made_of()]


def _prepare() -> Prepared:
    entries = _by_stem()
    words = {word for found in entries.values() for entry in found for word in entry.german}
    rendered = {german_stem(word) for found in entries.values() for entry in found if entry.kind == "f" for word in entry.german}
    return Prepared(entries, {trunk: stem_of_trunk(trunk) for trunk in map(german_trunk, words)}, frozenset(rendered))


def _entries() -> dict[str, tuple[Entry, ...]]:
    return _list().entries


def _by_stem() -> dict[str, tuple[Entry, ...]]:
    """The entries by the stem of each word of their lemma that tells something."""
    found: dict[str, list[Entry]] = {}
    lines = [(lemma, kind, right.split(",")) for lemma, kind, right in listed()]
    empty = (
        frozenset(lemma for lemma, kind, _ in lines if kind == "f") | _LIGHT,
        frozenset(rendering.strip() for _, kind, renderings in lines if kind == "f" for rendering in renderings) | _LIGHT,
    )
    for lemma, kind, renderings in lines:
        german = tuple(
            word.rstrip("-") for rendering in renderings for word in _telling(rendering, empty[1]) if len(word) > 2 or word[0].isupper()
        )
        words = _telling(lemma, empty[0])
        for word in words:
            found.setdefault(english_stems(word)[0], []).append(
                Entry("f" if len(words) > 1 and empty[0].issuperset(words) else kind, german)
            )
    return {stem: tuple(entries) for stem, entries in found.items()}


def _telling(phrase: str, empty: frozenset[str]) -> list[str]:
    """The words of a phrase that tell something; all of them where none does."""
    words = phrase.split()
    return words if len(words) == 1 else [word for word in words if word not in empty] or words


@cache
def listed() -> tuple[tuple[str, str, str], ...]:
    """Each line of the list: lemma, part of speech (p for the name of a place, f for a function word), renderings divided by commas."""
    return tuple(_lines())


def _files() -> list[Traversable]:
    return sorted(
        (file for file in (resources.files("resources") / "lexicon").iterdir() if file.name.endswith(".txt")), key=lambda file: file.name
    )


def _lines() -> Iterator[tuple[str, str, str]]:
    for file in _files():
        for line in file.read_text("utf-8").splitlines():
            head, colon, right = line.partition("#")[0].partition(":")
            if colon:
                lemma, _, kind = head.strip().rpartition(" ")
                yield lemma, kind, right


@cache
def _back() -> dict[str, tuple[str, ...]]:
    """German stems with the English ones that they render, function words apart."""
    return prepared.kept("renderings", _made_of(), _BACK.decode, _turned)


def _turned() -> dict[str, tuple[str, ...]]:
    turned: dict[str, dict[str, None]] = {}
    for english_stem, entries in _entries().items():
        for entry in entries:
            if entry.kind != "f":
                for word in entry.german:
                    turned.setdefault(german_stem(word), {})[english_stem] = None
    return {stem: tuple(found) for stem, found in turned.items()}


def renders(stem: str) -> bool:
    """Whether the list knows an English word for a German stem."""
    return stem in _back()


@lru_cache(maxsize=20_000)
def kin(stem: str) -> frozenset[str]:
    """A German stem and those that render an English word that it renders too: „Ernte“, „Lese“."""
    entries = [entry for english_stem in _back().get(stem, ()) for entry in _entries()[english_stem] if entry.kind != "f"]
    return _renderings(entries) | {stem}


@lru_cache(maxsize=20_000)
def kinds(word: str) -> frozenset[str]:
    """The parts of speech that the list gives an English word, as its README has them; nothing for one that it does not know."""
    return frozenset(entry.kind for stem in english_stems(word) for entry in _entries().get(stem, ()))


class Reading(Struct, frozen=True, gc=False):
    """What the list says about a word: German stems it may meet, whether it is listed, and whether as a function word only."""

    stems: frozenset[str]
    listed: bool
    functional: bool


@lru_cache(maxsize=20_000)
def english(word: str) -> Reading:
    """The German stems that may stand for an English word; those of the word it is derived from when it is not listed itself."""
    stems = english_stems(word)
    found = [entry for stem in stems for entry in _entries().get(stem, ())]
    if not found:
        related = [entry for base in _bases(stems[0]) for entry in _entries().get(base, ())]
        others = {german for stem in stems for german in ding.german_for(stem)}
        return Reading(_renderings(related) | others, listed=False, functional=False)
    return Reading(_renderings(found), listed=True, functional=all(entry.kind == "f" for entry in found))


def _renderings(entries: Iterable[Entry]) -> frozenset[str]:
    stems = set()
    for entry in entries:
        for german in entry.german:
            stem = german_stem(german)
            stems.add(stem)
            if entry.kind == "v":
                stems.add(german_base(stem))
    return frozenset(stems)


def _bases(stem: str) -> Iterator[str]:
    """What an English stem may be made from: the word before a suffix, after a prefix, or the two parts of a compound."""
    if stem.endswith(_SUFFIXES):
        yield from (stem[: -len(suffix)] for suffix in _SUFFIXES if stem.endswith(suffix) and len(stem) - len(suffix) >= _SHORTEST_PART)
    if stem.startswith(_PREFIXES):
        yield from (stem[len(prefix) :] for prefix in _PREFIXES if stem.startswith(prefix) and len(stem) - len(prefix) >= _SHORTEST_PART)
    entries = _entries()
    for cut in range(_SHORTEST_PART - 1, len(stem) - _SHORTEST_PART + 2):
        if stem[:cut] in entries and stem[cut:] in entries:
            yield from (stem[:cut], stem[cut:])


def german(word: str) -> Reading:
    """The stem of a German word and those of the listed words it is compounded of."""
    trunk = german_trunk(word)
    stem = stem_of_trunk(trunk)
    functional = stem in _list().functions
    parts = {stem} if functional else {stem, *_parts(trunk)}
    return Reading(frozenset(parts), functional or len(parts) > 1 or trunk in _list().trunks, functional)


def _parts(trunk: str) -> Iterator[str]:
    """The stems of the listed words with which a compound begins or ends."""
    listed, last = _list().trunks, len(trunk) - _SHORTEST_PART
    for cut in range(_SHORTEST_PART - 1, last + 1):
        if cut >= _SHORTEST_PART and (right := listed.get(trunk[cut:])) is not None:
            yield right
        if (left := listed.get(trunk[:cut])) is not None and any(_joined(trunk, cut, joint, last) for joint in _JOINTS):
            yield left


def _joined(trunk: str, cut: int, joint: str, last: int) -> bool:
    """Whether a joint follows at a cut, and another part behind it, neither of them too short."""
    return trunk.startswith(joint, cut) and _SHORTEST_PART <= cut + len(joint) <= last
