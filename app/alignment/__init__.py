"""Segments to links, links to units."""

from app.alignment.align import align
from app.alignment.rows import units

__all__ = ["align", "units"]
