"""From two files to an article."""

import os
import sys
from pathlib import Path

import pytest

from app import pipeline
from app.article import Project, composed
from app.errors import UserError
from app.store import Store

ENGLISH = (
    "Library reopens\n\nThe library in Farrow Hill opened again on Monday after two years. Hundreds came to see it.\n\nIt has a garden now."
)
GERMAN = (
    "Bibliothek wieder offen\n\nDie Bibliothek in Farrow Hill hat am Montag nach zwei Jahren wieder geöffnet. Hunderte kamen, um sie zu sehen.\n\n"
    "Sie hat jetzt einen Garten."
)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names of files are text")
def test_a_story_in_a_file_whose_name_is_no_text_is_kept_under_one_that_is(tmp_path):
    story = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    story.write_text(GERMAN, encoding="utf-8")
    store = Store.create(tmp_path / "p.gegenlesen")
    article = pipeline.keep(Project(), store, pipeline.from_text(ENGLISH, "en"), pipeline.from_file(story, "de"))
    assert store.original(article.target.digest).name == "caf?.txt"
    store.close()


@pytest.fixture
def files(tmp_path):
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "de.txt").write_text(GERMAN, encoding="utf-8")
    return tmp_path / "en.txt", tmp_path / "de.txt"


def article_of(pair):
    return pipeline.take_in(Project(), *pair)[0]


def test_the_rows_lay_sentence_beside_sentence(files):
    article = article_of(pipeline.from_files(*files))
    rows = [(article.source_text(unit).plain, unit.target.plain) for unit in article.units]
    assert rows[0] == ("Library reopens", "Bibliothek wieder offen")
    assert rows[2] == ("Hundreds came to see it.", "Hunderte kamen, um sie zu sehen.")
    assert len(rows) == 4


def test_an_untouched_article_is_exported_as_it_came(files):
    article = article_of(pipeline.from_files(*files))
    assert composed(article).text.plain == GERMAN


def test_swapped_languages_are_noticed(files):
    with pytest.raises(pipeline.SwappedError, match="Give the English story first"):
        pipeline.from_files(*reversed(files))


def test_pasted_texts_find_their_sides_in_any_order():
    texts = pipeline.from_text(GERMAN), pipeline.from_text(ENGLISH)
    assert [material.document.text.plain for material in pipeline.in_order(*texts)] == [ENGLISH, GERMAN]
    assert [material.document.text.plain for material in pipeline.in_order(*reversed(texts))] == [ENGLISH, GERMAN]


def test_the_same_file_twice_is_one_sentence(files):
    with pytest.raises(UserError, match="same file"):
        pipeline.from_files(files[0], files[0])


def test_a_kept_article_is_there_when_the_project_is_opened_again(files, tmp_path):
    store = Store.create(tmp_path / "story.gegenlesen")
    article = pipeline.keep(Project(), store, *pipeline.from_files(*files))
    store.close()
    again, project = Store.open(tmp_path / "story.gegenlesen")
    assert project.articles[0].units == article.units
    assert project.articles[0].target == article.target
    again.close()


def test_two_different_stories_are_noticed(files):
    story = pipeline.from_text(ENGLISH * 3, "en")
    other = pipeline.from_text(
        "Der Zirkus zieht weiter.\n\nAm Morgen verluden Männer das Zelt. Die Elefanten gingen zu Fuß. Kinder winkten.", "de"
    )
    assert pipeline.strangers(article_of((story, other)))
    assert not pipeline.strangers(article_of(pipeline.from_files(*files)))
