"""The manifest of a delivery is what its schema says, and holds no text of the story."""

import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator

from app.article import Project
from app.article.deliveries import delivered
from app.article.restraint import hold
from app.deliver.gate import wave_through
from app.model import Dismissal
from app.pipeline import check, from_text, take_in
from app.reports.manifest import manifest

SCHEMA = json.loads((resources.files("resources") / "schemas" / "manifest-1.json").read_text("utf-8"))


@pytest.fixture
def article():
    texts = "Ferry\n\nIt cost $4 million. Nobody minds.", "Fähre\n\nSie kostete 4 Milliarden Dollar. Niemand stört sich daran."
    made = take_in(Project(), from_text(texts[0], "en"), from_text(texts[1], "de"))[0]
    made.log.who = "Jo Winter"
    return made


def test_a_manifest_counts_what_was_done(article):
    findings = check(article)
    critical = [finding for finding in findings if finding.severity.value == "critical"]
    wave_through(article, critical, "Checked with the town")
    article.confirm(1)
    article.edit(3, "Keinen stört das.")
    delivered(article, "file", "/tmp/a.html", form="html")
    record = manifest(article, findings, [Dismissal("f", "name.changed", "our spelling")], b"payload")
    Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(record)))
    assert record["rows"] == {"all": 3, "confirmed": 1, "needs_work": 0, "changed": 1, "removed": 0}
    assert record["open"]["critical"] == len(critical) == 1
    assert list(record["waved_through"].values()) == ["Checked with the town"]
    assert record["dismissed"] == [{"check": "name.changed", "fingerprint": "f", "scope": "project", "reason": "our spelling"}]
    assert record["deliveries"][0]["place"] == "/tmp/a.html"


def test_a_manifest_holds_no_text_of_the_story(article):
    hold(article, "Ada Weber", "libel")
    words = json.dumps(manifest(article, check(article)), ensure_ascii=False)
    assert "Niemand" not in words
    assert "Milliarden" not in words
