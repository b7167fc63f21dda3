"""New XLIFF files: by our own rules, and as another reader sees them."""

from pathlib import Path

import pytest
from translate.storage import xliff

from app import pipeline
from app.article import Project
from app.deliver.bilingual import bilingual
from app.formats import format_named

STORIES = Path(__file__).parents[3] / "data" / "stories"


@pytest.fixture
def story():
    source, target = (pipeline.from_file(STORIES / "bridge.html", language) for language in ("en", "de"))
    article, _step = pipeline.take_in(Project(), source, target)
    article.note(article.units[0].id, "A & B <c>")
    article.flag(article.units[4].id)
    article.remove(article.units[5].id)
    return bilingual(article)


def meanings(text):
    return [(mark.kind, mark.span, dict(mark.attributes).get("href")) for mark in text.marks]


@pytest.mark.parametrize("name", ["xliff", "xliff12"])
def test_what_was_written_reads_back_as_the_same_rows(story, name):
    (back,) = format_named("xliff").read_aligned(format_named(name).write_aligned([story])).stories
    assert (back.title, back.source_language, back.target_language) == (story.title, "en", "de")
    for read, written in zip(back.pairs, story.pairs, strict=True):
        assert (read.source.plain, read.target.plain, read.kind, read.note) == (
            written.source.plain,
            written.target.plain,
            written.kind,
            written.note,
        )
        assert (meanings(read.source), meanings(read.target)) == (meanings(written.source), meanings(written.target))
        assert (read.between is None) == (written.between is None)
        if written.target.plain:
            assert (read.state, read.needs_work) == (written.state, written.needs_work)


def test_another_reader_finds_the_same_texts_in_version_1(story):
    other = xliff.xlifffile.parsestring(format_named("xliff12").write_aligned([story]))
    found = [(unit.source, unit.target) for unit in other.units]
    blocks = [[]]
    for pair in story.pairs:
        if pair.between is None and blocks[-1]:
            blocks.append([])
        blocks[-1].append(pair)
    assert [source for source, _target in found] == [
        "".join((pair.between[0].plain if at else "") + pair.source.plain for at, pair in enumerate(block)) for block in blocks
    ]
