"""Segments to links, links to units."""

from app.alignment.align import align
from app.alignment.plausible import plausible
from app.alignment.rows import units

__all__ = ["align", "plausible", "units"]
