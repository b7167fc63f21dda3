"""Tables into a Project. What the steps say about lists, fields, dismissals and marks is worked out from the log."""

import zlib
from collections.abc import Iterable, Iterator

import apsw
import msgspec

from app.article import Log, Project
from app.model import ArticleHead, Document, DocumentSplice, Splice, Step, Unit

LIMIT = 1 << 30
"""Bytes that the units of one article may take: about a million rows."""

_UNIT = msgspec.json.Decoder(Unit)
_UNITS = msgspec.json.Decoder(tuple[Unit, ...])
_DOCUMENT = msgspec.json.Decoder(Document)
_SPLICES = msgspec.json.Decoder(tuple[Splice, ...])


def project(connection: apsw.Connection) -> Project:
    """The whole project as it is now. Raises KeyError when a Document or an article is missing."""
    found = Project(Log(steps(connection)))
    for head in heads(connection):
        source, target = document(connection, head.source), document(connection, head.target)
        found.shelve(head, source, target, tuple(units(connection, head.id)))
    for number, digest in versions(found.log.steps):
        found.shelf[number].versions.setdefault(digest, document(connection, digest))
    found.resume()
    return found


def versions(history: Iterable[Step]) -> Iterator[tuple[int, str]]:
    """The later versions of Documents that steps lead to, each with its article."""
    for step in history:
        for splice in step.splices:
            if isinstance(splice, DocumentSplice) and step.article is not None:
                yield step.article, splice.after


def heads(connection: apsw.Connection) -> list[ArticleHead]:
    """All articles that ever were in the project, those off the list too."""
    return [ArticleHead(*row) for row in connection.execute("SELECT id, title, source, target FROM article ORDER BY id")]


def document(connection: apsw.Connection, digest: str) -> Document:
    """A Document; raises KeyError when it is not there."""
    content = connection.execute("SELECT content FROM document WHERE digest = ?", (digest,)).get
    if content is None:
        raise KeyError(digest)
    return _DOCUMENT.decode(content)


def units(connection: apsw.Connection, article: int) -> Iterator[Unit]:
    """The units of an article as they are now, in order."""
    rows = connection.execute("SELECT data FROM unit WHERE article = ? ORDER BY rank", (article,))
    return (_UNIT.decode(data) for (data,) in rows)


def imported(connection: apsw.Connection, article: int) -> tuple[Unit, ...]:
    """The units of an article as they came in."""
    return unpacked(connection.execute("SELECT imported FROM article WHERE id = ?", (article,)).get)


def unpacked(data: bytes) -> tuple[Unit, ...]:
    """Units from JSON under zlib; raises zlib.error also for a bomb, as a file made to do harm may hold one."""
    engine = zlib.decompressobj()
    plain = engine.decompress(data, LIMIT)
    if not engine.eof:
        raise zlib.error("larger than any article, or cut off")
    return _UNITS.decode(plain)


def steps(connection: apsw.Connection) -> Iterator[Step]:
    """All steps, oldest first."""
    rows = connection.execute("SELECT revision, article, op, time, who, splices, refers FROM step ORDER BY revision")
    return (Step(number, article, op, time, who, _SPLICES.decode(data), refers) for number, article, op, time, who, data, refers in rows)
