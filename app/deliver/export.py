"""The corrected story as a file, past the gate."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from app import durable, formats
from app.article import Article, composed
from app.deliver.bilingual import bilingual
from app.deliver.gate import require_open
from app.deliver.returning import as_it_came
from app.deliver.tracking import recorded
from app.errors import UserError
from app.formats.parts import parts_of
from app.i18n import N_, Message
from app.model import BlockKind, Finding


class Came(Struct, frozen=True):
    """The file in which an article came in: its name, its bytes, and the articles of the project, some of which came with it."""

    name: str
    data: bytes
    articles: Sequence[Article]


SAME = "same"
"""Stands for the format, and the very file, in which an article came in."""


def payload(article: Article, findings: Iterable[Finding], name: str, came: Came | None = None) -> bytes:
    """The corrected story in the format of this name, or with ``same`` in the file in which it `came`.

    Raises StoppedError, HeldError, or UserError for a format that cannot be written.
    """
    require_open(article, findings)
    if name == SAME and came is not None:
        return as_it_came(article, came.name, came.data, came.articles)
    form = formats.format_named(name)
    if form.write_aligned is not None:
        return form.write_aligned([bilingual(article)])
    if form.write_changes is not None:
        return form.write_changes(recorded(article))
    if form.write is None:
        raise UserError(N_("{format} can be read but not written."), format=form.title)
    return form.write(composed(article))


def export(
    article: Article, findings: Iterable[Finding], name: str, path: Path, protected: Iterable[Path] = (), came: Came | None = None
) -> tuple[Message, ...]:
    """Write the corrected story to a file, and say what of its words is not found in there; an earlier file is kept as ``.bak``.

    Raises StoppedError, HeldError, and UserError when it cannot be written or `path` leads to one of the `protected` files.
    """
    data = payload(article, findings, name, came)
    durable.write(path, data, keep=True, protected=protected)
    return lost(article, data, article.target.origin or article.source.origin if name == SAME else name)


def lost(article: Article, data: bytes, name: str) -> tuple[Message, ...]:
    """What a program that reads these bytes of a format would miss of the story's letters and digits; nothing where all are there."""
    read = formats.format_named(name).read
    if read is None:
        return ()
    document = composed(article)
    parts = (part for part in parts_of(document) if part.kind not in {BlockKind.FIELD, BlockKind.EMBED})
    written = Counter(sign for part in parts for sign in part.text.plain if sign.isalnum())
    missing = written - Counter(sign for sign in read(data, document.language).document.text.plain if sign.isalnum())
    told = N_("Read back, {count} of the story’s letters and digits are missing: look at the file before you hand it on.")
    return (Message(told, {"count": str(missing.total())}),) if missing else ()
