"""What the translation says twice while the source says it once."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from app.evidence.pieces import Piece, pieces
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens

Kept = TypeVar("Kept")

SHORTEST = 4
"""Words from which a repeated sentence is no coincidence."""

ALIKE = 0.85
"""The share of common words from which two sentences say the same."""

FEWEST_ALIKE, RAREST, MOST_COMPARED = 6, 4, 20
"""Different words that a sentence must have to be compared, by how many of its rarest, and with how many others of each."""

FEWEST_REPEATED = 4
"""Words said before that a loop has at least: five times one, or three times two."""

_WORD = re.compile(r"\w+")


class Repeat(Struct, frozen=True):
    """The later of two pieces that say the same, and the row without source among the two, if there is one."""

    piece: Piece
    earlier: Piece
    spare: Row | None


def repeats(story: Story) -> tuple[Repeat, ...]:
    """All repeats of the story, in order."""
    return _kept(story, "_repeats", lambda: tuple(_repeats(story)))


def repeats_at(story: Story, unit: int) -> tuple[Repeat, ...]:
    """The repeats whose later piece lies in this unit, in order."""
    return _kept(story, "_repeats_at", lambda: _by_unit(repeats(story))).get(unit, ())


def spare_units(story: Story) -> frozenset[int]:
    """The units of rows that only repeat another row."""
    return _kept(story, "_spare_units", lambda: frozenset(r.spare.unit for r in repeats(story) if r.spare is not None))


def copied_units(story: Story) -> frozenset[int]:
    """The units of spare rows that are the very words of a row with a source, so that they are parts of the story whatever they say."""
    return _kept(story, "_copied_units", lambda: frozenset(r.spare.unit for r in repeats(story) if r.spare is not None and _tells(r)))


def _kept(story: Story, name: str, make: Callable[[], Kept]) -> Kept:
    """What was made for this story before, or is made now: rows ask one by one, and a long story has many."""
    if name not in story.__dict__:
        story.__dict__[name] = make()
    kept: Kept = story.__dict__[name]
    return kept


def _by_unit(found: Iterable[Repeat]) -> dict[int, tuple[Repeat, ...]]:
    units: dict[int, list[Repeat]] = {}
    for repeat in found:
        units.setdefault(repeat.piece.row.unit, []).append(repeat)
    return {unit: tuple(those) for unit, those in units.items()}


def _tells(repeat: Repeat) -> bool:
    """Whether the repeated words have a source, and nothing was put before them."""
    both = repeat.piece, repeat.earlier
    return not all(piece.row.added for piece in both) and normalised(both[0].text) == normalised(both[1].text)


class _Seen:
    """The pieces read so far, by their words."""

    def __init__(self) -> None:
        self._pieces: dict[tuple[str, ...], Piece] = {}
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        self._fresh: list[tuple[str, ...]] = []

    def add(self, words: tuple[str, ...], piece: Piece) -> None:
        """Remember a piece; its single words are entered when a row without source first asks for them."""
        self._pieces[words] = piece
        self._fresh.append(words)

    def _enter(self) -> None:
        for words in self._fresh:
            for word in set(words):
                self._by_word.setdefault(word, []).append(words)
        self._fresh.clear()

    def same(self, words: tuple[str, ...]) -> Piece | None:
        """The piece with these very words."""
        return self._pieces.get(words)

    def alike(self, words: tuple[str, ...]) -> Piece | None:
        """A piece with nearly the same words, looked for among those that share one of the rarest of them."""
        mine = set(words)
        if len(mine) < FEWEST_ALIKE:
            return None
        self._enter()
        rarest = sorted(mine, key=lambda word: len(self._by_word.get(word, ())))[:RAREST]
        near = (other for word in rarest for other in self._by_word.get(word, ())[:MOST_COMPARED])
        return next((self._pieces[other] for other in near if len(mine & set(other)) >= ALIKE * len(mine | set(other))), None)


def _repeats(story: Story) -> Iterator[Repeat]:
    seen = _Seen()
    for row in story.rows:
        for piece in pieces(row) if row.target.plain else ():
            words = normalised(piece.text)
            if len(words) < SHORTEST:
                continue
            earlier = seen.same(words) or (seen.alike(words) if row.added else None)
            if earlier is None:
                seen.add(words, piece)
            elif not said_twice(earlier, piece):
                yield Repeat(piece, earlier, next((p.row for p in (piece, earlier) if p.row.added), None))


def said_twice(earlier: Piece, later: Piece) -> bool:
    """Whether the source repeats itself as well; two pieces of one row are compared with that row's source."""
    if earlier.row.unit == later.row.unit:
        said = [normalised(sentence) for sentence in re.split(r"(?<=[.!?])\W+", later.row.source.plain)]
        return len(said) != len(set(said)) or (len(said) >= 2 and _half_again(later.row.source.plain))
    first, second = normalised(earlier.row.source.plain), normalised(later.row.source.plain)
    if not first or not second:
        return False
    return bool(set(first) & set(second)) and len(set(first) & set(second)) >= 0.6 * min(len(set(first)), len(set(second)))


def _half_again(source: str) -> bool:
    words = normalised(source)
    return len(set(words)) <= 0.7 * len(words)


def normalised(text: str) -> tuple[str, ...]:
    """The words and figures of a text in lower case."""
    read = tokens(text)
    return tuple(_WORD.findall(read.lower)) if read.figures else read.words


def loop(text: str) -> tuple[int, int] | None:
    """Where words go round in circles: a group of two to eight words three times in a row, or one word five times."""
    read = tokens(text)
    if len(read.words) - len(read.known) < FEWEST_REPEATED:
        return None
    words = list(_WORD.finditer(text.lower()))
    said = [word.group() for word in words]
    for size in range(1, 9):
        least = 5 if size == 1 else 3
        for start in range(len(said) - size * least + 1):
            if said[start] != said[start + size]:
                continue
            times = 1
            while said[start + times * size : start + (times + 1) * size] == said[start : start + size]:
                times += 1
            if times >= least:
                return words[start].start(), words[start + times * size - 1].end()
    return None
