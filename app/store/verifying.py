"""Whether a file holds everything that was ever written to it: the rows as such, and the history that led to them."""

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import apsw

from app.article import Article, Log
from app.errors import UNDECODABLE
from app.i18n import N_, Message
from app.model import RowSplice, Unit
from app.store import reading
from app.store.connection import release
from app.store.lock import Lock
from app.store.opening import connected, existing, read
from app.store.soundness import Damage, damages, identify
from app.store.trouble import UNREADABLE, DamagedError, spoken


def verify(path: Path) -> list[Damage]:
    """Everything that is wrong with a project file; nothing for a sound one.

    Raises NotAProjectError for another file, InUseError while a window has it, or another UserError.
    """
    path = existing(path)
    with Lock(path), spoken(path):
        connection = connected(path)
        try:
            identify(connection, path)
            return list(_all(connection, path))
        finally:
            release(connection)


def replayed(article: Article, imported: Sequence[Unit]) -> list[Unit]:
    """The rows of an article as its history makes them from the imported ones; raises LookupError where it does not fit."""
    again = Article(article.id, article.title, article.source, article.target, imported, Log())
    for step in article.log.of(article.id):
        for splice in (splice for splice in step.splices if isinstance(splice, RowSplice)):
            again.apply(splice)
    return again.units


def _all(connection: apsw.Connection, path: Path) -> Iterator[Damage]:
    try:
        found = list(damages(connection, path))
        yield from found
        if not found:
            yield from _history(connection, path)
    except UNREADABLE as error:
        yield Message(N_("a part cannot be read: {what}"), {"what": str(error)})


def _history(connection: apsw.Connection, path: Path) -> Iterator[Damage]:
    try:
        project = read(connection, path)
    except DamagedError as error:
        yield Message(N_("it does not fit together: {what}"), {"what": error.message.arguments["what"]})
        return
    for article in project.shelf.values():
        try:
            same = replayed(article, reading.imported(connection, article.id)) == article.units
        except (LookupError, zlib.error, *UNDECODABLE):
            same = False
        if not same:
            yield Message(N_("the rows of “{title}” are not what its history says"), {"title": article.title})
