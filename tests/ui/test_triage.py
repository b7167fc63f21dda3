"""Criticals of many articles decided from one list, and verdicts: what was decided can be taken back, and nothing written is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.review.verdict import Decision, verdict_of
from tests.ui.conftest import type_text
from tests.ui.days import CONTROL, SHIFT, dialog, opened_day, popup, press


@pytest.fixture
def window(qtbot, tmp_path):
    with opened_day(qtbot, tmp_path, 14) as made:
        yield made


@pytest.fixture
def triage(window):
    press(window, Qt.Key.Key_T, CONTROL | SHIFT)
    made = dialog()
    yield made
    made.reject()


def listed(triage):
    rows = range(triage.list.model().rowCount())
    return [triage.list.model().index(row, 0).data(Qt.ItemDataRole.UserRole) for row in rows]


def test_the_last_decision_is_taken_back_wherever_one_is(window, triage):
    first, second = listed(triage)[:2]
    before = triage.left

    def marked():
        project = window.session.project
        return [any(mark.check == each.finding.check for mark in project.article(each.article).marks) for each in (first, second)]

    triage.decide("a")
    triage.decide("a")
    assert marked() == [True, True]
    triage.list.setCurrentIndex(triage.list.model().index(0, 0))
    triage.decide("z")
    assert marked() == [True, False]
    assert triage.list.currentIndex().row() == 1
    triage.decide("z")
    triage.decide("z")
    assert marked() == [False, False]
    assert triage.left == before


def test_a_story_that_goes_back_is_decided_as_a_whole(window, triage):
    article = window.session.project.article(triage.list.currentIndex().data(Qt.ItemDataRole.UserRole).article)
    mine = sum(each.article == article.id for each in listed(triage))
    left = triage.left
    triage.decide("r")
    asked = popup()
    type_text(asked.reason, "Zahl falsch")
    type_text(asked.to, "Agentur")
    QTest.keyClick(asked.to, Qt.Key.Key_Return)
    assert verdict_of(article).to == "Agentur"
    assert triage.left == left - mine
    triage.decide("z")
    assert verdict_of(article) is None
    assert triage.left == left


def test_a_repair_shows_the_findings_that_are_left_where_they_stand_now(window, triage):
    at = next(row for row, each in enumerate(listed(triage)) if each.finding.fixes)
    found = listed(triage)[at]
    triage.list.setCurrentIndex(triage.list.model().index(at, 0))
    triage.decide("f")
    now = {each.finding.fingerprint: each for each in window.session.criticals([found.article])}
    assert found.finding.fingerprint not in now
    assert all(each.rows == now[each.finding.fingerprint].rows for each in listed(triage) if each.finding.fingerprint in now)
    triage.decide("z")
    assert found.finding.fingerprint in {each.finding.fingerprint for each in window.session.criticals([found.article])}


def test_a_verdict_that_lacks_its_reason_says_so_and_keeps_what_was_written(window):
    article = window.session.article
    press(window, Qt.Key.Key_D, CONTROL)
    asked = popup()
    QTest.keyClick(asked, Qt.Key.Key_R)
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert asked.told.text().startswith("Say in a few words why")
    type_text(asked.reason, "Zahl falsch")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    QTest.keyClick(asked.to, Qt.Key.Key_Return)
    assert asked.told.text() == "Say to whom the article goes back."
    type_text(asked.to, "Agentur Nord")
    QTest.keyClick(asked.to, Qt.Key.Key_Return)
    assert verdict_of(article).decision is Decision.RETURN

    window.session.next_article()
    press(window, Qt.Key.Key_D, CONTROL)
    assert popup().to.text() == "Agentur Nord", "most stories go back to the same desk"
    popup().close()
