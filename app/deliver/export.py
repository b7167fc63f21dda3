"""The corrected story as a file, past the gate."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from app import durable, formats
from app.article import Article, composed
from app.deliver.gate import blocking
from app.errors import UserError
from app.i18n import N_
from app.model import Finding


class StoppedError(UserError):
    """Open critical findings stand in the way; `findings` are these."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Take the findings that block."""
        super().__init__(N_("Open critical findings stop this: fix them, or let them pass with a reason."))
        self.findings = tuple(findings)


def payload(article: Article, findings: Iterable[Finding], name: str) -> bytes:
    """The corrected story in the format of this name. Raises StoppedError, or UserError for a format that cannot be written."""
    stopping = blocking(article, findings)
    if stopping:
        raise StoppedError(stopping)
    form = formats.format_named(name)
    if form.write is None:
        raise UserError(N_("{format} can be read but not written."), format=form.title)
    return form.write(composed(article))


def export(article: Article, findings: Iterable[Finding], name: str, path: Path, protected: Iterable[Path] = ()) -> None:
    """Write the corrected story to a file; an earlier one is kept as ``.bak``.

    Raises StoppedError, and UserError when it cannot be written or `path` leads to one of the `protected` files.
    """
    durable.write(path, payload(article, findings, name), keep=True, protected=protected)
