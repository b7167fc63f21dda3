"""Every kind of report that the program offers: the one asked for, and inert whatever stands in the project."""

import pytest
from msgspec.structs import replace

from app import checks, pipeline
from app.article import Log, Project, story_of_article
from app.article.deliveries import delivered
from app.article.restraint import EMBARGO, hold
from app.errors import UserError
from app.model import Place, Severity, Side, Span
from app.quality.sampling.plan import Kind, Plan
from app.quality.typology import MQM, ErrorType
from app.reports.page import KINDS, LOT
from app.review import assessing, lot, signing, verdict
from app.review.reports import ARTICLE_REPORTS, article_report, report_of_lot
from app.review.verdict import Decision
from tests.app.reports.inert import HOSTILE, assert_page_is_inert, assert_tables_are_inert, assert_workbook_is_inert
from tests.app.review.day import day, project_of


def test_every_kind_that_is_offered_can_be_made_and_no_other():
    assert {*ARTICLE_REPORTS, LOT} == set(KINDS)


@pytest.fixture(scope="module")
def project():
    return project_of(day(3))


@pytest.mark.parametrize("kind", ARTICLE_REPORTS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_report_is_of_the_kind_and_language_asked_for(project, kind, language):
    article = project.article(3)
    made = article_report(kind, project, article, language, lambda: checks.run(story_of_article(article)))
    assert (made.kind, made.language, made.title) == (kind, language, article.title)
    assert made.sections


def test_the_scorecard_of_an_extract_counts_what_was_read():
    project = project_of(day(2))
    article = project.article(1)
    lot.draft(project, {1: [], 2: []}, [1, 2], Plan(Kind.EVERYTHING, "s", extracts=True), "Monday")
    rows = lot.current(project).rows_of(1)
    out = next((unit for unit in article.units if unit.id not in rows), None)
    assert rows
    read = article_report("scorecard", project, article, "en", list)
    figures = dict(read.sections[0].items[0].facts)
    assert int(figures["words of the source"]) == assessing.card(article, MQM, rows).words
    assert out is None or assessing.card(article, MQM).words > assessing.card(article, MQM, rows).words


@pytest.mark.parametrize(("number", "told"), [(None, "draw a sample first"), (4, "no lot 4")])
def test_a_lot_that_is_not_there_is_one_sentence(project, number, told):
    with pytest.raises(UserError, match=told):
        report_of_lot(project, "en", number)


def hostile(bad):
    """A project of two articles under a lot, with this text wherever somebody can put one."""
    project = Project(Log(who=bad))
    text = f"Harbour\n\n{bad}\n\nThe ferry sails on Monday."
    for number in (1, 2):
        pair = pipeline.from_text(text, "en", bad[:40]), pipeline.from_text(f"Hafen {number}\n\n{bad}\n\nNeu: {bad}", "de", bad[:40])
        article, _step = pipeline.take_in(project, *pair)
        unit = article.units[-1]
        article.edit(unit.id, f"{bad} {bad}")
        article.note(unit.id, bad)
        article.set_fields({"title": bad, "feed": bad, "engine": bad, "reviewer": bad, EMBARGO: bad})
        hold(article, f"{bad}.", f"{bad}.", [unit.id])
        delivered(article, "file", bad)
        article.edit(unit.id, f"{bad} Ende")
    kinds = (replace(MQM.types[0], name=bad), ErrorType(bad, bad, "y"), *MQM.types[1:])
    own = replace(MQM, id="own", name=bad, types=kinds)
    assessing.use_typology(project, own)
    lot.draft(project, {1: [], 2: []}, [1, 2], Plan(Kind.EVERYTHING, bad), bad, bad)
    for article in project.articles:
        place = Place(article.units[0].id, Side.TARGET, Span(0, 5))
        assessing.mark(article, own, place, bad, Severity.MAJOR, note=bad)
        assessing.mark(article, own, place, "mistranslation", Severity.MINOR, note=bad, reading=2)
        verdict.judge(article, Decision.RETURN, f"{bad}.", f"{bad}.")
    project.log.who = f"{bad} 2"
    signing.sign(project)
    project.article(1).edit(project.article(1).units[0].id, bad)
    return project


@pytest.mark.parametrize("bad", HOSTILE[::3], ids=lambda bad: ascii(bad[:20]))
def test_whatever_stands_in_a_project_stays_inert_in_every_kind_of_report(bad, tmp_path, monkeypatch):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path))
    project = hostile(bad)
    article = project.article(1)
    found = checks.run(story_of_article(article))
    made = [article_report(kind, project, article, "de", lambda: found) for kind in ARTICLE_REPORTS]
    for report in [*made, report_of_lot(project, "en", with_persons=True)]:
        assert_page_is_inert(report)
        assert_workbook_is_inert(report)
        assert_tables_are_inert(report)
