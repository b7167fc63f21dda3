"""A project file that was made to do harm, with every seal in order."""

import sqlite3
import zlib

import pytest

from app.errors import UserError
from app.store import DamagedError, Store
from app.store.recovering import recover
from app.store.schema import seal
from app.store.verifying import verify


def forge(path, table, column, value):
    """Put a value into the first row of a table and seal it."""
    with sqlite3.connect(path) as connection:
        row = list(connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone())
        names = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        row[names.index(column)] = value
        connection.execute(f"UPDATE {table} SET {column} = ?, hash = ? WHERE {names[0]} = ?", (value, seal(table, *row[:-1]), row[0]))
    connection.close()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        pytest.param("document", "content", b"[" * 100_000, id="nested deeply"),
        pytest.param("document", "content", b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", id="nested deeply where nobody looks"),
        pytest.param("document", "content", b"{}", id="not a document"),
        pytest.param("article", "source", "0" * 64, id="a document that is not there"),
        pytest.param("step", "article", 77, id="the step of no article"),
        pytest.param("unit", "data", b'{"id":1}', id="half a row"),
    ],
)
def test_a_forged_row_is_called_damage(closed, table, column, value):
    forge(closed, table, column, value)

    with pytest.raises(DamagedError):
        Store.open(closed)
    assert verify(closed) != []


def test_a_bomb_is_not_unpacked(closed, tmp_path, monkeypatch):
    monkeypatch.setattr("app.store.reading.LIMIT", 1 << 20)
    forge(closed, "article", "imported", zlib.compress(bytes(1 << 22)))

    assert verify(closed) != []
    try:
        recover(closed, tmp_path / "saved.gegenlesen")
    except UserError:
        return
    assert verify(tmp_path / "saved.gegenlesen") == []


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM unit; END",
        "CREATE VIEW v AS SELECT * FROM unit",
        "CREATE INDEX i ON unit (length(data))",
    ],
)
def test_a_schema_with_more_in_it_is_refused_before_it_can_act(closed, statement):
    with sqlite3.connect(closed) as connection:
        connection.execute(statement)
    connection.close()

    with pytest.raises(DamagedError, match="tables"):
        Store.open(closed)
