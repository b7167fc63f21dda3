"""What becomes of findings is counted by what was done with them, and a check that is mostly wrong here is doubted."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.model import Finding, Severity
from app.quality.counts import Counts, Outcome
from app.settings import data_folder
from ui.panels.doubt import DoubtCard

RIGHT = "Sie wird 4 Millionen Dollar kosten."


@pytest.fixture
def counted(session):
    session.counting = True
    session.show_article(session.article)
    return session


def tally(session, finding: Finding):
    session.keep_counts()
    made = Counts.load().tallies[finding.check]
    return made.shown, made.fixed, made.dismissed


def scale(session) -> Finding:
    return next(finding for finding in session.findings if finding.check == "fact.scale")


def test_a_finding_whose_row_was_put_right_counts_as_fixed(counted):
    finding = scale(counted)
    assert tally(counted, finding) == (1, 0, 0)
    counted.edit(5, RIGHT)
    assert tally(counted, finding) == (1, 1, 0)


def test_a_dismissed_finding_counts_so_until_that_is_taken_back(counted):
    finding = scale(counted)
    counted.dismiss_all([finding])
    assert tally(counted, finding) == (1, 0, 1)
    counted.undo()
    assert tally(counted, finding) == (1, 0, 0)


def test_a_check_that_was_switched_off_has_fixed_nothing(counted):
    finding = scale(counted)
    counted.edit(2, "Der Rat stimmte am Montag lange ab.")
    counted.switch_off(finding.check)
    assert tally(counted, finding) == (1, 0, 0)


def test_nothing_is_decided_while_one_types(counted, qtbot):
    finding = scale(counted)
    counted.draft(5, RIGHT)
    qtbot.waitUntil(lambda: finding not in counted.findings)
    assert tally(counted, finding) == (1, 0, 0)
    counted.settle()
    assert tally(counted, finding) == (1, 1, 0)


def test_where_it_is_not_wanted_nothing_is_written(session):
    session.edit(5, RIGHT)
    session.close()
    assert not (data_folder() / "counts.json").exists()


@pytest.fixture
def doubted(counted):
    """A check that eight of its findings were dismissed of before."""
    before, finding = Counts.load(), scale(counted)
    before.note([replace(finding, fingerprint=f"{number:012}") for number in range(9)], Outcome.DISMISSED)
    before.save()
    counted._kept = None
    counted.show_article(counted.article)
    return counted


@pytest.fixture
def card(doubted, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    yield DoubtCard(doubted, owner)
    del owner


def test_a_check_that_is_mostly_dismissed_is_offered_as_a_hint(doubted, card):
    assert "0 of 9" in card.told.text()
    card.hint.click()
    assert doubted.project.profile.severities == {"fact.scale": Severity.NEUTRAL}
    assert card.isHidden()


def test_what_is_left_as_it_is_is_not_asked_about_again(doubted, card):
    card.leave.click()
    doubted.show_article(doubted.article)
    assert card.isHidden()
    assert not doubted.project.profile.severities


def test_a_check_that_is_mostly_right_is_not_doubted(counted):
    counted.dismiss_all([scale(counted)])
    assert counted.doubt() is None
