"""Segments to links, links to units."""

from app.alignment.rows import units

__all__ = ["units"]
