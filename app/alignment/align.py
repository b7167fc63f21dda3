"""Two Documents to links: which sentences translate each other."""

import math
from collections.abc import Sequence

from app.alignment.lattice import Bead
from app.alignment.sentences import Reader
from app.alignment.windows import beads
from app.errors import Progress, no_progress
from app.model import Document, Link, Segment, Span


def align(
    source: Document, target: Document, segments: tuple[Sequence[Segment], Sequence[Segment]], progress: Progress = no_progress
) -> list[Link]:
    """Links that run through the segments of both sides in order and leave none out. `progress` may raise Cancelled."""
    return [_link(bead) for bead in beads(Reader(source, segments[0]), Reader(target, segments[1]), progress)]


def _link(bead: Bead) -> Link:
    score = 1 / (1 + math.exp(-max(-60.0, bead.odds) / 4))
    return Link(Span(bead.source, bead.source_end), Span(bead.target, bead.target_end), score, 1 - bead.certainty)
