"""What is written is read back: no format loses a word of a sound story, and what is lost is said."""

from pathlib import Path

import pytest

from app import formats, pipeline
from app.article import Project
from app.deliver.export import SAME, Came, export
from app.formats import FORMATS

STORIES = Path(__file__).parents[2] / "data" / "stories"
READABLE = [known.name for known in FORMATS if known.read and known.write]


@pytest.fixture
def article():
    story = pipeline.from_file(STORIES / "bridge.wxr", "de")
    return pipeline.take_in(Project(), story, story)[0]


@pytest.mark.parametrize("name", READABLE)
def test_every_word_of_a_story_is_found_in_what_was_written(article, name, tmp_path):
    assert export(article, (), name, tmp_path / "story") == ()


@pytest.mark.parametrize("name", [known.name for known in FORMATS if known.rewrite and known.endings])
def test_every_word_is_found_in_the_file_it_came_in(name, tmp_path):
    path = STORIES / f"bridge.{name}"
    story = pipeline.from_file(path, "de")
    article, _step = pipeline.take_in(Project(), story, story)
    article.edit(article.units[-1].id, "Die Arbeiten beginnen erst im Herbst.")
    out = tmp_path / path.name
    assert export(article, (), SAME, out, came=Came(path.name, path.read_bytes(), [article])) == ()
    assert "erst im Herbst" in formats.read_bytes(out.read_bytes(), path, "de").document.text.plain
