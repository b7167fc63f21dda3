"""What is remembered of deliveries."""

import copy

import msgspec
import pytest

from app.article import Project
from app.article.combining import combine
from app.article.deliveries import changed_since_delivery, changes_since, delivered, deliveries, last_delivery
from app.pipeline import from_text, take_in


@pytest.fixture
def article():
    texts = "The vote passed.\n\nWork begins in May.", "Die Abstimmung ging durch.\n\nDie Arbeit beginnt im Mai."
    return take_in(Project(), from_text(texts[0], "en"), from_text(texts[1], "de"))[0]


def test_the_latest_delivery_of_each_place_is_known(article):
    delivered(article, "file", "/tmp/a.html", form="html")
    delivered(article, "wordpress", "https://cms.example/wp-json/", number=7, words="abc")
    delivered(article, "file", "/tmp/b.html", form="html")
    assert [each.place for each in deliveries(article)] == ["/tmp/a.html", "https://cms.example/wp-json/", "/tmp/b.html"]
    assert last_delivery(article).place == "/tmp/b.html"
    assert last_delivery(article, "wordpress").number == 7
    assert last_delivery(article, "file", "/tmp/c.html") is None


def test_the_hundredth_delivery_makes_no_larger_step_than_the_first(article):
    sizes = [len(msgspec.json.encode(delivered(article, "file", "/tmp/a.html", form="html"))) for _ in range(100)]
    assert max(sizes) - min(sizes) < 10
    assert len(deliveries(article)) == 100


def test_what_went_out_from_two_copies_is_known_to_both(article):
    mine = Project()
    texts = "The vote passed.", "Die Abstimmung ging durch."
    take_in(mine, from_text(texts[0], "en"), from_text(texts[1], "de"))
    theirs = copy.deepcopy(mine)
    delivered(mine.article(1), "file", "/tmp/mine.html")
    theirs.article(1).confirm(1)
    delivered(theirs.article(1), "file", "/tmp/theirs.html")

    combine(mine, theirs, {1: tuple(theirs.article(1).units)})

    assert {each.place for each in deliveries(mine.article(1))} == {"/tmp/mine.html", "/tmp/theirs.html"}


def test_a_story_that_reads_otherwise_has_changed_since_its_delivery(article):
    assert not changed_since_delivery(article)
    delivered(article, "file", "/tmp/a.html")
    assert not changed_since_delivery(article)
    article.note(1, "A note changes nothing that readers see.")
    assert not changed_since_delivery(article)
    article.edit(2, "Die Arbeiten beginnen im Mai.")
    assert changed_since_delivery(article)
    article.undo()
    assert not changed_since_delivery(article)


def test_the_changes_since_a_revision_are_those_that_are_still_there(article):
    article.edit(1, "Die Abstimmung war erfolgreich.")
    revision = article.log.revision
    article.edit(1, "Abgestimmt wurde.")
    article.edit(1, "Die Abstimmung war erfolgreich.")
    article.edit(2, "Es geht im Mai los.")
    article.remove(2)
    assert [(number, then.plain, now.plain) for number, then, now in changes_since(article, revision)] == [
        (2, "Die Arbeit beginnt im Mai.", "")
    ]
