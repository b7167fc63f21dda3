"""Workbooks: the first sheet of an XLSX file, whose cells are read and written in its own XML, so that all else stays."""

import posixpath
import re
from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec import Struct

from app.errors import UserError
from app.formats.format import Aligned, Bilingual
from app.formats.nodes import local, named
from app.formats.parts import FORBIDDEN
from app.formats.table.columns import aligned, changed
from app.i18n import N_, Message
from app.safe.archive import Archive, with_members
from app.safe.xml import parse_xml

WORKBOOK, CHAIN, STRINGS = "xl/workbook.xml", "xl/calcChain.xml", "xl/sharedStrings.xml"
WIDEST = 1000
"""Columns further to the right are no texts."""
REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook writes characters that XML cannot hold."""

NO_WORKBOOK = N_("This is not a workbook; save the table as XLSX or CSV again.")
OTHER_SHEETS = N_("Only the first sheet was read; there are {count} more.")


class Sheet(Struct, frozen=True):
    """The first sheet: the name of its part and its root, the texts of its rows, and the elements of cells by row and column."""

    name: str
    root: etree._Element
    rows: list[list[str]]
    cells: list[dict[int, etree._Element]]
    others: int


def read(data: bytes) -> Aligned:
    """The one story of a workbook. Raises UserError for one that is damaged or has no columns of source and translation."""
    sheet = _sheet(data)
    notes = [Message(OTHER_SHEETS, {"count": str(sheet.others)})] if sheet.others else []
    return aligned(sheet.rows, notes)


def write_back(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same workbook; a translation that is another now stands there as text, whatever it looks like."""
    sheet = _sheet(data)
    references = {_fill(sheet, number, column, words) for number, column, words in changed(sheet.rows, stories[0])}
    if not references:
        return data
    members = {sheet.name: etree.tostring(sheet.root, xml_declaration=True, encoding="UTF-8", standalone=True)}
    chain = Archive(data).read(CHAIN)
    if chain is not None:
        members[CHAIN] = _without(parse_xml(chain), references)
    return with_members(data, members)


def _sheet(data: bytes) -> Sheet:
    archive = Archive(data)
    book, links = archive.read(WORKBOOK), archive.read("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        raise UserError(NO_WORKBOOK)
    targets = {each.get("Id"): each.get("Target", "") for each in parse_xml(links)}
    sheets = [targets.get(_reference(each), "") for each in named(parse_xml(book), "sheet")]
    name = posixpath.normpath(posixpath.join("/xl", sheets[0])).lstrip("/") if sheets else ""
    written = archive.read(name)
    if written is None:
        raise UserError(NO_WORKBOOK)
    root = parse_xml(written)
    strings = archive.read(STRINGS)
    shared = [_text(each) for each in named(parse_xml(strings), "si")] if strings else []
    cells = [dict(_cells(row)) for row in named(root, "row")]
    rows = [[_said(row[at], shared) if at in row else "" for at in range(max(row, default=-1) + 1)] for row in cells]
    return Sheet(name, root, rows, cells, len(sheets) - 1)


def _reference(sheet: etree._Element) -> str | None:
    """The relation id of a sheet."""
    return next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row by the numbers of their columns; a cell that does not say where it stands follows the one before."""
    column = -1
    for cell in row:
        found = REFERENCE.fullmatch(cell.get("r", ""))
        column = _column(found[1]) if found else column + 1
        if column < WIDEST:
            yield column, cell


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _letters(column: int) -> str:
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _text(element: etree._Element) -> str:
    """The words of a string, without the readings of signs above them."""
    words = (each.text or "" for each in named(element, "t") if all(local(above) != "rPh" for above in each.iterancestors()))
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(words))


def _said(cell: etree._Element, shared: Sequence[str]) -> str:
    """What a cell shows: of a formula what came of it last."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = next((each.text or "" for each in cell if local(each) == "v"), "")
    if kind != "s":
        return value
    return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""


def _fill(sheet: Sheet, number: int, column: int, words: str) -> str:
    """Let a cell, which is made where there is none, hold these words as text; returns its reference."""
    row = sheet.cells[number]
    cell = row[column] if column in row else _made(row, column)
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    space = str(cell.tag).rpartition("}")[0] + "}"
    text = etree.SubElement(etree.SubElement(cell, f"{space}is"), f"{space}t")
    text.text = FORBIDDEN.sub("", ESCAPED.sub(lambda found: "_x005F" + found[0], words))
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return cell.get("r", "")


def _made(row: dict[int, etree._Element], column: int) -> etree._Element:
    """A new cell behind the last one that stands to its left."""
    left = max((at for at in row if at < column), default=-1)
    beside = row[left] if left >= 0 else row[min(row)]
    cell = beside.makeelement(beside.tag, {"r": REFERENCE.sub(lambda found: _letters(column) + found[2], beside.get("r", ""))})
    if left >= 0:
        beside.addnext(cell)
    else:
        beside.addprevious(cell)
    return cell


def _without(chain: etree._Element, references: set[str]) -> bytes:
    """The order of calculation without cells that are no formulas any more."""
    for each in list(chain):
        if each.get("r") in references:
            chain.remove(each)
    return etree.tostring(chain, xml_declaration=True, encoding="UTF-8", standalone=True)
