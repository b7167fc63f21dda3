"""ninjs: a news item as a JSON object, read in all versions (1.0 to 3.1) and written as 2.2 and 3.1."""

from app.formats.format import Format, Reading, Revision
from app.i18n import N_
from app.model import Document
from app.safe.json import members

TEXTS = ("bodies", "body_")
HEADS = ("headline", "descriptions", "description_")
"""How the names begin under which a news item has its text, and what opens it."""


def recognises(data: bytes) -> bool:
    """Whether a file is one news item: one that has a text, or an address and something to say."""
    names = members(data)
    return any(name.startswith(TEXTS) for name in names) or ("uri" in names and any(name.startswith(HEADS) for name in names))


def read(data: bytes, language: str) -> Reading:
    """Read a story; what that takes is loaded now, so that a program that never does starts sooner."""
    from app.formats.ninjs import reader

    return reader.read(data, language)


def write(document: Document) -> bytes:
    """Write a news item of version 3.1."""
    from app.formats.ninjs import writer

    return writer.write(document)


def write_two(document: Document) -> bytes:
    """Write a news item of version 2.2."""
    from app.formats.ninjs import writer

    return writer.write_two(document)


def rewrite(data: bytes, revision: Revision) -> bytes:
    """The same file with the story as it is now."""
    from app.formats.ninjs import rewriter

    return rewriter.rewrite(data, revision)


NINJS = Format(
    name="ninjs",
    title=N_("ninjs 3.1"),
    endings=(".json", ".ninjs"),
    recognises=recognises,
    read=read,
    write=write,
    rewrite=rewrite,
)
NINJS_22 = Format(name="ninjs22", title=N_("ninjs 2.2"), endings=NINJS.endings[:1], write=write_two)
