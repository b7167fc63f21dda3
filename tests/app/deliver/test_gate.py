"""The gate and the export behind it."""

import pytest

from app import pipeline
from app.article import Project
from app.article.restraint import EMBARGO, EmbargoError, HeldError, hold
from app.deliver.export import export, lost, payload
from app.deliver.gate import StoppedError, blocking, require_open, waiting, wave_through, waved_through
from app.errors import UserError
from app.formats import format_named
from app.i18n import Message
from app.model import Category, Finding, Severity

ENGLISH = "Kiln fired\n\nThe old kiln was fired on Sunday. It had been cold for years."
GERMAN = "Ofen angeheizt\n\nDer alte Ofen wurde am Sonntag angeheizt. Er war jahrelang kalt gewesen."


@pytest.fixture
def article():
    return pipeline.take_in(Project(), pipeline.from_text(ENGLISH, "en"), pipeline.from_text(GERMAN, "de"))[0]


def finding(fingerprint="f1", severity=Severity.CRITICAL, confidence=0.9):
    return Finding("fact.scale", Category.NUMBERS, severity, confidence, (2,), (), Message("Why"), fingerprint=fingerprint)


def test_an_open_critical_finding_blocks(article):
    assert blocking(article, [finding()]) == [finding()]


@pytest.mark.parametrize("other", [finding(severity=Severity.MAJOR), finding(confidence=0.4)])
def test_lesser_findings_and_hints_block_nothing(article, other):
    assert blocking(article, [other]) == []


def test_what_was_waved_through_blocks_no_longer_until_it_changes(article):
    wave_through(article, [finding("f1")], "The desk knows")
    assert blocking(article, [finding("f1"), finding("f2")]) == [finding("f2")]


def test_a_wave_through_can_be_undone(article):
    wave_through(article, [finding("f1")], "The desk knows")
    article.undo()
    assert waved_through(article) == {}


def test_no_reason_is_no_pass(article):
    with pytest.raises(UserError, match="Say in a few words"):
        wave_through(article, [finding()], "  ")


def test_an_export_that_is_stopped_writes_nothing(article, tmp_path):
    with pytest.raises(StoppedError) as stopped:
        export(article, [finding()], "txt", tmp_path / "out.txt")
    assert stopped.value.findings == (finding(),)
    assert list(tmp_path.iterdir()) == []


def test_an_export_holds_what_stands_and_nothing_that_was_removed(article, tmp_path):
    article.edit(2, "Der alte Ofen brennt seit Sonntag wieder.")
    article.remove(3)
    export(article, [], "txt", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").strip() == "Ofen angeheizt\n\nDer alte Ofen brennt seit Sonntag wieder."


def test_an_earlier_export_is_kept_beside_the_new_one(article, tmp_path):
    (tmp_path / "out.txt").write_text("earlier", encoding="utf-8")
    export(article, [], "txt", tmp_path / "out.txt")
    assert (tmp_path / "out.txt.bak").read_text(encoding="utf-8") == "earlier"


def test_notes_and_names_never_reach_an_export(article):
    article.log.who = "Canary Reviewer"
    article.note(2, "Canary note")
    article.set_field("state", "canary-state")
    for form in ("txt", "md", "html", "docx"):
        assert b"anary" not in payload(article, [], form)


def test_an_embargo_waits_for_its_moment_or_a_reason_and_a_new_one_waits_again(article):
    article.note_field(EMBARGO, "2099-12-01T18:00+01:00")
    with pytest.raises(EmbargoError, match="2099-12-01"):
        require_open(article, [])
    wave_through(article, [finding()], "Only the finding")
    assert waiting(article) is not None
    wave_through(article, [], "As a draft, for Monday", embargo_too=True)
    require_open(article, [])
    article.note_field(EMBARGO, "2099-12-02T18:00+01:00")
    assert waiting(article) is not None


def test_a_legal_hold_is_not_waved_through(article):
    hold(article, "Ada Weber", "libel")
    article.note_field(EMBARGO, "2099-12-01")
    wave_through(article, [finding()], "Never mind", embargo_too=True)
    with pytest.raises(HeldError, match="legal hold"):
        require_open(article, [])


def test_an_embargo_that_came_with_the_story_counts_until_its_row_is_removed():
    head = "---\nembargo: {}\n---\n\n# {}\n\n{}\n"
    texts = head.format("2099-12-01", "Kiln", "It is cold."), head.format("2099-12-01", "Ofen", "Er ist kalt.")
    read = format_named("md").read
    sides = [pipeline.Material(read(text.encode(), language), "", b"") for text, language in zip(texts, ("en", "de"), strict=True)]
    article, _step = pipeline.take_in(Project(), *sides)
    with pytest.raises(EmbargoError, match="2099-12-01"):
        require_open(article, [])
    article.remove(next(unit.id for unit in article.units if unit.target.plain == "2099-12-01"))
    require_open(article, [])


def test_what_a_file_does_not_hold_of_the_story_is_said(article, tmp_path):
    assert export(article, [], "txt", tmp_path / "out.txt") == ()
    (told,) = lost(article, b"Ofen angeheizt\n\nDer alte Ofen wurde am Sonntag angeheizt.", "txt")
    assert "25 of the story" in told.render()
