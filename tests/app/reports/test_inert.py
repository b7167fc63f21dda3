"""Whatever stands in a text stays a text: in a page, in a workbook, in CSV."""

import csv
from io import BytesIO, StringIO

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from app.reports.csv import csv_tables
from app.reports.html import html_page
from app.reports.page import Bars, Column, Curve, Facts, Kind, Paragraph, Report, Run, Section, Series, Strip, Table, Tone, Words
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


def report(bad):
    """A report with this text in every field that can hold one."""
    return Report(
        kind="lot",
        title=bad,
        language="en",
        result=bad,
        tone=Tone.BAD,
        lead=bad,
        sections=(
            Section(
                bad,
                (
                    Paragraph(bad),
                    Facts(((bad, bad),), large=True),
                    Table(
                        bad,
                        (Column(bad), Column(bad, Kind.NUMBER), Column(bad, Kind.STORY), Column(bad, Kind.CODE)),
                        (
                            (bad, 1, Words((Run(bad), Run(bad, Tone.INSERTED), Run(bad, Tone.DELETED)), "de"), bad),
                            (None, 2.5, Words((Run(bad),)), bad),
                        ),
                    ),
                    Bars(bad, (bad, "b"), (Series(bad, Tone.MAJOR, (1, 2)),), bad),
                    Strip(bad, (bad,), (0.5,), (Tone.MINOR,), bad, bad),
                    Curve(bad, bad, bad, ((0, 1), (1, 0.5)), ((0, 1, bad, Tone.GOOD),), 0.7, (bad, bad)),
                ),
            ),
        ),
        stamp=Facts(((bad, bad),)),
    )


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda bad: ascii(bad[:20]))
def test_a_page_runs_and_loads_nothing(bad):
    page = html.fromstring(html_page(report(bad)))
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "a", "form", "image", "use", "foreignobject", "base"}
    names = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not {name for name in names if name.startswith("on") or name in {"href", "src", "style", "xlink:href", "action"}}
    assert len(page.findall(".//style")) == 1
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in page.findtext(".//style")


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda bad: ascii(bad[:20]))
def test_a_page_says_the_words_themselves(bad):
    heading = html.fromstring(html_page(report(bad))).findtext(".//h1")
    shown = [char for char in bad if char.isprintable()]
    assert [char for char in heading if char.isprintable() and char != "\ufffd"] == shown


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda bad: ascii(bad[:20]))
def test_a_workbook_opens_and_holds_no_formula(bad):
    book = load_workbook(BytesIO(workbook(report(bad))), rich_text=True)
    fields = [field for sheet in book for row in sheet.iter_rows() for field in row if field.value is not None]
    assert {field.data_type for field in fields} <= {"s", "n", "inlineStr"}
    texts = [field for field in fields if field.data_type != "n"]
    assert len(texts) > 15
    assert all(field.quotePrefix for field in texts)
    numbers = [field.value for field in fields if field.data_type == "n"]
    assert {1, 2.5} <= set(numbers)


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda bad: ascii(bad[:20]))
def test_a_csv_file_holds_no_formula(bad):
    for row in csv.reader(StringIO(csv_tables(report(bad)))):
        for field in row:
            assert not field.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_whole_workbook_is_well_formed_xml():
    from zipfile import ZipFile

    with ZipFile(BytesIO(workbook(report("<&>\x00=1")))) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name.lower()]
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
