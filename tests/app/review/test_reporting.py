"""The report of a lot: its sums are those of the marks, and no person is in it unless somebody asked."""

import pytest
from lxml import html

from app import checks
from app.article import story_of_article
from app.model import Place, Severity, Side, Span
from app.quality.sampling.plan import Kind, Plan, Stratum
from app.quality.typology import MQM
from app.reports.html import html_page
from app.reports.page import Curve
from app.review import assessing, journal, lot, signing, verdict
from app.review.reporting import described, lot_report
from app.review.verdict import Decision
from tests.app.review.day import day, project_of

READERS = ("Ruth Larkin", "Ines Hale")


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    made = project_of(day(24))
    found = {article.id: checks.run(story_of_article(article)) for article in made.articles}
    for name, numbers in (("Monday", range(1, 13)), ("Tuesday", range(13, 25))):
        plan = Plan(Kind.ISO, "5eed", aql="6.5", stratum=Stratum.FEED)
        lot.draft(made, found, list(numbers), plan, name, "agency")
        for at, number in enumerate(lot.current(made).sample.to_read):
            article = made.article(number)
            made.log.who = READERS[at % 2]
            assessing.accept(article, MQM, *(each for each in found[number] if not each.hint))
            grave = any(mark.severity is Severity.CRITICAL for mark in article.marks)
            verdict.judge(article, *((Decision.RETURN, "critical", "agency") if grave else (Decision.PASS,)))
        made.log.who = "Signer"
        signing.sign(made)
    return made


def test_the_sums_of_the_report_are_those_of_the_marks(project):
    record = signing.signed_lots(project)[-1]
    page = html.fromstring(html_page(lot_report(project, record, "en")))
    table = next(each for each in page.iter("table") if each.findtext("caption").startswith("Articles that were read"))
    cells = [[cell.text_content() for cell in row.findall("td")] for row in table.find("tbody")]
    again = sum(
        MQM.points(mark.category, mark.severity)
        for number in record.sample.to_read
        for mark in project.article(number).marks
    )  # fmt: skip
    assert sum(float(row[4].replace(",", "")) for row in cells) == pytest.approx(again) == pytest.approx(record.card.points)
    assert sum(int(row[3]) for row in cells) == sum(len(project.article(number).marks) for number in record.sample.to_read)
    assert len(cells) == len(record.sample.to_read)


def test_plan_seed_names_and_hashes_are_in_it(project):
    record = signing.signed_lots(project)[-1]
    text = html.fromstring(html_page(lot_report(project, record, "en"))).text_content()
    for part in ("ISO 2859-1", "AQL 6.5", "by feed", "5eed", "Signer", record.digest, record.articles[0].received, "accepted"):
        assert part in text


def test_no_reviewer_is_named_unless_the_switch_says_so_and_then_by_a_letter(project):
    record = signing.signed_lots(project)[-1]
    plain = html_page(lot_report(project, record, "en"))
    assert not any(name in plain for name in READERS)
    assert "By reviewer" not in plain
    switched = html_page(lot_report(project, record, "en", with_persons=True))
    assert not any(name in switched for name in READERS)
    assert "By reviewer" in switched
    assert "switched on" in switched


def test_a_second_reading_is_compared(project):
    article = project.article(signing.signed_lots(project)[-1].sample.to_read[0])
    unit = next(each for each in article.units if each.target.plain)
    assessing.mark(article, MQM, Place(unit.id, Side.TARGET, Span(0, 3)), "style", Severity.MINOR, reading=2)
    report = lot_report(project, signing.signed_lots(project)[-1], "en", with_persons=True)
    table = next(each for each in report.tables if each.caption.startswith("Agreement"))
    assert table.rows[0][0] == article.title


def test_the_curve_is_drawn_where_chance_chose(project):
    report = lot_report(project, signing.signed_lots(project)[-1], "en")
    curves = [chart for chart in report.charts if isinstance(chart, Curve)]
    assert curves[0].points[0] == (0.0, 100.0)
    assert curves[0].notes[0][2] == "AQL 6.5"


def test_the_trend_runs_over_the_lots_of_the_series(project):
    for each in signing.signed_lots(project):
        journal.remember(each)
    report = lot_report(project, signing.signed_lots(project)[-1], "en")
    (trend,) = [chart for chart in report.charts if isinstance(chart, Curve) and chart.names]
    assert trend.names == ("Monday", "Tuesday")
    assert trend.limit == MQM.limits.points


def test_what_was_edited_after_signing_shows(project):
    record = signing.signed_lots(project)[-1]
    article = project.article(record.articles[2].article)
    article.edit(article.units[1].id, "Etwas anderes.")
    text = html.fromstring(html_page(lot_report(project, record, "en"))).text_content()
    assert "1 article was changed after signing." in text
    assert f"{article.title} – changed after signing" in text


def test_a_lot_under_work_has_a_report_too(project):
    found = {article.id: [] for article in project.articles}
    verdict.reconsider(project.article(signing.signed_lots(project)[0].sample.to_read[0]))
    lot.draft(project, found, [article.id for article in project.articles], Plan(Kind.RISKIEST, "s", count=24, accept=24), "Wednesday")
    report = lot_report(project, signing.as_it_stands(project), "de")
    assert report.result == "offen"
    assert "Noch nicht unterzeichnet" in html_page(report)


@pytest.mark.parametrize("kind", Kind)
def test_every_plan_is_told_in_words(kind):
    assert described(Plan(kind, "s", extracts=True)).endswith("extracts of 300 words")
