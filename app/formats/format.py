"""What a file format is: a name, endings, and the functions between bytes and a Document."""

from collections.abc import Callable

from msgspec import Struct

from app.i18n import Message
from app.model import Document


class Reading(Struct, frozen=True):
    """What came out of a file: the Document, and what a person should know (an encoding assumed, something left out)."""

    document: Document
    notes: tuple[Message, ...] = ()


class Format(Struct, frozen=True, kw_only=True):
    """One file format.

    `read` takes the bytes and a language (BCP 47, "" to recognise it) and raises UserError for what it cannot read; `write`
    takes a Document and returns the bytes of a file. Either is None where the format has no such direction.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    read: Callable[[bytes, str], Reading] | None = None
    write: Callable[[Document], bytes] | None = None
