"""The lists of findings, stories and changes follow the session without losing the place."""

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.model import Severity
from tests.ui.conftest import PAIRS, article_of
from ui.models.articles import ArticleModel, progress
from ui.models.findings import FindingFilter, FindingModel
from ui.models.history import HistoryModel


def test_findings_keep_their_rows_while_others_come_and_go(session, qtbot):
    model = FindingModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = model.findings[-1]
    index = QPersistentModelIndex(model.index_of(kept))
    session.remove_passage(3)
    with qtbot.waitSignal(session.checked):
        session.check()
    assert list(model.findings) == session.findings
    assert not index.isValid() or index.data(Qt.ItemDataRole.UserRole).check == kept.check
    tester.deleteLater()


def test_the_filter_counts_what_it_shows(session):
    model = FindingModel(session)
    shown = FindingFilter(model)
    for severity in Severity:
        shown.choose(frozenset({severity}), "")
        assert shown.rowCount() == sum(finding.severity is severity for finding in session.findings)
    shown.choose(frozenset(Severity), "no such words anywhere")
    assert shown.rowCount() == 0


def test_the_filter_looks_into_the_evidence(session):
    model = FindingModel(session)
    shown = FindingFilter(model)
    shown.choose(frozenset(Severity), "NEWSLETTER")
    assert 0 < shown.rowCount() < model.rowCount()


def test_every_step_is_on_the_list_newest_first(session):
    model = HistoryModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    session.edit(2, "Anders.")
    session.undo()
    assert [model.index(row).data(Qt.ItemDataRole.UserRole).op for row in range(2)] == ["undo", "edit"]
    assert "Undone" in model.index(0).data()
    model.only_row(wanted=True)
    session.go_to(1)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_removed_rows_do_not_count_as_work(session):
    assert progress(session.article) == (0, len(PAIRS))
    session.remove_passage(3)
    assert progress(session.article) == (0, len(PAIRS) - 2)


def test_stories_are_listed_riskiest_first(session, qtbot):
    quiet = article_of(session.project, ("The fair opens today.", "Die Messe öffnet heute."), title="Fair")
    with qtbot.waitSignal(session.surveyed):
        session.open(session.project)
    model = ArticleModel(session)
    assert [model.index(row).data() for row in range(2)][-1] == quiet.title


def test_notes_and_drafts_stay_with_their_story(session):
    other = article_of(session.project, ("The fair opens today.", "Die Messe öffnet heute."), title="Fair")
    session.note("Ask the desk", 2)
    session.draft(2, "Der Rat stimmte.")
    session.switch(other.id)
    assert [unit.note for unit in session.article.units] == [""]
    assert not session.drafts
    session.switch(1)
    assert session.article.unit(2).note == "Ask the desk"
    assert session.text(2) == "Der Rat stimmte."
