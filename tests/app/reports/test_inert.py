"""Whatever stands in a text stays a text: in a page, in a workbook, in CSV."""

from io import BytesIO

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from app.reports.html import html_page
from app.reports.page import Bars, Column, Curve, Facts, Kind, Paragraph, Report, Run, Section, Series, Strip, Table, Tone, Words
from app.reports.xlsx import workbook
from tests.app.reports.inert import HOSTILE, assert_page_is_inert, assert_tables_are_inert, assert_workbook_is_inert


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
def test_whatever_is_said_stays_inert(bad):
    assert_page_is_inert(report(bad))
    assert_workbook_is_inert(report(bad))
    assert_tables_are_inert(report(bad))


@pytest.mark.parametrize("bad", HOSTILE, ids=lambda bad: ascii(bad[:20]))
def test_a_page_says_the_words_themselves(bad):
    heading = html.fromstring(html_page(report(bad))).findtext(".//h1")
    shown = [char for char in bad if char.isprintable()]
    assert [char for char in heading if char.isprintable() and char != "\ufffd"] == shown


def test_figures_stay_figures_in_a_workbook():
    book = load_workbook(BytesIO(workbook(report("a"))))
    fields = [field for sheet in book for row in sheet.iter_rows() for field in row if field.value is not None]
    assert {1, 2.5} <= {field.value for field in fields if field.data_type == "n"}


def test_a_whole_workbook_is_well_formed_xml():
    from zipfile import ZipFile

    with ZipFile(BytesIO(workbook(report("<&>\x00=1")))) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name.lower()]
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
