"""The gate and the export behind it."""

import pytest

from app import pipeline
from app.article import Project
from app.deliver.export import export, payload
from app.deliver.gate import StoppedError, blocking, wave_through, waved_through
from app.errors import UserError
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
