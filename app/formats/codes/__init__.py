"""Inline codes of the formats that hold segments as XML: read into marks and protected signs, written back as the tags they were."""

from app.formats.codes.reading import Key, Meaning, keyed, text_of
from app.formats.codes.tags import Dialect, Tags, catalogue, fresh_ids, rendered

__all__ = ["Dialect", "Key", "Meaning", "Tags", "catalogue", "fresh_ids", "keyed", "rendered", "text_of"]
