"""One pair of Documents to an article: read, cut into sentences, align, make rows."""

from app.alignment import align, units
from app.errors import Progress, no_progress
from app.model import Document, Unit
from app.segmentation import segments


def rows_of(source: Document, target: Document, progress: Progress = no_progress) -> tuple[Unit, ...]:
    """The rows of a new article. `progress` may raise Cancelled."""
    cut = segments(source), segments(target)
    links = align(source, target, cut, progress)
    return tuple(units(source, target, cut, links))
