"""A report as a workbook: a sheet for what matters first, one for each table, and the charts as charts.

No cell is a formula: every text is written as text and marked as such, whatever sign it begins with.
"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from app.i18n import _, speaking
from app.reports.page import Bars, Cell, Chart, Column, Curve, Facts, Kind, Paragraph, Report, Run, Strip, Table, Tone, Words
from app.reports.visible import visible

if TYPE_CHECKING:  # loaded with the first workbook: most sessions never write one
    from openpyxl.cell import Cell as Field
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = {Kind.TEXT: 34, Kind.WIDE: 90, Kind.STORY: 60, Kind.NUMBER: 14, Kind.SHORT: 18, Kind.CODE: 66}
"""Of columns, in characters."""

COLOURS = {
    Tone.CRITICAL: "B3261E",
    Tone.MAJOR: "7A2FA0",
    Tone.MINOR: "4A5A6A",
    Tone.NEUTRAL: "8A857B",
    Tone.SOFT: "8A857B",
    Tone.INSERTED: "14532B",
    Tone.DELETED: "8F1D16",
    Tone.GOOD: "1F6B3A",
    Tone.BAD: "B3261E",
    Tone.PLAIN: "0B5D7A",
}
LONGEST = 32_000
"""Characters that a cell can hold, with a little room."""

DATA = 40
"""The column of a sheet in which the figures of its charts begin, out of the way."""


def workbook(report: Report) -> bytes:
    """The report as the bytes of an XLSX file."""
    from openpyxl import Workbook

    with speaking(report.language):
        book = Workbook()
        first = book.active
        assert first is not None
        _overview(first, report)
        for table in report.tables:
            _table(book.create_sheet(_sheet_name(table.caption, book.sheetnames)), table)
        if report.charts:
            _charts(book.create_sheet(_sheet_name(_("Charts"), book.sheetnames)), report.charts)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def write(field: "Field", value: Cell) -> None:
    """Put a value into a cell: a number as a number, anything else as text that no program takes for a formula."""
    match value:
        case None:
            return
        case Words(runs, _language):
            _rich(field, runs)
        case str():
            _text(field, value)
        case _:
            field.value = value


def _text(field: "Field", words: str) -> None:
    field.value = visible(words)[:LONGEST]
    field.data_type = "s"
    field.quotePrefix = True


def _rich(field: "Field", runs: tuple[Run, ...]) -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    plain = "".join(run.text for run in runs)
    if all(run.tone is Tone.PLAIN for run in runs) or len(plain) > LONGEST:
        _text(field, plain)
        return
    parts = []
    for run in runs:
        shown = visible(run.text)
        if not shown:
            continue
        if run.tone is Tone.PLAIN:
            font = InlineFont(rFont="Calibri", sz=11)
        else:
            underlined = "single" if run.tone in {Tone.INSERTED, Tone.CRITICAL, Tone.MAJOR, Tone.MINOR, Tone.NEUTRAL} else None
            struck = True if run.tone is Tone.DELETED else None
            font = InlineFont(rFont="Calibri", sz=11, color=f"FF{COLOURS[run.tone]}", u=underlined, strike=struck)
        parts.append(TextBlock(font, shown))
    field.value = CellRichText(parts)
    field.quotePrefix = True


def _overview(sheet: "Worksheet", report: Report) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = _("Overview")[:31]
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 90
    rows: list[tuple[str, str, str]] = [("title", report.title, ""), ("lead", _joined(report.result, report.lead), "")]
    for section in report.sections:
        said = [("fact", *pair) for item in section.items if isinstance(item, Facts) for pair in item.facts]
        said += [("text", item.text, "") for item in section.items if isinstance(item, Paragraph)]
        rows += [("", "", ""), ("head", section.title, ""), *said] if said else []
    rows += [("", "", ""), ("head", _("About this report"), ""), *(("fact", *pair) for pair in report.stamp.facts)]
    fonts = {"title": Font(size=18, bold=True), "head": Font(size=13, bold=True, color="0B5D7A"), "lead": Font(size=12, italic=True)}
    for at, (kind, name, value) in enumerate(rows, 1):
        write(sheet.cell(at, 1), name or None)
        write(sheet.cell(at, 2), value or None)
        if kind in fonts:
            sheet.cell(at, 1).font = fonts[kind]
        if kind == "text":
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=2)
            sheet.cell(at, 1).alignment = Alignment(wrap_text=True, vertical="top")
            sheet.row_dimensions[at].height = 15 * (1 + len(name) // 115)
        sheet.cell(at, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.sheet_view.showGridLines = False
    _printed(sheet)


def _joined(result: str, lead: str) -> str:
    return f"{result}: {lead}" if result and lead else result or lead


def _table(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    line = Border(bottom=Side(style="thin", color="D9D5CD"))
    for at, column in enumerate(table.columns, 1):
        head = sheet.cell(1, at)
        write(head, column.title)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="0B5D7A")
        figures = column.kind is Kind.NUMBER
        head.alignment = Alignment(wrap_text=True, vertical="center", horizontal="right" if figures else "left", indent=0 if figures else 1)
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS[column.kind]
    sheet.row_dimensions[1].height = _height([column.title for column in table.columns], table.columns)
    for row, cells in enumerate(table.rows, 2):
        sheet.row_dimensions[row].height = _height(cells, table.columns)
        for at, (cell, column) in enumerate(zip(cells, table.columns, strict=True), 1):
            field = sheet.cell(row, at)
            write(field, cell)
            field.border = line
            figure = column.kind is Kind.NUMBER
            field.alignment = Alignment(wrap_text=True, vertical="top", horizontal=None if figure else "left", indent=0 if figure else 1)
            if column.kind is Kind.NUMBER:
                field.number_format = "#,##0.##" if isinstance(cell, float) and cell != int(cell) else "#,##0"
            if row - 2 in table.strong:
                field.fill = PatternFill("solid", fgColor="EDF3F6")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    _printed(sheet)


def _height(cells: Sequence[Cell], columns: Sequence[Column]) -> float:
    """The height of a row in points, so that all its lines are seen: not every program works that out for itself."""
    lines = 1
    for cell, column in zip(cells, columns, strict=True):
        text = cell.plain if isinstance(cell, Words) else cell if isinstance(cell, str) else ""
        room = WIDTHS[column.kind] - 3
        lines = max(lines, sum(1 + len(part) // room for part in text.split("\n")))
    return min(400.0, 4 + 15.0 * lines)


def _printed(sheet: "Worksheet") -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    assert sheet.sheet_properties.pageSetUpPr is not None
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _charts(sheet: "Worksheet", charts: Iterable[Chart]) -> None:
    from openpyxl.worksheet.pagebreak import Break

    row = data = 1
    for chart in charts:
        made, height, data = _chart(sheet, chart, data)
        made.title = visible(chart.title)
        made.width, made.height = 26, height
        sheet.add_chart(made, f"A{row}")
        row += int(height * 2) + 3
        sheet.row_breaks.append(Break(id=row - 1))
    sheet.print_area = f"A1:P{row}"
    sheet.sheet_view.showGridLines = False
    _printed(sheet)


def _chart(sheet: "Worksheet", chart: Chart, data: int) -> tuple[Any, float, int]:
    """A chart whose figures stand from row `data` on; also its height in centimetres and the next free row."""
    match chart:
        case Bars():
            return _bars(sheet, chart, data)
        case Strip(names=names, values=values):
            _figures(sheet, data, [("", chart.up), *zip(names, values, strict=True)])
            made = _bar_chart(sheet, data, len(names), 1, "col")
            made.y_axis.scaling.max = 1
            made.y_axis.number_format = "0%"
            made.gapWidth = 30
            made.legend = None
            _titled(made, chart.across, chart.up)
            _coloured(made, [Tone.PLAIN])
            return made, 9, data + len(names) + 2
        case Curve():
            return (_trend if chart.names else _curve)(sheet, chart, data)


def _bars(sheet: "Worksheet", chart: Bars, data: int) -> tuple[Any, float, int]:
    series = [each for each in chart.series if any(each.values)]
    rows: list[tuple[Cell, ...]] = [("", *(each.name for each in series))]
    rows += [(name, *(each.values[at] for each in series)) for at, name in enumerate(chart.names)]
    _figures(sheet, data, rows)
    made = _bar_chart(sheet, data, len(chart.names), len(series), "bar")
    made.grouping, made.overlap, made.gapWidth = "stacked", 100, 40
    made.x_axis.scaling.orientation = "maxMin"
    made.legend.position = "t"
    _coloured(made, [each.tone for each in series])
    return made, 3.5 + 1.1 * len(chart.names), data + len(chart.names) + 2


def _trend(sheet: "Worksheet", chart: Curve, data: int) -> tuple[Any, float, int]:
    """A line from name to name, and the limit across."""
    from openpyxl.chart import LineChart, Reference

    limit = chart.limit
    heads: tuple[Cell, ...] = ("", chart.up) if limit is None else ("", chart.up, _("Limit"))
    rows = [(name, y) if limit is None else (name, y, limit) for name, (_x, y) in zip(chart.names, chart.points, strict=True)]
    _figures(sheet, data, [heads, *rows])
    last = data + len(rows)
    made = LineChart()
    made.add_data(Reference(sheet, min_col=DATA + 1, max_col=DATA + len(heads) - 1, min_row=data, max_row=last), titles_from_data=True)
    made.set_categories(Reference(sheet, min_col=DATA, min_row=data + 1, max_row=last))
    for series, tone in zip(made.series, (Tone.PLAIN, Tone.BAD), strict=False):
        series.smooth = False
        series.graphicalProperties.line.solidFill = COLOURS[tone]
    made.series[0].marker.symbol = "circle"
    if limit is not None:
        made.series[1].graphicalProperties.line.dashStyle = "dash"
    made.legend.position = "t"
    made.y_axis.scaling.min = 0
    _titled(made, chart.across, chart.up)
    return made, 11, last + 2


def _curve(sheet: "Worksheet", chart: Curve, data: int) -> tuple[Any, float, int]:
    """A line through points of two figures."""
    from openpyxl.chart import Reference, ScatterChart, Series

    _figures(sheet, data, [(chart.across, chart.up), *chart.points])
    made = ScatterChart()
    made.style, made.legend = 13, None
    last = data + len(chart.points)
    xs = Reference(sheet, min_col=DATA, min_row=data + 1, max_row=last)
    line = Series(Reference(sheet, min_col=DATA + 1, min_row=data, max_row=last), xs, title_from_data=True)
    line.smooth = False
    line.marker.symbol = "none"
    line.graphicalProperties.line.solidFill = COLOURS[Tone.PLAIN]
    made.series.append(line)
    made.y_axis.scaling.min = made.x_axis.scaling.min = 0
    if chart.percent:
        made.y_axis.scaling.max = made.x_axis.scaling.max = 100
        made.y_axis.number_format = made.x_axis.number_format = '0" %"'
    _titled(made, chart.across, chart.up)
    return made, 11, last + 2


def _bar_chart(sheet: "Worksheet", data: int, names: int, series: int, kind: str) -> Any:
    from openpyxl.chart import BarChart, Reference

    made = BarChart()
    made.type = kind
    made.add_data(Reference(sheet, min_col=DATA + 1, max_col=DATA + series, min_row=data, max_row=data + names), titles_from_data=True)
    made.set_categories(Reference(sheet, min_col=DATA, min_row=data + 1, max_row=data + names))
    _axes(made)
    return made


def _titled(chart: Any, across: str, up: str) -> None:
    chart.x_axis.title, chart.y_axis.title = visible(across), visible(up)
    _axes(chart)


def _axes(chart: Any) -> None:
    """Both axes are drawn, with faint lines behind the figures only."""
    from openpyxl.chart.axis import ChartLines
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.majorGridlines = None
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="E3E0D9")))


def _coloured(chart: Any, tones: Iterable[Tone]) -> None:
    for series, tone in zip(chart.series, tones, strict=True):
        series.graphicalProperties.solidFill = COLOURS[tone]


def _figures(sheet: "Worksheet", first: int, rows: Iterable[tuple[Cell, ...]]) -> None:
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            write(sheet.cell(first + at, DATA + column), value)


def _sheet_name(title: str, taken: Iterable[str]) -> str:
    """A title as a sheet may be called: short, without the signs that mean something in formulas, and not one that is taken."""
    known = {name.casefold() for name in taken}
    name = re.sub(r"[\[\]:*?/\\']", " ", visible(title)).strip()[:28] or "–"
    return next(each for number in range(1, 100) if (each := name if number == 1 else f"{name} {number}").casefold() not in known)
