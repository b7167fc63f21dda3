"""The reports of an article: what they say adds up, in both languages and every format."""

from importlib import resources
from io import BytesIO

import pytest
from lxml import html
from openpyxl import load_workbook

from app import pipeline
from app.article import Project
from app.model import Severity
from app.quality.typology import MQM
from app.reports.changes import changes_report, inline
from app.reports.findings import findings_report
from app.reports.html import html_page
from app.reports.page import Bars, Curve, Facts, Strip, Table, Tone, number
from app.reports.scorecards import scorecard_report
from app.reports.xlsx import workbook
from app.review import assessing

SAMPLE = resources.files("resources") / "sample"


@pytest.fixture
def article():
    pair = pipeline.from_files(SAMPLE / "story.en.txt", SAMPLE / "story.de.txt")
    return pipeline.take_in(Project(), *pair)[0]


@pytest.fixture
def findings(article):
    return pipeline.check(article)


def scorecard(article, findings, language="en"):
    assessing.accept(article, MQM, *(each for each in findings if not each.hint))
    done = assessing.article_effort(article)
    return scorecard_report(article, assessing.card(article, MQM), assessing.marks_of(article), MQM, done, language, "Ruth")


def test_a_scorecard_says_how_much_was_corrected(article, findings):
    article.edit(article.units[1].id, "Drei neue Wörter")
    done = assessing.article_effort(article)
    facts = dict(scorecard(article, findings).sections[0].items[-1].facts)
    assert facts == {
        "Corrected since it came in (edit distance)": f"{done.edits} of {done.words} words ({number(100 * done.share, 'en')} %)"
    }
    assert done.edits


def of(report, kind):
    return next(item for section in report.sections for item in section.items if isinstance(item, kind))


def test_the_bars_add_up_to_the_findings(article, findings):
    bars = of(findings_report(article, findings, "en"), Bars)
    by_tone = {series.tone: sum(series.values) for series in bars.series}
    assert by_tone[Tone.CRITICAL] == sum(each.severity is Severity.CRITICAL for each in findings)
    assert sum(by_tone.values()) == len(findings)


def test_the_strip_has_a_column_for_each_row(article, findings):
    strip = of(findings_report(article, findings, "en"), Strip)
    assert len(strip.names) == len(strip.values) == len(strip.tones) == len(article.units)
    assert all(0 <= value <= 1 for value in strip.values)


def test_the_story_is_there_to_the_last_row(article, findings):
    table = of(findings_report(article, findings, "en"), Table)
    assert [row[2].plain for row in table.rows if row[2].language] == [unit.target.plain for unit in article.units if unit.target.plain]


def test_a_clean_article_says_so(article):
    assert findings_report(article, [], "en").result == "nothing suspicious"


def test_changes_show_both_versions_in_one_line():
    runs = inline("Das kostet 3 Euro.", "Das kostete 4 Euro.", "de").runs
    assert "".join(run.text for run in runs if run.tone is not Tone.INSERTED) == "Das kostet 3 Euro."
    assert "".join(run.text for run in runs if run.tone is not Tone.DELETED) == "Das kostete 4 Euro."


def test_changes_list_what_was_edited_or_removed(article):
    article.remove(article.units[0].id)
    article.edit(article.units[2].id, "Neu.")
    report = changes_report(article, "en")
    table = of(report, Table)
    assert len(table.rows) == 2
    assert all(run.tone is Tone.DELETED for run in table.rows[0][2].runs)
    assert dict(of(report, Facts).facts)["rows changed"] == f"2 / {len(article.units)}"


def test_a_scorecards_sums_are_those_of_its_marks(article, findings):
    report = scorecard(article, findings)
    kinds, marks = report.tables
    assert kinds.rows[-1][-1] == pytest.approx(sum(row[-1] for row in kinds.rows[:-1])) == pytest.approx(sum(row[5] for row in marks.rows))
    assert kinds.rows[-1][1] == sum(mark.severity is Severity.CRITICAL for mark in article.marks)
    assert report.result == "failed"


def test_a_score_per_thousand_never_stands_without_its_words(article, findings):
    names = [name for name, _ in of(scorecard(article, findings), Facts).facts]
    assert {"points per 1,000 words", "words of the source"} <= set(names)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_report_is_stamped(article, findings, language):
    for report in (
        findings_report(article, findings, language, "Ruth"),
        changes_report(article, language, "Ruth"),
        scorecard(article, findings, language),
    ):
        text = html.fromstring(html_page(report)).find(".//footer").text_content()
        assert all(part in text for part in ("Ruth", "Gegenlesen 0.", article.source.digest, article.target.digest))


def test_a_german_report_speaks_german_whatever_the_interface(article, findings):
    page = html_page(findings_report(article, findings, "de"))
    assert '<html lang="de">' in page
    assert "Risiko im Verlauf des Artikels" in page
    assert "Findings" not in page
    assert number(1234.5, "de") == "1.234,5"
    assert "Risk along the article" in html_page(findings_report(article, findings, "en"))


def test_charts_are_named_for_those_who_do_not_see_them(article, findings):
    page = html.fromstring(html_page(findings_report(article, findings, "en")))
    charts = page.findall(".//svg")
    assert [chart.get("role") for chart in charts] == ["img", "img"]
    assert [chart.get("aria-label") for chart in charts] == ["Severity by category", "Risk along the article"]
    bars = charts[0].findall("rect")
    assert all(bar.findtext("title") for bar in bars)
    assert len(bars) == sum(bool(value) for series in of(findings_report(article, findings, "en"), Bars).series for value in series.values)


def test_cells_in_another_language_say_so(article, findings):
    page = html.fromstring(html_page(findings_report(article, findings, "en")))
    assert {cell.get("lang") for cell in page.iter("td")} == {"en", "de", None}


def test_a_workbook_has_a_sheet_for_each_table_and_real_charts(article, findings):
    report = scorecard(article, findings)
    book = load_workbook(BytesIO(workbook(report)))
    assert book.sheetnames == ["Overview", "Errors by kind and severity", "The errors in the order of t", "Charts"]
    sheet = book["The errors in the order of t"]
    assert sheet.max_row == len(article.marks) + 1
    assert sum(row[5].value for row in sheet.iter_rows(min_row=2)) == pytest.approx(assessing.card(article, MQM).points)


def test_a_curve_of_one_point_is_drawn():
    from app.reports.svg import drawn

    assert drawn(Curve("t", "x", "y", ((0.0, 3.0),), names=("one",)), "en").findall("text")
    assert drawn(Curve("t", "x", "y", ()), "en").tag == "svg"
