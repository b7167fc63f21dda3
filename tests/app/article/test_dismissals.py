"""Dismissals of every scope: listed, taken back, and taken back by undo."""

import pytest

from app import pipeline
from app.article import Project
from app.article.dismissals import Scope, dismissals, revoke
from app.model import Dismissal


@pytest.fixture
def project():
    project = Project()
    source = pipeline.from_text("It rains.\n\nThe dam held.", "en")
    target = pipeline.from_text("Es  regnet.\n\nDer Damm  hielt.", "de")
    pipeline.take_in(project, source, target)
    return project


def spacing(article):
    return next(finding for finding in pipeline.check(article) if finding.check == "typography.spacing")


@pytest.mark.parametrize("scope", Scope)
def test_a_dismissal_of_every_scope_is_listed_and_can_be_taken_back(project, scope):
    (article,) = project.articles
    finding = spacing(article)
    if scope is Scope.PROJECT:
        project.dismiss(Dismissal(finding.fingerprint, finding.check))
    else:
        article.dismiss(finding, everywhere=scope is Scope.ARTICLE)
    (listed,) = dismissals(project)
    assert (listed.scope, listed.dismissal.check) == (scope, "typography.spacing")

    step = revoke(project, listed)

    assert step is not None
    assert step.op == "revoke"
    assert not dismissals(project)
    assert not article.dismissed(finding)


def test_undo_brings_a_dismissal_back(project):
    (article,) = project.articles
    article.dismiss(spacing(article), everywhere=True)
    revoke(project, dismissals(project)[0])
    article.undo()
    assert [listed.scope for listed in dismissals(project)] == [Scope.ARTICLE]


def test_what_was_taken_back_already_makes_no_step(project):
    (article,) = project.articles
    article.dismiss(spacing(article), everywhere=True)
    listed = dismissals(project)[0]
    revoke(project, listed)
    assert revoke(project, listed) is None
