"""Two Documents to links: which sentences translate each other."""

import math
from collections.abc import Sequence

from app.alignment.path import best_path
from app.alignment.sentences import sentences
from app.errors import Progress, no_progress
from app.model import Document, Link, Segment, Span


def align(
    source: Document, target: Document, segments: tuple[Sequence[Segment], Sequence[Segment]], progress: Progress = no_progress
) -> list[Link]:
    """Links that run through the segments of both sides in order and leave none out. `progress` may raise Cancelled."""
    read = sentences(source, segments[0]), sentences(target, segments[1])
    progress(0, len(read[0]))
    path = best_path(*read)
    progress(len(read[0]), len(read[0]))
    return [
        Link(
            Span(b.source, b.source_end),
            Span(b.target, b.target_end),
            1 / (1 + math.exp(-max(-30.0, b.odds) / 8)),
            0.0 if b.odds > 0 else 0.3,
        )
        for b in path
    ]
