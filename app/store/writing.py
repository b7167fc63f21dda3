"""Steps into tables. Every function runs inside a transaction of its caller."""

import zlib
from collections.abc import Sequence

import apsw
import msgspec

from app.errors import UserError
from app.i18n import N_
from app.model import ArticleHead, ArticleSplice, Document, RowSplice, Step, Unit
from app.store.schema import Clash, Value, put, seal

ROOM = 1 << 32
"""Between the ranks of two neighbouring units of a new article."""


class Original(msgspec.Struct, frozen=True):
    """A Document together with the file it was read from: `name` is the file's, `data` its bytes."""

    document: Document
    name: str
    data: bytes


class ConflictError(UserError):
    """The file does not hold what the step was made for."""


def revision(connection: apsw.Connection) -> int:
    """The revision of the last step in the file; 0 without any."""
    found: int = connection.execute("SELECT coalesce(max(revision), 0) FROM step").get
    return found


def keep(connection: apsw.Connection, original: Original) -> None:
    """Keep a Document and its file, once."""
    document = original.document
    put(connection, "document", document.digest, original.name, msgspec.json.encode(document), original.data, clash=Clash.KEEP)


def shelve(connection: apsw.Connection, head: ArticleHead, units: Sequence[Unit]) -> None:
    """Write an article as it came in."""
    imported = zlib.compress(msgspec.json.encode(units), level=1)
    put(connection, "article", head.id, head.title, head.source, head.target, len(units), imported)
    fill(connection, head.id, units)


def fill(connection: apsw.Connection, article: int, units: Sequence[Unit]) -> None:
    """Write all units of an article that has none."""
    for number, unit in enumerate(units, 1):
        put(connection, "unit", article, unit.id, number * ROOM, 0, msgspec.json.encode(unit))


def add(connection: apsw.Connection, step: Step, originals: Sequence[Original], units: Sequence[Unit]) -> None:
    """Write a new article and the step that listed it; nothing when that step is there."""
    (head,) = (head for splice in step.splices if isinstance(splice, ArticleSplice) for head in splice.after)
    if not is_recorded(connection, step):
        for original in originals:
            keep(connection, original)
        shelve(connection, head, units)
        record(connection, step)


def undraft(connection: apsw.Connection, rows: Sequence[tuple[int, int]]) -> None:
    """Forget what was typed in these rows, each an article and a unit."""
    connection.executemany("DELETE FROM draft WHERE article = ? AND unit = ?", rows)


def record(connection: apsw.Connection, step: Step) -> None:
    """Append a step, let its splices take effect and clear the drafts of rows whose text it changes; a step that is there stays.

    Raises ConflictError when the file is not at the revision, or does not hold the rows, that the step was made for.
    """
    splices = [splice for splice in step.splices if isinstance(splice, RowSplice)]
    if not is_recorded(connection, step):
        if revision(connection) != step.revision - 1:
            raise _conflict()
        for splice in splices:
            assert step.article is not None
            _splice(connection, step.article, splice, step.revision)
        put(connection, "step", *values_of(step))
    undraft(connection, [(step.article or 0, unit) for splice in splices for unit in _rewritten(splice)])


def _rewritten(splice: RowSplice) -> list[int]:
    """The rows whose text a splice changes, or that it takes away: what was being typed in them is settled."""
    after = {unit.id: unit.target for unit in splice.after}
    return [unit.id for unit in splice.before if after.get(unit.id) != unit.target]


def is_recorded(connection: apsw.Connection, step: Step) -> bool:
    """Whether this very step is in the file: it may have been committed although its acknowledgement got lost."""
    key = (step.revision, seal("step", *values_of(step)))
    return bool(connection.execute("SELECT 1 FROM step WHERE revision = ? AND hash = ?", key).get)


def values_of(step: Step) -> tuple[Value, ...]:
    """A step as the columns of its row."""
    return (step.revision, step.article, step.op, step.when, step.who, step.refers, msgspec.json.encode(step.splices))


def _conflict() -> ConflictError:
    return ConflictError(N_("The project file was changed by another program: save a copy, close and open it again."))


def _splice(connection: apsw.Connection, article: int, splice: RowSplice, number: int) -> None:
    low = _rank(connection, article, splice.anchor)
    ranks: Sequence[int] = _ranks_of(connection, article, low, splice.before)
    ids = [unit.id for unit in splice.before]
    if ids == [unit.id for unit in splice.after]:
        for rank, unit in zip(ranks, splice.after, strict=True):
            _rewrite(connection, article, unit.id, rank, number, msgspec.json.encode(unit))
    else:
        connection.executemany("DELETE FROM unit WHERE article = ? AND id = ?", [(article, unit) for unit in ids])
        ranks = _free_ranks(connection, article, splice.anchor, len(splice.after))
        for rank, unit in zip(ranks, splice.after, strict=True):
            put(connection, "unit", article, unit.id, rank, number, msgspec.json.encode(unit))


def _rewrite(connection: apsw.Connection, article: int, unit: int, *values: int | bytes) -> None:
    """Alter a unit where it is: its rank, revision and data."""
    mark = seal("unit", article, unit, *values)
    connection.execute(
        "UPDATE unit SET rank = ?, revision = ?, data = ?, hash = ? WHERE article = ? AND id = ?", (*values, mark, article, unit)
    )


def _rank(connection: apsw.Connection, article: int, unit: int) -> int:
    """Where a unit stands, 0 for none; raises ConflictError for one that is not there."""
    if not unit:
        return 0
    rank = connection.execute("SELECT rank FROM unit WHERE article = ? AND id = ?", (article, unit)).get
    if rank is None:
        raise _conflict()
    return int(rank)


def _ranks_of(connection: apsw.Connection, article: int, low: int, units: Sequence[Unit]) -> list[int]:
    """Where the run of these units behind rank `low` stands; raises ConflictError unless it stands there as the step found it."""
    query = "SELECT rank, data FROM unit WHERE article = ? AND rank > ? ORDER BY rank LIMIT ?"
    found = connection.execute(query, (article, low, len(units))).fetchall()
    if [data for _, data in found] != [msgspec.json.encode(unit) for unit in units]:
        raise _conflict()
    return [rank for rank, _ in found if isinstance(rank, int)]


def _free_ranks(connection: apsw.Connection, article: int, anchor: int, count: int) -> Sequence[int]:
    """Ranks for `count` new units after the unit `anchor`; makes room when there is none."""
    low = _rank(connection, article, anchor)
    high = connection.execute("SELECT min(rank) FROM unit WHERE article = ? AND rank > ?", (article, low)).get
    gap = (high - low) // (count + 1) if high is not None else ROOM
    if gap:
        return range(low + gap, low + gap * count + 1, gap)
    _spread(connection, article)
    return _free_ranks(connection, article, anchor, count)


def _spread(connection: apsw.Connection, article: int) -> None:
    """Give all units of an article evenly spaced ranks again."""
    rows = connection.execute("SELECT id, revision, data FROM unit WHERE article = ? ORDER BY rank", (article,)).fetchall()
    for number, (unit, changed, data) in enumerate(rows, 1):
        assert isinstance(unit, int)
        assert isinstance(changed, int)
        assert isinstance(data, bytes)
        _rewrite(connection, article, unit, number * ROOM, changed, data)
