"""The tables of a report as CSV, for programs that read nothing else."""

import csv
from io import StringIO

from app.reports.page import Cell, Report, Words
from app.reports.visible import as_text


def csv_tables(report: Report) -> str:
    """All tables one below the other, an empty line between them; no field is a formula, whatever sign it begins with."""
    stream = StringIO()
    out = csv.writer(stream, lineterminator="\r\n")
    for at, table in enumerate(report.tables):
        out.writerows([[]] if at else [])
        out.writerow([as_text(column.title) for column in table.columns])
        out.writerows([_field(cell) for cell in row] for row in table.rows)
    return stream.getvalue()


def _field(cell: Cell) -> str | int | float:
    match cell:
        case None:
            return ""
        case Words():
            return as_text(cell.plain)
        case str():
            return as_text(cell)
        case _:
            return cell
