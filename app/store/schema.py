"""The tables of a project file, and how a value becomes a row that notices when it is altered."""

import hashlib
from enum import StrEnum

import apsw
import msgspec

APPLICATION_ID = 0x47454745
"""What SQLite keeps in the header to say whose file this is: ``GEGE``."""

VERSION = 2
"""The version of the tables below; kept as ``user_version``. Since 2, steps may lead to other versions of Documents and rows say
what stood there before; the tables are those of 1."""

_COLUMNS = {
    "meta": "name TEXT PRIMARY KEY, value TEXT NOT NULL",
    "document": "digest TEXT PRIMARY KEY, name TEXT NOT NULL, content BLOB NOT NULL, original BLOB NOT NULL",
    "article": "id INTEGER PRIMARY KEY, title TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, size INTEGER NOT NULL, imported BLOB NOT NULL",
    "unit": "article INTEGER NOT NULL, id INTEGER NOT NULL, rank INTEGER NOT NULL, revision INTEGER NOT NULL, data BLOB NOT NULL",
    "step": "revision INTEGER PRIMARY KEY, article INTEGER, op TEXT NOT NULL, time TEXT NOT NULL, who TEXT NOT NULL, refers INTEGER, splices BLOB NOT NULL",
    "draft": "article INTEGER NOT NULL, unit INTEGER NOT NULL, text TEXT NOT NULL, time TEXT NOT NULL",
    "finding": "article INTEGER PRIMARY KEY, revision INTEGER NOT NULL, engine INTEGER NOT NULL, profile TEXT NOT NULL, data BLOB NOT NULL",
}
"""Everything but the drafts can be worked out again from `document`, `article` and `step`: what came in (`imported`: the `size`
units at that moment, JSON under zlib) and every change since. `unit` is the outcome, ordered by `rank` with room between
neighbours; its `revision` is that of the step that changed it last, 0 for none. `finding` is a cache."""

TABLES = tuple(_COLUMNS)
"""The tables; the last column of each, ``hash``, is the `seal` of the others."""

SCHEMA = (
    *(f"CREATE TABLE {table} ({columns}, hash BLOB NOT NULL) STRICT" for table, columns in _COLUMNS.items()),
    "CREATE UNIQUE INDEX unit_key ON unit (article, id)",
    "CREATE INDEX unit_rank ON unit (article, rank)",
    "CREATE UNIQUE INDEX draft_key ON draft (article, unit)",
)
"""The statements that make a project file."""

Value = str | int | bytes | None

_packed = msgspec.msgpack.Encoder().encode


def seal(table: str, *values: Value) -> bytes:
    """The hash of a row: SQLite itself notices about one flipped bit in five."""
    return hashlib.blake2b(_packed((table, *values)), digest_size=16).digest()


class Clash(StrEnum):
    """What becomes of a row when there is one with its key."""

    FAIL = "INSERT"
    KEEP = "INSERT OR IGNORE"
    REPLACE = "REPLACE"


def put(connection: apsw.Connection, table: str, *values: Value, clash: Clash = Clash.FAIL) -> None:
    """Write a new row of `table` with its seal."""
    holes = ", ".join("?" * (len(values) + 1))
    connection.execute(f"{clash} INTO {table} VALUES ({holes})", (*values, seal(table, *values)))


def lay_out(connection: apsw.Connection) -> None:
    """Make a new database a project file."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    for statement in SCHEMA:
        connection.execute(statement)
