"""The queue, the findings kept for it, triage and verdicts."""

import pytest

from app import checks
from app.errors import UserError
from app.model import Dismissal, Severity
from app.quality.typology import MQM
from app.review import assessing, cache, verdict
from app.review.identity import identity
from app.review.queue import Stage, matching, queue
from app.review.triage import criticals
from app.review.verdict import Decision
from app.store import Store
from app.style import Profile
from tests.app.review.day import day, project_of

PIECES = day(14)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A day of 14 articles in a project file, checked; tests that change it open a copy."""
    path = tmp_path_factory.mktemp("day") / "day.gegenlesen"
    store = Store.create(path)
    project = project_of(PIECES, store)
    for article in project.articles:
        cache.checked(project, store, article)
    store.close()
    return path.read_bytes()


@pytest.fixture
def opened(file, tmp_path):
    (tmp_path / "day.gegenlesen").write_bytes(file)
    store, project = Store.open(tmp_path / "day.gegenlesen")
    yield project, store
    store.close()


def test_findings_are_kept_until_the_article_changes(opened):
    project, store = opened
    found = cache.known(project, store)
    assert set(found) == {article.id for article in project.articles}
    third = project.article(3)
    assert "artefact.preamble" in {finding.check for finding in found[3]}
    store.record(third.remove(third.units[0].id))
    assert 3 not in cache.known(project, store)
    left = cache.checked(project, store, third)
    assert "artefact.preamble" not in {finding.check for finding in left}
    assert cache.known(project, store)[3] == left


def test_another_profile_or_engine_asks_again(opened, monkeypatch):
    project, store = opened
    store.record(project.use(Profile(off=frozenset({"artefact.preamble"}))))
    assert not cache.known(project, store)
    store.record(project.use(Profile()))
    assert cache.known(project, store)
    monkeypatch.setattr(checks, "ENGINE", checks.ENGINE + 1)
    assert not cache.known(project, store)


def test_a_profile_has_one_digest_whatever_the_order_of_its_sets():
    assert cache.profile_digest(Profile(off=frozenset("abcdef"))) == cache.profile_digest(Profile(off=frozenset("fedcba")))


def test_what_was_dismissed_in_the_whole_project_is_not_open(opened):
    project, store = opened
    first, *others = cache.known(project, store)[3]
    store.record(project.dismiss(Dismissal(first.fingerprint, first.check)))
    assert cache.known(project, store)[3] == others


def test_a_file_open_for_reading_keeps_nothing_and_can_be_listed(opened, tmp_path):
    project, store = opened
    store.close()
    store, project = Store.open(store.path, read_only=True)
    assert len(queue(project, cache.known(project, store))) == 14
    assert cache.checked(project, store, project.article(3))
    store.close()


def test_the_riskiest_article_comes_first_and_the_unchecked_last(opened):
    project, store = opened
    found = cache.known(project, store)
    del found[13]
    listed = queue(project, found)
    risks = [each.risk for each in listed[:-1]]
    assert risks == sorted(risks, reverse=True)
    assert (listed[-1].article, listed[-1].risk) == (13, None)
    planted = {number for number, piece in enumerate(PIECES, 1) if piece.critical} - {13}
    assert {each.article for each in listed[: len(planted)]} == planted


def test_an_entry_counts_what_was_found_and_done(opened):
    project, store = opened
    article = project.article(3)
    project.log.who = "Ruth"
    article.confirm(article.units[1].id, article.units[2].id)
    (listed,) = [each for each in queue(project, cache.known(project, store) | {3: []}) if each.article == 3]
    assert (listed.stage, listed.done, listed.rows, listed.words, listed.reviewer) == (Stage.READING, 2, 11, 166, "Ruth")
    assert listed.counts == {}


def test_the_queue_is_filtered_and_searched(opened):
    project, store = opened
    verdict.judge(project.article(3), Decision.STOP, "a machine speaks")
    listed = queue(project, cache.known(project, store))
    assert [each.article for each in matching(listed, stages=[Stage.JUDGED])] == [3]
    assert {each.feed for each in matching(listed, "NORTH")} == {"north"}
    assert all(each.criticals for each in matching(listed, criticals=True))
    assert matching(listed, "tarn") == [each for each in listed if "Tarn" in each.title]


def test_triage_lists_the_criticals_of_all_articles(opened):
    project, store = opened
    found = cache.known(project, store)
    listed = criticals(project, found)
    assert {(each.article, each.finding.check) for each in listed} == {
        (1, "structure.omission"),
        (3, "artefact.preamble"),
        (13, "fact.scale"),
        (13, "structure.omission"),
    }
    assert listed[0].article == 13
    for each in listed:
        for place in each.finding.places:
            row = next(row for row in each.rows if row.unit == place.unit)
            assert place.span.end <= len(row.source if place.side == "source" else row.target)


def test_criticals_are_decided_without_opening_an_article(opened):
    project, store = opened
    listed = {each.finding.check: each for each in criticals(project, cache.known(project, store), [3, 13])}
    project.article(3).fix(listed["artefact.preamble"].finding.fixes[0])
    project.article(13).dismiss(listed["structure.omission"].finding)
    assessing.accept(project.article(13), MQM, listed["fact.scale"].finding)
    found = {
        number: cache.open_findings(project, project.article(number), cache.checked(project, store, project.article(number)))
        for number in (3, 13)
    }
    assert [each.finding.check for each in criticals(project, found, [3, 13])] == ["fact.scale"]
    assert project.article(13).marks[0].severity is Severity.CRITICAL
    assert criticals(project, found, [13])[0].marked


def test_a_verdict_is_a_step_with_its_reason(opened):
    project, _store = opened
    article = project.article(2)
    step = verdict.judge(article, Decision.RETURN, " second half missing ", "Agency desk")
    assert verdict.verdict_of(article) == verdict.Verdict(Decision.RETURN, "second half missing", "Agency desk", identity(article))
    assert step.article == 2
    verdict.reconsider(article)
    assert verdict.verdict_of(article) is None
    assert verdict.reconsider(article) is None


def test_verdicts_say_why_and_to_whom(opened):
    article = opened[0].article(2)
    for decision, reason, to in ((Decision.STOP, "", ""), (Decision.RETURN, "", "Agency"), (Decision.RETURN, "late", " ")):
        with pytest.raises(UserError, match="Say"):
            verdict.judge(article, decision, reason, to)


def test_a_marked_critical_does_not_pass(opened):
    project, store = opened
    article = project.article(3)
    assessing.accept(article, MQM, *cache.known(project, store)[3])
    with pytest.raises(UserError, match="critical"):
        verdict.judge(article, Decision.PASS)
    verdict.judge(article, Decision.CORRECTED)
