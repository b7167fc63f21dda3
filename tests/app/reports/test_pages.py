"""Findings as text, as a page, and as places in the Documents."""

from importlib import resources

import pytest
from lxml import html

from app import pipeline
from app.article import Project
from app.i18n import Message
from app.model import Category, Edit, Finding, Fix, Place, Severity, Side, Span
from app.reports.contract import check_record, document_span
from app.reports.findings import findings_report
from app.reports.html import html_page
from app.reports.text import findings_as_text

ENGLISH = "Weir fails\n\nThe weir failed\nat noon. No one <was> there."
GERMAN = "Wehr bricht\n\nDas Wehr brach\nmittags. Niemand <war> 😀 dort."


@pytest.fixture
def article():
    return pipeline.take_in(Project(), pipeline.from_text(ENGLISH, "en"), pipeline.from_text(GERMAN, "de"))[0]


def finding(article, row, words, message="Because <b>of</b> this"):
    unit = article.units[row]
    start = unit.target.plain.index(words)
    place = Place(unit.id, Side.TARGET, Span(start, start + len(words)))
    fix = Fix(Message("Write “x”"), (Edit(unit.id, place.span, "x"),))
    return Finding("fact.time", Category.NUMBERS, Severity.MAJOR, 0.9, (unit.id,), (place,), Message(message), (fix,))


def test_a_place_is_found_in_the_document_across_wrapped_lines(article):
    row = next(at for at, unit in enumerate(article.units) if "mittags" in unit.target.plain)
    stretch = document_span(article, finding(article, row, "mittags").places[0])
    assert GERMAN[stretch.start : stretch.end] == "mittags"


def test_a_place_in_a_corrected_row_leads_to_the_imported_words_behind_it(article):
    row = next(at for at, unit in enumerate(article.units) if "dort" in unit.target.plain)
    article.edit(article.units[row].id, "Gottlob: " + article.units[row].target.plain)
    stretch = document_span(article, finding(article, row, "dort").places[0])
    assert GERMAN[stretch.start : stretch.end] == "dort"


def test_fixes_come_as_edits_of_the_document(article):
    row = next(at for at, unit in enumerate(article.units) if "dort" in unit.target.plain)
    record = check_record(article, [finding(article, row, "dort")], "weir")
    (edit,) = record["findings"][0]["fixes"][0]["edits"]
    assert GERMAN[: edit["start"]] + edit["text"] + GERMAN[edit["end"] :] == GERMAN.replace("dort", "x")


def test_the_text_names_severity_check_words_and_reason(article):
    row = next(at for at, unit in enumerate(article.units) if "dort" in unit.target.plain)
    text = findings_as_text(article, [finding(article, row, "dort")])
    assert all(part in text for part in ("MAJOR", "fact.time", "dort", "Because", "1 finding."))


def test_the_page_shows_the_story_and_marks_the_words_without_trusting_them(article):
    row = next(at for at, unit in enumerate(article.units) if "dort" in unit.target.plain)
    page = html.fromstring(html_page(findings_report(article, [finding(article, row, "dort")], "en")))
    assert [mark.text for mark in page.xpath("//td[@lang]//mark")] == ["dort"]
    assert "Niemand <war> 😀 dort." in page.text_content()
    assert not page.xpath("//b[text()='of']")


def test_the_page_holds_any_text():
    odd = "Titel\n\nEin \x01 Zeichen \u202e und <script>alert(1)</script> \u0308."
    article = pipeline.take_in(Project(), pipeline.from_text("Title\n\nA sign.", "en"), pipeline.from_text(odd, "de"))[0]
    page = html_page(findings_report(article, [], "de"))
    assert "<script" not in page
    assert "\x01" not in page


def test_the_schema_is_shipped():
    assert (resources.files("resources") / "schemas" / "check-1.json").is_file()
