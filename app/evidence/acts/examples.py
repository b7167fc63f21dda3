"""How like a text is to examples of what machines and pages leave behind, for passages of which no cue says enough.

A logistic regression over the classes of a text's words, the words themselves, its signs and its voice. The weights are worked out
by ``packaging/acts.py`` from the examples in ``tests/data/wording``; ``resources/acts/README.md`` describes their file.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from math import exp, sqrt

from msgspec import Struct

from app.evidence.acts.reading import read
from app.evidence.acts.voice import commands, is_told, orders_anyone, says_i, says_we, says_you

STORY = "story"
"""What a text is that does none of it."""

_SIGN = re.compile(r"[^\W_]+|[^\w\s]")
_VOICES: dict[str, Callable[[str], bool]] = {
    "i": says_i,
    "we": says_we,
    "you": says_you,
    "command": commands,
    "infinitive": orders_anyone,
    "told": is_told,
}


class Trait(Struct, frozen=True):
    """How rare something is that a text may have, as a factor, and how much it speaks for each kind."""

    rarity: float
    weights: tuple[float, ...]


class Weights(Struct, frozen=True):
    """The regression: its kinds (the values of `Act`, ``markup`` and `STORY`), what speaks for each from the first, and the traits."""

    kinds: tuple[str, ...]
    biases: tuple[float, ...]
    traits: dict[str, Trait]


def traits(text: str) -> Iterator[str]:
    """What a text has, each once: the tags of its reading, its voices, its words in lower case and its signs."""
    yield from (f"tag {tag}" for tag in read(text).tags)
    yield from (f"voice {name}" for name, speaks in _VOICES.items() if speaks(text))
    yield from (f"word {word}" for word in frozenset(_SIGN.findall(text.lower())))


@lru_cache(maxsize=4096)
def likeness(text: str) -> dict[str, float]:
    """For each kind the probability that a text without source, quotations left out, is of it; together they are 1."""
    known = _weights()
    found = [trait for name in traits(text) if (trait := known.traits.get(name)) is not None]
    length = sqrt(sum(trait.rarity**2 for trait in found)) or 1.0
    sums = list(known.biases)
    for trait in found:
        for at, weight in enumerate(trait.weights):
            sums[at] += weight * trait.rarity / length
    return dict(zip(known.kinds, probabilities(sums), strict=True))


def probabilities(sums: Sequence[float]) -> list[float]:
    """What speaks for each of several kinds, as probabilities (softmax)."""
    most = max(sums)
    odds = [exp(one - most) for one in sums]
    whole = sum(odds)
    return [one / whole for one in odds]


@cache
def _weights() -> Weights:
    head, biases, *lines = (resources.files("resources") / "acts" / "weights.txt").read_text("utf-8").splitlines()
    return Weights(tuple(head.split("\t")[1:]), _hundredths(biases.split("\t")[1:]), dict(map(_trait, lines)))


def _trait(line: str) -> tuple[str, Trait]:
    name, rarity, *weights = line.split("\t")
    return name, Trait(int(rarity) / 100, _hundredths(weights))


def _hundredths(written: list[str]) -> tuple[float, ...]:
    return tuple(int(number) / 100 for number in written)
