"""Texts of any length: windows that slide along both lists of sentences, so that cost grows with length and memory does not."""

from collections.abc import Sequence

from msgspec.structs import replace

from app.alignment.evidence import SHAPES
from app.alignment.lattice import Bead
from app.alignment.sentences import Reader
from app.alignment.stretches import ways
from app.errors import Progress

_HEIGHT, _MORE, _MOST = 600, 50, 9600
"""How many sentences of the source are looked at together, how many more of the target, and how many at most: a window grows until
something firm is found in it."""
_KEPT = 0.9
"""The share of a window that is kept: what stands near its end is looked at again with what follows."""
_FIRM, _CERTAIN, _RUN = 5.0, 0.9, 3
"""Log odds and probability from which a row is firm, and how many in a row make a place to go on from."""


def beads(source: Reader, target: Reader, progress: Progress) -> list[Bead]:
    """The rows of both texts, in order and without gaps. `progress` may raise Cancelled."""
    found: list[Bead] = []
    i = j = 0
    while i < len(source) and j < len(target):
        progress(i, len(source))
        found += [_moved(bead, i, j) for bead in _window(source, target, i, j)]
        i, j = found[-1].source_end, found[-1].target_end
    progress(len(source), len(source))
    found += [Bead(k, k + 1, j, j, SHAPES[1, 0], 1.0) for k in range(i, len(source))]
    found += [Bead(len(source), len(source), k, k + 1, SHAPES[0, 1], 1.0) for k in range(j, len(target))]
    return found


def _moved(bead: Bead, i: int, j: int) -> Bead:
    return replace(bead, source=bead.source + i, source_end=bead.source_end + i, target=bead.target + j, target_end=bead.target_end + j)


def _window(source: Reader, target: Reader, i: int, j: int) -> Sequence[Bead]:
    """Firm rows from here on, numbered from the window's own beginning; at least one."""
    height = _HEIGHT
    while True:
        above, below = source.part(i, i + height), target.part(j, j + height * 9 // 8 + _MORE)
        whole = i + len(above) == len(source) and j + len(below) == len(target)
        way = ways(above, below, whole=whole)
        if whole:
            return way
        firm = _firm(way, len(above) * _KEPT)
        if firm or height >= _MOST:
            return way[: firm or max(1, int(len(way) * _KEPT))]
        height *= 2


def _firm(way: Sequence[Bead], limit: float) -> int:
    """How many rows stand before the last run of firm ones that begins before `limit`; 0 if there is none."""
    run = 0
    best = 0
    for number, bead in enumerate(way, 1):
        if bead.source > limit:
            break
        paired = bead.source_end - bead.source == bead.target_end - bead.target == 1
        run = run + 1 if paired and bead.odds > _FIRM and bead.certainty > _CERTAIN else 0
        if run >= _RUN:
            best = number
    return best
