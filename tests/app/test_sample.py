"""The sample story: one of each kind of defect, each seen and named, nothing else."""

from importlib import resources
from pathlib import Path

from app import pipeline
from app.article import Project
from app.model import Severity

SAMPLE = Path(str(resources.files("resources") / "sample"))

PLANTED = {
    "artefact.preamble": Severity.CRITICAL,
    "artefact.prompt-leak": Severity.CRITICAL,
    "artefact.refusal": Severity.CRITICAL,
    "artefact.related-link": Severity.CRITICAL,
    "artefact.promo": Severity.CRITICAL,
    "artefact.site-furniture": Severity.CRITICAL,
    "artefact.placeholder": Severity.CRITICAL,
    "artefact.markup": Severity.MAJOR,
    "artefact.source-echo": Severity.CRITICAL,
    "artefact.repetition": Severity.MAJOR,
    "structure.omission": Severity.CRITICAL,
    "structure.addition": Severity.MAJOR,
    "fact.scale": Severity.CRITICAL,
    "typography.quote-style": Severity.MINOR,
    "typography.spacing": Severity.MINOR,
    "typography.no-break-space": Severity.MINOR,
}


def test_each_planted_defect_is_named_once_and_nothing_else_is_flagged():
    pair = pipeline.from_files(SAMPLE / "story.en.txt", SAMPLE / "story.de.txt")
    article, _step = pipeline.take_in(Project(), *pair)
    found = [(finding.check, finding.severity) for finding in pipeline.check(article) if finding.confidence >= 0.5]
    assert sorted(found) == sorted(PLANTED.items())
