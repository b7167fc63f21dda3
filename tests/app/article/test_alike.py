"""Fix all alike: what would be repaired, what it would look like, and one step for all of it."""

import pytest

from app import pipeline
from app.article import Project
from app.article.alike import alike


@pytest.fixture
def article():
    source = pipeline.from_text("The the fair opens.\n\nThe dam held.\n\nThe mayor came.", "en")
    target = pipeline.from_text("Die Messe öffnet öffnet.\n\nDer Damm hielt hielt.\n\nDie Bürgermeisterin kam kam.", "de")
    return pipeline.take_in(Project(), source, target)[0]


def doubled(article):
    return [finding for finding in pipeline.check(article) if finding.check == "language.doubled-word"]


def test_all_findings_of_the_check_are_alike_and_the_asked_one_comes_first(article):
    findings = doubled(article)
    assert len(findings) == 3
    same = alike(article, findings[1], pipeline.check(article))
    assert same[0] == findings[1]
    assert len(same) == 3


def test_a_dismissed_finding_is_left_alone(article):
    findings = doubled(article)
    article.dismiss(findings[2])
    assert findings[2] not in alike(article, findings[0], findings)


def test_the_rows_can_be_seen_before_anything_changes(article):
    same = alike(article, doubled(article)[0], doubled(article))
    shown = [unit.target.plain for unit in article.repaired(*(finding.fixes[0] for finding in same))]
    assert "Der Damm hielt." in shown
    assert "Der Damm hielt hielt." in [unit.target.plain for unit in article.units]


def test_all_are_repaired_in_one_step_that_one_undo_takes_back(article):
    before = [unit.target.plain for unit in article.units]
    step = article.fix(*(finding.fixes[0] for finding in alike(article, doubled(article)[0], doubled(article))), op="fix-alike")
    assert step is not None
    assert step.op == "fix-alike"
    assert not doubled(article)
    article.undo()
    assert [unit.target.plain for unit in article.units] == before


def test_a_finding_without_a_repair_has_none_alike(article):
    from msgspec.structs import replace

    assert alike(article, replace(doubled(article)[0], fixes=()), doubled(article)) == []
