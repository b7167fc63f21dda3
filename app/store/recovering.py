"""Out of a damaged project file into a new one: every row and step that is still as it was written.

A row proves by its seal that it is sound and which table it belongs to, so neither the schema nor the inner pages of the
file are needed. The history is performed again from the imported rows; what the file holds beyond it is put on top in a step
of its own, before which nothing can be undone.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import apsw
from msgspec.structs import replace

from app.article.log import utc_now
from app.errors import UserError
from app.i18n import N_, Message
from app.model import ArticleSplice, DocumentSplice, RowSplice, Splice, Step
from app.store import reading, writing
from app.store.connection import connect, release
from app.store.lock import Lock
from app.store.making import make
from app.store.opening import existing
from app.store.salvage import Salvage, merged, salvage
from app.store.schema import Clash, put


def recover(path: Path, to: Path) -> list[Message]:
    """Write what is sound in the project file `path` to the new file `to`; what had to be left behind, as sentences.

    Raises NotAProjectError when nothing is there, InUseError while a window has it, UserError when nothing can be recovered
    or the new file cannot be made. The damaged file is not changed, but for a save that was interrupted and is rolled back.
    """
    path = existing(path)
    with Lock(path):
        _roll_back(path)
        found = salvage(path.read_bytes())  # no connection of ours is open: the lock says so
    if not found.articles:
        raise UserError(N_("Nothing in “{path}” could be recovered: restore a backup."), path=path)
    told: list[Message] = []
    make(to, lambda connection: told.extend(_rebuild(connection, found)))
    return told


def _roll_back(path: Path) -> None:
    with suppress(apsw.Error):
        connection = connect(path)
        try:
            connection.execute("SELECT count(*) FROM meta").fetchall()
        finally:
            release(connection)


def _rebuild(connection: apsw.Connection, found: Salvage) -> Iterator[Message]:
    for row in found.documents.values():
        put(connection, "document", *row, clash=Clash.KEEP)
    for number in found.articles:
        writing.shelve(connection, found.heads[number], found.imported[number])
    lost = [number for number in range(1, max(found.steps, default=0) + 1) if not _perform(connection, found, number)]
    if lost or not found.whole:
        _record(connection, None, (ArticleSplice(0, (), tuple(found.heads[number] for number in _listed(found))),))
    beyond = sum(_top_up(connection, found, number, closed=bool(lost)) for number in found.articles)
    for (article, _), row in found.drafts.items():
        if article in found.articles:
            put(connection, "draft", *row)
    altered = [str(row[1]) for row in found.doubtful.values()]
    if altered:
        yield Message(N_("texts in which characters may be wrong: {names}"), {"names": ", ".join(altered)})
    gone = [head.title for number, head in found.heads.items() if number not in found.articles]
    if gone:
        yield Message(N_("articles whose text is lost: {titles}"), {"titles": ", ".join(gone)})
    if lost:
        yield Message(N_("steps of the history that are lost: {count}"), {"count": str(len(lost))})
    if beyond:
        yield Message(N_("rows kept although the steps that led to them are lost: {count}"), {"count": str(beyond)})


def _perform(connection: apsw.Connection, found: Salvage, number: int) -> bool:
    """Record a step of the old history again; where it is lost, or no longer fits, an empty one in its place."""
    step = found.steps.get(number)
    if step is not None and any(isinstance(splice, DocumentSplice) and splice.after not in found.documents for splice in step.splices):
        step = None  # the new version is lost: the rows go on over the one before
    if step is not None and not found.whole:
        splices: tuple[Splice, ...] = tuple(splice for splice in step.splices if not isinstance(splice, ArticleSplice))
        step = replace(step, splices=splices) if step.article in {None, *found.articles} else None
    if step is not None:
        with suppress(writing.ConflictError), connection:
            writing.record(connection, step)
            return True
    writing.record(connection, Step(number, None, "lost", utc_now(), "", ()))
    return False


def _top_up(connection: apsw.Connection, found: Salvage, article: int, *, closed: bool) -> int:
    """Put rows on top that the history does not lead to; how many."""
    now = list(reading.units(connection, article))
    newer = found.newer(article)
    if newer or closed:
        best = merged(now, newer)
        _record(connection, article, (RowSplice(0, tuple(now), tuple(best)),) if best != now else ())
    return len(newer)


def _record(connection: apsw.Connection, article: int | None, splices: tuple[Splice, ...]) -> None:
    number = writing.revision(connection) + 1
    writing.record(connection, Step(number, article, "recover", utc_now(), "", splices))


def _listed(found: Salvage) -> list[int]:
    """The articles on the list, as far as the sound steps tell; one that no step speaks of is on it."""
    listed = dict.fromkeys(found.articles)
    for _, step in sorted(found.steps.items()):
        for splice in step.splices:
            if isinstance(splice, ArticleSplice):
                for head in splice.before:
                    listed.pop(head.id, None)
                listed.update(dict.fromkeys(head.id for head in splice.after if head.id in found.articles))
    return list(listed)
