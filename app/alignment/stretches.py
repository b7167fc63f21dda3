"""Between what anchors settle: where several follow each other on both sides nothing is left to weigh, the rest is looked at closely."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from app.alignment.anchors import anchors, corridor
from app.alignment.evidence import Evidence
from app.alignment.lattice import Bead, Lattice
from app.alignment.sentences import Sentence, counted

_RUN = 3
"""How many anchors must follow each other on both sides for those between the first and the last to be settled."""
_SETTLED = 8.0
"""The log odds of a settled row: what rare words in common are worth, and both neighbours agree."""
_BRIDGED = 4.0
"""The log odds from which the one sentence between two anchors is tied to the one opposite."""

Place = tuple[int, int]


class Stretch(Struct, frozen=True):
    """A part of both lists to look at closely, from `start` on and before `stop`, the anchors in it, and how many settled rows follow."""

    start: Place
    stop: Place
    anchors: Sequence[Place]
    settled: int


def ways(source: Sequence[Sentence], target: Sequence[Sentence], *, whole: bool) -> list[Bead]:
    """The rows of the best way through two lists of sentences.

    With `whole`, both lists end together; otherwise the text goes on on either side, and the way ends where one is used up.
    """
    counts = counted(source), counted(target)
    evidence = Evidence(source, target, counts)
    end = len(source), len(target)
    found: list[Bead] = []
    for stretch in _stretches(_bridged(anchors(source, target, counts), evidence), end):
        closed = whole or stretch.stop != end
        lattice = Lattice(evidence, corridor(stretch.anchors, stretch.start, stretch.stop, whole=closed))
        found += lattice.best_way(stretch.stop if closed else max(lattice.ends())[1])
        i, j = stretch.stop
        found += [Bead(i + k, i + k + 1, j + k, j + k + 1, _SETTLED, 1.0) for k in range(stretch.settled)]
    return found


def _bridged(chain: Sequence[Place], evidence: Evidence) -> list[Place]:
    """The anchors, with the pair between two of them where one sentence on either side lies between and the two go well together."""
    found = list(chain[:1])
    for (i, j), after in pairwise(chain):
        if after == (i + 2, j + 2) and evidence.pair(i + 1, j + 1).odds >= _BRIDGED:
            found.append((i + 1, j + 1))
        found.append(after)
    return found


def _stretches(chain: Sequence[Place], end: Place) -> Iterator[Stretch]:
    """Both lists in parts; each begins and ends with an anchor that is looked at too, so that its edge is as sure as its middle."""
    start, first = (0, 0), 0
    for run in _runs(chain):
        i, j = chain[run.start]
        yield Stretch(start, (i + 1, j + 1), chain[first : run.start + 1], len(run) - 2)
        start, first = chain[run.stop - 1], run.stop - 1
    yield Stretch(start, end, chain[first:], 0)


def _runs(chain: Sequence[Place]) -> Iterator[range]:
    """The numbers of anchors that follow each other on both sides, where there are enough of them."""
    first = 0
    for number in range(1, len(chain) + 1):
        if number == len(chain) or chain[number] != (chain[number - 1][0] + 1, chain[number - 1][1] + 1):
            if number - first >= _RUN:
                yield range(first, number)
            first = number
