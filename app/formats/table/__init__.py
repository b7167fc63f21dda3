"""Tables of source and translation, a row a segment: CSV, TSV and workbooks."""

from collections.abc import Sequence

from app.formats.format import Aligned, Bilingual, Format
from app.i18n import N_


def read_delimited(data: bytes) -> Aligned:
    """Read a table of plain text."""
    from app.formats.table import delimited

    return delimited.read(data)


def write_delimited(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same table with other translations."""
    from app.formats.table import delimited

    return delimited.write_back(data, stories)


CSV = Format(
    name="csv",
    title=N_("Table of source and translation"),
    endings=(".csv", ".tsv"),
    read_aligned=read_delimited,
    write_back=write_delimited,
)


def read_workbook(data: bytes) -> Aligned:
    """Read a workbook; what that takes is loaded now."""
    from app.formats.table import workbook

    return workbook.read(data)


def write_workbook(data: bytes, stories: Sequence[Bilingual]) -> bytes:
    """The same workbook with other translations."""
    from app.formats.table import workbook

    return workbook.write_back(data, stories)


XLSX = Format(
    name="xlsx", title=N_("Workbook of source and translation"), endings=(".xlsx",), read_aligned=read_workbook, write_back=write_workbook
)
