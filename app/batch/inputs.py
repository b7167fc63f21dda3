"""What a batch is made of: a file of JSON lines, a table, or a folder of files that belong together by their names."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path, PurePath

from msgspec import Struct

from app import formats, pipeline
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

LANGUAGES = {
    pipeline.SOURCE: "en eng english englisch source src original orig en-us en-gb en_us en_gb".split(),
    pipeline.TARGET: "de deu ger german deutsch target tgt translation uebersetzung übersetzung de-de de-at de-ch de_de de_at de_ch".split(),
}
"""Parts of file names and names of folders that say which language a file holds."""

PART = re.compile(r"(?:en|de)[_-](?:us|gb|de|at|ch)(?![^.\s_/-])|[^.\s_/-]+", re.IGNORECASE)
"""A part of a name, with the country behind a language: ``en-GB``."""


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
    files = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
    groups: defaultdict[str, list[Path]] = defaultdict(list)
    for each in files:
        if _is_story(each):
            groups[_core(each.relative_to(path))].append(each)
    lines, alone = [], []
    for name, members in sorted(groups.items()):
        pair = _ordered(members, path) if len(members) == 2 else None
        if pair is None:
            alone += members
        else:
            source, target = (each.relative_to(path).as_posix() for each in pair)
            lines.append(json.dumps({"id": name, "source": source, "target": target}, ensure_ascii=False))
    if not lines:
        raise UserError(
            N_("There are no pairs in “{name}”: name the files of a pair alike, as story.en.txt and story.de.txt."), name=path.name
        )
    notes = [Message(N_("“{name}” has no partner of its name, or more than one: it was left out."), {"name": str(each)}) for each in alone]
    return Input(tuple(lines), path, tuple(notes))


def _is_story(path: Path) -> bool:
    try:
        return formats.format_for(path).read is not None
    except UserError:
        return False


def _core(relative: PurePath) -> str:
    """What the names of a pair have in common: everything but the ending and what says a language."""
    kept = [part for part in PART.findall(relative.with_suffix("").as_posix()) if not _language(part)]
    return "-".join(kept).casefold() or relative.stem.casefold()


def _language(part: str) -> str:
    return next((language for language, names in LANGUAGES.items() if part.casefold() in names), "")


def _named(relative: PurePath) -> str:
    """The language that a name says; "" for none, or more than one."""
    said = {_language(part) for part in PART.findall(relative.with_suffix("").as_posix())} - {""}
    return said.pop() if len(said) == 1 else ""


def _ordered(members: Sequence[Path], folder: Path) -> tuple[Path, Path] | None:
    """Two files as source and translation, by their names, else by what they say; None where both say the same."""
    said = [_named(each.relative_to(folder)) for each in members]
    if said[0] == said[1]:
        try:
            first, second = (pipeline.from_file(each) for each in members)
        except UserError:
            return None
        if said[0] and first.name == second.name:
            return None
        swap = pipeline.in_order(first, second)[0] is second
    else:
        swap = said[0] == pipeline.TARGET or said[1] == pipeline.SOURCE
    return (members[1], members[0]) if swap else (members[0], members[1])


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
