"""Two Documents to links: which sentences translate each other."""

import math
from collections.abc import Sequence

from app.alignment.anchors import anchors, corridor
from app.alignment.evidence import Evidence
from app.alignment.lattice import Bead, Lattice
from app.alignment.sentences import sentences
from app.errors import Progress, no_progress
from app.model import Document, Link, Segment, Span


def align(
    source: Document, target: Document, segments: tuple[Sequence[Segment], Sequence[Segment]], progress: Progress = no_progress
) -> list[Link]:
    """Links that run through the segments of both sides in order and leave none out. `progress` may raise Cancelled."""
    read = sentences(source, segments[0]), sentences(target, segments[1])
    progress(0, len(read[0]))
    chain = anchors(*read)
    lattice = Lattice(Evidence(*read), corridor(chain, len(read[0]), len(read[1])))
    beads = lattice.best_way((len(read[0]), len(read[1])))
    progress(len(read[0]), len(read[0]))
    return [_link(bead) for bead in beads]


def _link(bead: Bead) -> Link:
    score = 1 / (1 + math.exp(-max(-60.0, bead.odds) / 4))
    return Link(Span(bead.source, bead.source_end), Span(bead.target, bead.target_end), score, 1 - bead.certainty)
