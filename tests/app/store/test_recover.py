"""What is sound in a damaged file is saved into a new one."""

import sqlite3
from random import Random

import pytest

from app import pipeline
from app.article import Project
from app.errors import UserError
from app.store import DamagedError, InUseError, NotAProjectError, Original, Store
from app.store.recovering import recover
from app.store.verifying import verify
from tests.app.article.stories import state, story, tiles
from tests.campaigns.damage import recovered


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out" / "recovered.gegenlesen"


@pytest.fixture(autouse=True)
def folder(out):
    out.parent.mkdir()


def damage(path, statement, *values):
    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)
    connection.close()


def read(path):
    store, project = Store.open(path)
    drafts = store.drafts()
    store.close()
    return project, drafts


def told(messages):
    return [message.render() for message in messages]


def test_a_sound_file_is_recovered_as_it_is(closed, out, desk):
    before = read(closed)

    assert recover(closed, out) == []

    project, drafts = read(out)
    assert state(project.article(1)) == state(desk.article)
    assert project.log.steps == before[0].log.steps
    assert drafts == before[1]
    assert verify(out) == []


def test_an_altered_row_is_restored_from_the_history(closed, out, desk):
    damage(closed, "UPDATE unit SET data = x'00' WHERE id = 1")
    with pytest.raises(DamagedError):
        Store.open(closed)

    assert recover(closed, out) == []

    assert state(read(out)[0].article(1)) == state(desk.article)


def test_what_a_lost_step_did_is_kept_but_cannot_be_undone(closed, out, desk):
    damage(closed, "UPDATE step SET splices = x'5b5d' WHERE revision = 2")

    messages = told(recover(closed, out))

    assert messages == ["rows kept although the steps that led to them are lost: 1"]
    project, _ = read(out)
    assert project.article(1).units == desk.article.units
    assert project.article(1).undo() is None
    assert [article.id for article in project.articles] == [1]
    assert verify(out) == []


def test_a_gap_in_the_history_is_said_and_closes_what_was_before_it(closed, out, desk):
    store, project = Store.open(closed)
    store.record(project.article(1).note(2, "später"))
    store.close()
    damage(closed, "UPDATE step SET splices = x'5b5d' WHERE revision = 2")

    assert told(recover(closed, out))[0] == "steps of the history that are lost: 1"

    again, _ = read(out)
    assert again.article(1).units == project.article(1).units
    assert again.article(1).undo() is None
    assert [step.op for step in again.log.steps] == ["add-article", "lost", "note", "recover", "recover"]
    assert verify(out) == []


def test_articles_are_on_the_list_although_the_whole_history_is_lost(closed, out, desk):
    damage(closed, "DELETE FROM step")

    recover(closed, out)

    project, _ = read(out)
    assert [article.title for article in project.articles] == [desk.article.title]


def test_an_article_whose_own_row_is_lost_comes_back_with_its_history(closed, out, desk):
    damage(closed, "UPDATE article SET imported = x'00'")

    recover(closed, out)

    project, _ = read(out)
    assert state(project.article(1)) == state(desk.article)
    assert project.article(1).undo()
    assert verify(out) == []


def test_a_document_is_read_from_its_original_again(tmp_path, out, desk):
    project = Project()
    materials = pipeline.from_text("One sentence. Another one.", "en", "a.txt"), pipeline.from_text("Ein Satz. Noch einer.", "de", "b.txt")
    article, step = pipeline.take_in(project, *materials)
    store = Store.create(tmp_path / "texts.gegenlesen")
    store.add(step, *(Original(each.document, each.name, each.data) for each in materials), article.units)
    store.close()
    damage(store.path, "UPDATE document SET content = x'00'")

    assert recover(store.path, out) == []

    assert read(out)[0].article(1).target == article.target


def test_a_document_with_a_wrong_letter_is_kept_and_said_to_be(closed, out, desk):
    damage(
        closed,
        "UPDATE document SET content = CAST(replace(CAST(content AS TEXT), 'Hafen', 'Hofen') AS BLOB) WHERE name = 'geschichte.html'",
    )

    assert "texts in which characters may be wrong: geschichte.html" in told(recover(closed, out))

    project, _ = read(out)
    assert project.article(1).units == desk.article.units
    assert verify(out) == []


def test_a_document_with_a_byte_that_is_no_letter_is_kept_and_said_to_be(closed, out, desk):
    data = closed.read_bytes()
    at = data.index(b"Hafen", data.index(b"geschichte.html"))
    closed.write_bytes(data[:at] + bytes([data[at] ^ 0x80]) + data[at + 1 :])

    assert "texts in which characters may be wrong: geschichte.html" in told(recover(closed, out))

    project, _ = read(out)
    assert project.article(1).target.text.plain.count("\N{REPLACEMENT CHARACTER}afen") == 1
    assert project.article(1).units == desk.article.units
    assert verify(out) == []


def test_the_other_articles_are_saved_when_one_is_lost(desk, out):
    source, target, units = story(Random(8).randrange)
    article, step = desk.project.add("Other", source, target, units)
    desk.store.add(step, Original(source, "c.txt", b"c"), Original(target, "d.txt", b"d"), units)
    desk.store.record(article.confirm(1))
    desk.store.close()
    damage(desk.path, "UPDATE document SET content = x'00', original = x'ff' WHERE name = 'story.txt'")

    messages = told(recover(desk.path, out))

    assert "articles whose text is lost: Story" in messages
    project, _ = read(out)
    assert [a.title for a in project.articles] == ["Other"]
    assert state(project.article(2)) == state(article)
    assert verify(out) == []


def test_a_file_whose_first_page_is_lost_is_recovered(closed, out, desk):
    data = closed.read_bytes()
    closed.write_bytes(bytes(4096) + data[4096:])

    assert recover(closed, out) == []

    assert state(read(out)[0].article(1)) == state(desk.article)


def test_the_file_that_is_recovered_from_is_not_changed(closed, out):
    damage(closed, "UPDATE unit SET data = x'00' WHERE id = 1")
    before = closed.read_bytes()

    recover(closed, out)

    assert closed.read_bytes() == before


def test_an_open_project_is_not_recovered(desk, out):
    with pytest.raises(InUseError):
        recover(desk.path, out)


def test_nothing_is_written_when_there_is_nothing_to_recover(tmp_path, out):
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 64)

    with pytest.raises(UserError, match="Nothing in"):
        recover(tmp_path / "noise", out)
    with pytest.raises(NotAProjectError):
        recover(tmp_path / "gone", out)

    assert not out.exists()


def test_an_earlier_file_is_not_written_over(closed, out):
    out.write_bytes(b"earlier")

    with pytest.raises(UserError, match="already there"):
        recover(closed, out)

    assert out.read_bytes() == b"earlier"


def test_recovered_rows_tile_what_is_left(closed, out):
    for revision in (2, 3):
        damage(closed, "UPDATE step SET who = 'x' WHERE revision = ?", revision)
    damage(closed, "DELETE FROM unit WHERE id = 2")

    recover(closed, out)

    assert tiles(read(out)[0].article(1))


def test_whatever_is_damaged_a_sound_project_is_recovered_or_one_sentence(tmp_path):
    found = recovered(tmp_path, 36)

    assert found["unsound"] == 0
    assert found["all"] > 10
