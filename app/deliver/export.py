"""The corrected story as a file, past the gate."""

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
from app.i18n import N_
from app.model import Finding


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
) -> None:
    """Write the corrected story to a file; an earlier one is kept as ``.bak``.

    Raises StoppedError, and UserError when it cannot be written or `path` leads to one of the `protected` files.
    """
    durable.write(path, payload(article, findings, name, came), keep=True, protected=protected)
