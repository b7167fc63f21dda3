"""What a batch is made of: a file of JSON lines, a table, or a folder of files that belong together by their names."""

import csv
import json
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from msgspec import Struct

from app.batch.folder import pairs_in
from app.errors import UserError
from app.formats.table.columns import SOURCES, TARGETS
from app.i18n import N_, Message
from app.safe.archive import Archive
from app.safe.encoding import decoded
from app.safe.limits import read_limited

TABLES = (".csv", ".tsv", ".xlsx")

COLUMNS = {
    "id": ("id", "name", "nr", "no"),
    "source_text": SOURCES,
    "target_text": TARGETS,
    "title": ("title", "titel", "headline"),
    "feed": ("feed", "agency", "agentur", "quelle"),
    "engine": ("engine", "mt", "system"),
}
"""What the head of a column may be called, in small letters."""


class Input(Struct, frozen=True):
    """A batch as lines; paths in them begin in `folder`. `notes` say what was left out."""

    lines: tuple[str, ...]
    folder: Path
    notes: tuple[Message, ...] = ()


def read_input(path: Path) -> Input:
    """The pairs of a file of JSON lines, a table or a folder. Raises UserError for what holds no pairs at all."""
    if path.is_dir():
        return _folder(path)
    if path.suffix.lower() in TABLES:
        return Input(tuple(_table(path)), path.parent)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise UserError(N_("{name} cannot be read as a JSONL file in UTF-8."), name=path) from error
    return Input(tuple(line for line in text.split("\n") if line.strip()), path.parent)


def _folder(path: Path) -> Input:
    folder = pairs_in(path)
    lines = []
    for pair in folder.pairs:
        source, target = (each.relative_to(path).as_posix() for each in (pair.source, pair.target))
        lines.append(json.dumps({"id": pair.name, "source": source, "target": target}, ensure_ascii=False))
    return Input(tuple(lines), path, folder.notes)


def _table(path: Path) -> Iterator[str]:
    rows = _workbook_rows(path) if path.suffix.lower() == ".xlsx" else _text_rows(path)
    head = [cell.strip().casefold() for cell in next(rows, [])]
    places = {name: at for name, heads in COLUMNS.items() for at, cell in enumerate(head) if cell in heads}
    if "source_text" not in places or "target_text" not in places:
        raise UserError(N_("“{name}” has no columns “source” and “target” in its first row."), name=path.name)
    for number, row in enumerate(rows, 1):
        pair = {name: row[at] for name, at in places.items() if at < len(row) and row[at].strip()}
        if pair:
            yield json.dumps({"id": str(number), "source_text": "", "target_text": ""} | pair, ensure_ascii=False)


def _text_rows(path: Path) -> Iterator[list[str]]:
    text = decoded(read_limited(path)).text
    first = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=first.count)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise UserError(N_("“{name}” cannot be read as a table: {reason}."), name=path.name, reason=error) from error


def _workbook_rows(path: Path) -> Iterator[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    data = read_limited(path)
    archive = Archive(data)
    for name in archive.names:
        archive.read(name)  # a bomb bursts here and not in the reader
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell) for cell in row]
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, IndexError, SyntaxError) as error:
        raise UserError(N_("“{name}” cannot be read as a table: {reason}."), name=path.name, reason=error) from error
