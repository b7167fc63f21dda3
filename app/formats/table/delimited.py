"""Tables of plain text: cells between commas, semicolons or tabs, quoted as spreadsheets do it."""

import re
from collections.abc import Sequence

from msgspec import Struct

from app.errors import UserError
from app.formats.format import Aligned, Bilingual
from app.formats.rewriting import OTHERWISE
from app.formats.table.columns import aligned, changed
from app.i18n import N_
from app.model import Span
from app.safe.encoding import decoded, mark_of

DELIMITERS = "\t;,"
UNENDED = N_("The table is cut off: the quotation mark in line {line} is never closed.")
UNWRITABLE = N_("The table is kept in {encoding}, which has no “{sign}”; save the table as UTF-8 and take it in again.")


class Cell(Struct, frozen=True):
    """What a cell says, and where it stands in the text of the table, quotation marks included."""

    text: str
    span: Span


def read(data: bytes) -> Aligned:
    """The one story of a table. Raises UserError for one that is cut off or has no columns of source and translation."""
    text = decoded(data)
    rows = [[cell.text for cell in row] for row in cells(text.text)[1]]
    return aligned(rows, text.notes)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same table; only cells whose translation is another now are written anew."""
    read_as = decoded(data)
    mark = mark_of(data)
    text = data.removeprefix(mark).decode(read_as.encoding, "replace")
    if len(text) != len(read_as.text):
        raise UserError(OTHERWISE)
    delimiter, rows = cells(read_as.text)
    plain = [[cell.text for cell in row] for row in rows]
    written, at = list[str](), 0
    for number, column, words in changed(plain, stories[0]):
        row = rows[number]
        missing = delimiter * (column - len(row) + 1)
        span = row[column].span if not missing else Span(row[-1].span.end, row[-1].span.end)
        written += [text[at : span.start], missing, _quoted(words, delimiter, always=text[span.start : span.start + 1] == '"')]
        at = span.end
    try:
        return mark + "".join([*written, text[at:]]).encode(read_as.encoding)
    except UnicodeEncodeError as error:
        sign = error.object[error.start : error.start + 1]
        raise UserError(UNWRITABLE, encoding=read_as.encoding, sign=sign) from None


def cells(text: str) -> tuple[str, list[list[Cell]]]:
    """The delimiter of a table, and its rows."""
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    pattern = re.compile(rf'"(?:[^"]|"")*+("?)|[^{delimiter}\r\n]*+')
    rows, at = list[list[Cell]]([[]]), 0
    while at < len(text):
        found = pattern.match(text, at)
        assert found is not None
        if found[1] == "":
            raise UserError(UNENDED, line=text.count("\n", 0, at) + 1)
        end = at = found.end()
        while found[1] and at < len(text) and text[at] not in f"{delimiter}\r\n":
            at += 1
        raw = found[0][1:-1].replace('""', '"') + text[end:at] if found[1] else found[0]
        rows[-1].append(Cell(raw, Span(found.start(), at)))
        if text[at : at + 1] == delimiter:
            at += 1
            if at == len(text) or text[at] in "\r\n":
                rows[-1].append(Cell("", Span(at, at)))
        if at < len(text) and text[at] in "\r\n":
            at += 2 if text.startswith("\r\n", at) else 1
            rows.append([])
    return delimiter, [row for row in rows if row]


def _quoted(words: str, delimiter: str, *, always: bool) -> str:
    if always or words != words.strip() or any(sign in words for sign in f'{delimiter}"\r\n'):
        return '"' + words.replace('"', '""') + '"'
    return words
