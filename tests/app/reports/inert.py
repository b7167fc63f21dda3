"""What must not come alive in a report, and what it means that it does not."""

import csv
from io import BytesIO, StringIO

from lxml import html
from openpyxl import load_workbook

from app.reports.csv import csv_tables
from app.reports.html import html_page
from app.reports.page import Report
from app.reports.xlsx import workbook

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "&lt;script&gt; &amp; <!-- -->",
    '=HYPERLINK("http://example.org","x")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =cmd|' /C calc'!A0",
    "\x00\x01\x1b[31m",
    "\u202eevil\u202c",
    "\ud83d half",
    "\ufffe\uffff",
    "x" * 40_000,
)


def assert_page_is_inert(report: Report) -> None:
    """A page runs and loads nothing."""
    page = html.fromstring(html_page(report))
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "a", "form", "image", "use", "foreignobject", "base"}
    names = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or name in {"href", "src", "style", "xlink:href", "action"}}
    assert len(page.findall(".//style")) == 1
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in page.findtext(".//style")


def assert_workbook_is_inert(report: Report) -> None:
    """No field of a workbook is a formula, and each text says that it is one."""
    book = load_workbook(BytesIO(workbook(report)), rich_text=True)
    fields = [field for sheet in book for row in sheet.iter_rows() for field in row if field.value is not None]
    assert {field.data_type for field in fields} <= {"s", "n", "inlineStr"}
    texts = [field for field in fields if field.data_type != "n"]
    assert texts
    assert all(field.quotePrefix for field in texts)


def assert_tables_are_inert(report: Report) -> None:
    """No field of CSV is what a spreadsheet takes for a formula."""
    for row in csv.reader(StringIO(csv_tables(report))):
        for field in row:
            assert _is_figure(field) or not field.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))


def _is_figure(field: str) -> bool:
    try:
        float(field)
    except ValueError:
        return False
    return True
