"""Counts by check: nothing twice, nothing readable, and a word about checks that are mostly wrong here."""

import pytest

from app import checks, settings
from app.evidence.story import story_of
from app.quality import counts
from app.quality.counts import ENOUGH_DECIDED, Counts, Outcome


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(settings.HOME, str(tmp_path))
    return tmp_path


def findings(number=3):
    story = story_of(*((f"Row {n} ends here.", f"Reihe {'i' * n} endet endet hier.") for n in range(1, number + 1)))
    return [finding for finding in checks.run(story) if finding.check == "language.doubled-word"]


def figures(counted):
    tally = counted.tallies["language.doubled-word"]
    return tally.shown, tally.fixed, tally.dismissed


def test_checking_again_counts_nothing_twice():
    counted = Counts()
    counted.note(findings(), Outcome.SHOWN)
    counted.note(findings(), Outcome.SHOWN)
    assert figures(counted) == (3, 0, 0)


def test_a_finding_changes_sides_when_it_is_dismissed_after_all():
    counted, found = Counts(), findings()
    counted.note(found, Outcome.FIXED)
    counted.note(found[:1], Outcome.DISMISSED)
    assert figures(counted) == (3, 2, 1)


def test_a_dismissal_that_was_taken_back_does_not_count():
    counted, found = Counts(), findings()
    counted.note(found, Outcome.DISMISSED)
    counted.revoke(found[0].check, found[0].fingerprint)
    assert figures(counted) == (3, 0, 2)


def test_counts_outlive_the_program_and_hold_no_text(home):
    counted = Counts()
    counted.note(findings(), Outcome.SHOWN)
    counted.save()
    assert figures(Counts.load()) == (3, 0, 0)
    assert "endet" not in (home / "data/counts.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"{", b'{"\xc1": {}}'])
def test_a_damaged_file_begins_anew(home, data):
    (home / "data").mkdir()
    (home / "data/counts.json").write_bytes(data)
    assert Counts.load().tallies == {}


def test_a_check_that_is_mostly_dismissed_is_named():
    counted, found = Counts(), findings(ENOUGH_DECIDED)
    counted.note(found[:-1], Outcome.DISMISSED)
    assert counted.mostly_dismissed() == ()
    counted.note(found[-1:], Outcome.FIXED)
    assert counted.mostly_dismissed() == ("language.doubled-word",)


def test_only_the_latest_fingerprints_are_remembered_and_the_figures_stay(monkeypatch):
    monkeypatch.setattr(counts, "REMEMBERED", 2)
    counted = Counts()
    counted.note(findings(4), Outcome.SHOWN)
    assert figures(counted) == (4, 0, 0)
    assert len(counted.tallies["language.doubled-word"].seen) == 2


def test_forgetting_begins_anew():
    counted = Counts()
    counted.note(findings(), Outcome.SHOWN)
    counted.save()
    counted.forget()
    assert Counts.load().tallies == {}
