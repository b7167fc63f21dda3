"""Files to Documents and back. One file a format; `FORMATS` is the registry, and adding a format is one file and one line here."""

from app.formats.format import Format, Reading

FORMATS: tuple[Format, ...] = ()

__all__ = ["FORMATS", "Format", "Reading"]
