"""Reports laid out for paper and for the screen: the same tree that becomes a page or a workbook, without HTML between."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from app import durable
from app.i18n import _, speaking
from app.reports.page import KINDS, Bars, Cell, Column, Curve, Facts, Item, Kind, Paragraph, Report, Run, Strip, Table, Tone, Words, number
from app.reports.visible import visible
from ui.charts import SHARP, picture, tone_colour
from ui.theme import LIGHT, SANS, SERIF, Theme

SIZE, SMALL, HEADING, TITLE, FIGURE = 9.5, 8.0, 13.0, 20.0, 17.0
"""Points."""

CHART = 636
"""The width of a chart in pixels at 96 an inch: as wide as the text on A4."""

SHARES = {Kind.TEXT: 3.0, Kind.WIDE: 4.0, Kind.STORY: 5.0, Kind.CODE: 4.0}
"""How the columns of words share what figures and short words leave of a table's width."""

NAMING = 5.0
"""The share of words in the first column: they say what a row is about."""

LETTER, BESIDE, WIDEST = 1.15, 1.8, 22.0
"""Percent of the width of a page: a letter of running text, what stands around a cell, a column of short words at most."""

LONG_CODE = 60
"""From so many letters without a blank on it is set smaller, so that a digest keeps to its line."""

CLOSE = 8
"""From so many columns on a table is set smaller."""

ON_SCREEN = 1.0
"""How sharp a chart is where each of its pixels is one of the screen; it is as large there as it was drawn."""

PAGE_MARGIN, SCREEN_MARGIN = 4, 18
"""Pixels around the text: on paper, the page has its own margin."""

MARGIN = 0.0
"""Millimetres that the printer leaves around a page: what Qt prints of a document keeps 20 of its own."""


def laid_out(report: Report, theme: Theme = LIGHT, sharp: float = SHARP) -> QTextDocument:
    """A report as a document in the colours of a theme; paper takes the light one, a screen less sharp charts."""
    with speaking(report.language):
        return _Layout(report, theme, sharp).document


def pdf(report: Report) -> bytes:
    """A report as the bytes of a PDF file on A4, pages numbered."""
    data, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(report.title)
    writer.setCreator("Gegenlesen")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    laid_out(report).print_(writer)
    buffer.close()
    return bytes(data.data())


def save_pdf(report: Report, path: Path) -> None:
    """Write a report as a PDF file; raises UserError."""
    durable.write(path, pdf(report))


