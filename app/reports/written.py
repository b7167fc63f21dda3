"""A report as the bytes of a file."""

from app.reports.page import Report

FORMATS = ("html", "xlsx", "csv")


def written(report: Report, form: str) -> bytes:
    """A report as the bytes of a file of one of `FORMATS`."""
    if form == "xlsx":
        from app.reports.xlsx import workbook

        return workbook(report)
    if form == "csv":
        from app.reports.csv import csv_tables

        return b"\xef\xbb\xbf" + csv_tables(report).encode()  # the mark tells spreadsheets that it is UTF-8
    from app.reports.html import html_page

    return html_page(report).encode()