def print_report(report: Report, parent: QWidget) -> None:
    """Ask for a printer and print a report."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: laid_out(report).print_(printer))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


class _Layout:
    """Writes a report into a document, part by part."""

    def __init__(self, report: Report, theme: Theme, sharp: float) -> None:
        self._sharp = sharp
        self._theme, self._language = theme, report.language
        self.document = QTextDocument()
        self.document.setDefaultFont(self._font(SIZE))
        self.document.setDocumentMargin(SCREEN_MARGIN if sharp == ON_SCREEN else PAGE_MARGIN)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self.document)
        self._pictures = 0
        self._head(report)
        for section in report.sections:
            self._paragraph(section.title, HEADING, above=18, bold=True, serif=True)
            for item in section.items:
                self._item(item)
        self._paragraph(_("About this report"), HEADING, above=18, bold=True, serif=True)
        self._facts(report.stamp)

    def _head(self, report: Report) -> None:
        if report.kind in KINDS:
            self._paragraph(_(KINDS[report.kind]).upper(), SMALL, colour=self._theme.accent, bold=True)
        self._paragraph(report.title, TITLE, above=2, bold=True, serif=True)
        if report.result or report.lead:
            self._block(above=4)
            if report.result:
                self._write(report.result + "  ", self._format(SIZE + 1.5, tone_colour(self._theme, report.tone), bold=True))
            self._write(report.lead, self._format(SIZE + 1, self._theme.soft))

    def _item(self, item: Item) -> None:
        match item:
            case Paragraph(text, tone):
                self._paragraph(text, SIZE, colour=tone_colour(self._theme, tone), above=4, bold=tone is Tone.BAD)
            case Facts():
                self._facts(item)
            case Table():
                self._table(item)
            case Bars() | Strip() | Curve():
                self._chart(item)

    def _facts(self, facts: Facts) -> None:
        if facts.large:
            table = self._grid(2, max(1, len(facts.facts)), [1.0] * max(1, len(facts.facts)))
            for at, (name, value) in enumerate(facts.facts):
                self._fill(table, 0, at, value, self._format(FIGURE, self._theme.ink, bold=True))
                self._fill(table, 1, at, name, self._format(SMALL, self._theme.soft))
        else:
            table = self._grid(max(1, len(facts.facts)), 2, [1.0, 3.0])
            for at, (name, value) in enumerate(facts.facts):
                self._fill(table, at, 0, name, self._format(SIZE, self._theme.soft))
                code = len(value) > LONG_CODE and " " not in value
                self._fill(table, at, 1, value, self._format(SMALL if code else SIZE, self._theme.ink))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._paragraph(table.caption, SIZE + 0.5, above=8, bold=True)
        size = SIZE - 1 if len(table.columns) >= CLOSE else SIZE
        grid = self._grid(len(table.rows) + 1, len(table.columns), self._widths(table, size), header=True)
        for at, column in enumerate(table.columns):
            self._fill(grid, 0, at, column.title, self._format(SMALL, self._theme.soft, bold=True), number=column.kind is Kind.NUMBER)
        for line, row in enumerate(table.rows, 1):
            for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                self._cell(grid, (line, at), cell, column, size, strong=line - 1 in table.strong)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _widths(self, table: Table, size: float) -> list[float]:
        """The width of each column in percent: figures and short words take what they need in one line, words share the rest."""
        needed = {
            at: min(WIDEST, BESIDE + LETTER * size / SIZE * self._longest(table, at))
            for at, column in enumerate(table.columns)
            if column.kind not in SHARES
        }
        shares = [SHARES.get(column.kind, 0.0) for column in table.columns]
        shares[0] = NAMING if table.columns[0].kind is Kind.TEXT else shares[0]
        left = (100 - sum(needed.values())) / (sum(shares) or 1.0)
        return [needed.get(at, left * share) for at, share in enumerate(shares)]

    def _longest(self, table: Table, at: int) -> int:
        """The most letters that stand in one line of a column: whole cells, single words of its heading."""
        heading = max(map(len, table.columns[at].title.split()), default=0)
        return max([heading, *(len(self._plain(row[at])) for row in table.rows)])

    def _plain(self, cell: Cell) -> str:
        match cell:
            case None:
                return ""
            case Words():
                return cell.plain
            case str():
                return cell
            case _:
                return number(cell, self._language, 2)

    def _cell(self, grid: object, place: tuple[int, int], cell: Cell, column: Column, size: float, *, strong: bool) -> None:
        size = SMALL if column.kind is Kind.CODE else size
        match cell:
            case None:
                return
            case Words(runs, _language):
                for run in runs:
                    self._fill(grid, *place, run.text, self._toned(run, size))
            case str():
                self._fill(grid, *place, cell, self._format(size, self._theme.ink, bold=strong))
            case _:
                self._fill(grid, *place, number(cell, self._language, 2), self._format(size, self._theme.ink, bold=strong), number=True)

    def _toned(self, run: Run, size: float) -> QTextCharFormat:
        """Changes lie on a ground and are underlined or struck through; everything else only has a colour."""
        form = self._format(size, tone_colour(self._theme, run.tone), bold=run.tone in {Tone.GOOD, Tone.BAD})
        if run.tone is Tone.INSERTED:
            form.setBackground(QColor(self._theme.ins_bg))
            form.setFontUnderline(True)
        elif run.tone is Tone.DELETED:
            form.setBackground(QColor(self._theme.del_bg))
            form.setFontStrikeOut(True)
        elif run.tone in {Tone.CRITICAL, Tone.MAJOR, Tone.MINOR, Tone.NEUTRAL}:
            form.setFontUnderline(True)
        return form

    def _chart(self, chart: Bars | Strip | Curve) -> None:
        self._paragraph(chart.title, SIZE + 0.5, above=8, bold=True)
        image = picture(chart, self._language, self._theme, self._sharp)
        self._pictures += 1
        name = f"chart:{self._pictures}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        form = QTextImageFormat()
        form.setName(name)
        width = image.width() if self._sharp == ON_SCREEN else CHART
        form.setWidth(width)
        form.setHeight(width * image.height() / image.width())
        self._block(above=2)
        self._cursor.insertImage(form)

    def _grid(self, rows: int, columns: int, shares: list[float], *, header: bool = False) -> object:
        form = QTextTableFormat()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 * share / sum(shares)) for share in shares])
        form.setCellPadding(3)
        form.setCellSpacing(0)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setTopMargin(4)
        form.setHeaderRowCount(int(header))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        table = self._cursor.insertTable(rows, columns, form)
        if header:
            for row in range(rows):
                for column in range(columns):
                    rule = QTextTableCellFormat()
                    rule.setBottomBorder(0.75)
                    rule.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                    rule.setBottomBorderBrush(QBrush(QColor(self._theme.line)))
                    rule.setPadding(3)
                    rule.setRightPadding(6)
                    table.cellAt(row, column).setFormat(rule)
        return table

    @staticmethod
    def _fill(grid: object, row: int, column: int, text: str, form: QTextCharFormat, *, number: bool = False) -> None:
        cursor = grid.cellAt(row, column).lastCursorPosition()  # type: ignore[attr-defined]
        if number:
            block = QTextBlockFormat()
            block.setAlignment(Qt.AlignmentFlag.AlignRight)
            cursor.setBlockFormat(block)
        cursor.insertText(visible(text), form)

    def _paragraph(self, text: str, size: float, *, colour: str = "", above: float = 0, bold: bool = False, serif: bool = False) -> None:
        self._block(above)
        self._write(text, self._format(size, colour or self._theme.ink, bold=bold, serif=serif))

    def _block(self, above: float = 0) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(3)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self.document.isEmpty():
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form, QTextCharFormat())

    def _write(self, text: str, form: QTextCharFormat) -> None:
        self._cursor.insertText(visible(text), form)

    def _format(self, size: float, colour: str, *, bold: bool = False, serif: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._font(size, serif=serif))
        form.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        form.setForeground(QColor(colour))
        return form

    def _font(self, size: float, *, serif: bool = False) -> QFont:
        font = QFont(list(SERIF if serif else SANS))
        font.setPointSizeF(size * self._theme.percent / 100)
        return font
