import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import UserError
from app.i18n import Message
from app.model import Category, Finding, Place, Severity, Side, Span, State
from app.store import ConflictError, Original, Store
from app.store.schema import APPLICATION_ID
from app.store.verifying import verify
from tests.app.article.stories import act, state, story
from tests.app.store.conftest import new_desk

ODD = {
    "nothing": "",
    "NUL": "a\0b\0",
    "byte order mark": "\ufeff",
    "direction": "\u202e\u2066",
    "joined emoji": "👩\u200d🚒",
    "combining": "e\u0301",
    "object": "\ufffc",
    "breaks": "\u2028\u2029\x0b\x0c\x1c\x85\r\n",
    "no character": "\uffff",
    "SQL": "'); DROP TABLE unit; --",
    "a line of five million": "ä" * 5_000_000,
}


def reopened(desk):
    desk.store.close()
    return Store.open(desk.path)


def test_a_reopened_project_is_the_one_that_was_closed(desk):
    unit = desk.article.units[0]
    desk.store.record(desk.article.edit(unit.id, "Ein neuer Satz."))
    desk.store.record(desk.article.note(unit.id, "Quelle fragen"))
    desk.store.record(desk.article.set_field("hold", "yes"))
    desk.store.record(desk.project.set_field("desk", "Ausland"))

    store, project = reopened(desk)

    assert state(project.article(1)) == state(desk.article)
    assert project.log.steps == desk.project.log.steps
    assert project.fields == {"desk": "Ausland"}
    assert [article.title for article in project.articles] == ["Story"]
    store.close()


def test_steps_are_undone_and_redone_after_reopening(desk):
    imported = state(desk.article)
    desk.store.record(desk.article.edit(desk.article.units[0].id, "Ein neuer Satz."))
    corrected = state(desk.article)

    store, project = reopened(desk)
    store.record(project.article(1).undo())
    assert state(project.article(1)) == imported
    store.close()
    store, project = Store.open(desk.path)
    store.record(project.article(1).redo())

    assert state(project.article(1)) == corrected
    store.close()


def test_an_id_that_was_used_is_not_used_again_after_reopening(desk):
    unit = desk.article.insert(desk.article.units[0].id, "Zwischenzeile").splices[0].after[0]
    for step in (desk.project.log.steps[-1], desk.article.delete(unit.id)):
        desk.store.record(step)

    store, project = reopened(desk)
    again = project.article(1).insert(project.article(1).units[0].id, "Noch eine").splices[0].after[0]

    assert again.id == unit.id + 1
    store.close()


def test_an_article_that_was_dropped_comes_back_by_undo_after_reopening(desk):
    desk.store.record(desk.project.drop(1))

    store, project = reopened(desk)
    assert project.articles == []
    store.record(project.undo())

    assert [article.id for article in project.articles] == [1]
    store.close()


def test_originals_are_kept_byte_for_byte(desk):
    store, project = reopened(desk)

    assert store.original(project.article(1).target.digest) == Original(desk.article.target, "geschichte.html", b"<p>\0\xff")
    store.close()


def test_another_version_of_a_document_is_kept_beside_the_first(desk):
    newer = Original(replace(desk.article.source, language="en-GB"), "story 2.txt", b"newer")
    desk.store.keep(newer)
    desk.store.keep(newer)

    assert desk.store.original(newer.document.digest) == newer
    with pytest.raises(KeyError):
        desk.store.original("none")


def test_only_one_file_is_left_after_closing(desk):
    desk.store.record(desk.article.edit(desk.article.units[0].id, "Ein neuer Satz."))
    desk.store.close()

    assert [file.name for file in desk.path.parent.iterdir()] == ["story.gegenlesen"]


def test_a_step_clears_the_drafts_of_its_rows_only(desk):
    first, second = desk.article.units[:2]
    desk.store.draft(1, first.id, "Ein neu")
    desk.store.draft(1, second.id, "Zwei")
    desk.store.record(desk.article.edit(first.id, "Ein neuer Satz."))

    store, _ = reopened(desk)

    assert store.drafts() == {(1, second.id): "Zwei"}
    store.undraft(1, second.id)
    assert store.drafts() == {}
    store.close()


def test_a_draft_with_half_a_surrogate_pair_is_kept(desk):
    desk.store.draft(1, 1, "so\ud83d")

    assert desk.store.drafts() == {(1, 1): "so\ufffd"}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_come_back_as_they_were(desk, text):
    unit = desk.article.units[0].id
    step = desk.article.edit(unit, text)
    desk.store.record(step)

    store, project = reopened(desk)

    assert project.article(1).unit(unit).target.plain == text
    store.close()


def test_a_step_that_is_saved_twice_is_there_once(desk):
    step = desk.article.edit(desk.article.units[0].id, "Ein neuer Satz.")
    desk.store.record(step)
    desk.store.record(step)

    assert desk.store.revision == 2


def test_a_step_made_for_another_revision_is_refused(desk):
    desk.article.confirm(desk.article.units[0].id)
    later = desk.article.note(desk.article.units[0].id, "zu früh")

    with pytest.raises(ConflictError, match="changed by another program"):
        desk.store.record(later)

    assert desk.store.revision == 1


def test_a_step_made_for_other_rows_is_refused_and_changes_nothing(desk):
    step = desk.article.edit(desk.article.units[0].id, "Ein neuer Satz.")
    (splice,) = step.splices
    elsewhere = replace(step, splices=(replace(splice, before=splice.after),))

    with pytest.raises(ConflictError):
        desk.store.record(elsewhere)

    assert desk.store.revision == 1


def test_rows_find_room_between_two_neighbours_however_often_one_is_split(desk):
    first = desk.article.units[0].id
    for number in range(40):
        desk.store.record(desk.article.insert(first, f"Zeile {number}"))

    store, project = reopened(desk)

    assert project.article(1).units == desk.article.units
    store.close()
    assert verify(desk.path) == []


def test_findings_are_remembered_for_their_revision_engine_and_profile(desk):
    place = Place(1, Side.TARGET, Span(0, 3))
    finding = Finding("numbers", Category.NUMBERS, Severity.MAJOR, 0.9, (1,), (place,), Message("{a} is not {b}", {"a": "3", "b": "4"}))
    desk.store.remember(1, 5, 1, "profile", [finding])

    assert desk.store.findings(1, 5, 1, "profile") == [finding]
    assert desk.store.findings(1, 6, 1, "profile") is None
    assert desk.store.findings(1, 5, 2, "profile") is None


def test_a_copy_is_a_project_of_its_own(desk, tmp_path):
    desk.store.save_copy(tmp_path / "copy.gegenlesen")

    copy, project = Store.open(tmp_path / "copy.gegenlesen")

    assert state(project.article(1)) == state(desk.article)
    copy.record(project.article(1).confirm(1))
    assert (copy.revision, desk.store.revision) == (2, 1)
    copy.close()


def test_a_copy_holds_what_cannot_be_saved_in_the_file_itself(desk, tmp_path):
    copy = tmp_path / "copy.gegenlesen"
    step = desk.article.edit(desk.article.units[0].id, "Nur in der Kopie.")

    desk.store.save_copy(copy, [lambda store: store.record(step), lambda store: store.draft(1, desk.article.units[1].id, "Halb")])

    assert desk.store.revision == step.revision - 1
    assert verify(copy) == []
    store, project = Store.open(copy)
    assert project.article(1).units[0].target.plain == "Nur in der Kopie."
    assert store.drafts() == {(1, desk.article.units[1].id): "Halb"}
    store.close()
    assert not list(tmp_path.glob(".*.part*"))


def test_a_copy_is_not_written_over_the_project_itself(desk):
    with pytest.raises(UserError, match="the project itself"):
        desk.store.save_copy(desk.path)


def test_a_project_is_not_made_where_a_file_is(closed):
    with pytest.raises(UserError, match="already there"):
        Store.create(closed)


def test_a_project_is_not_made_in_a_folder_that_is_gone(tmp_path):
    with pytest.raises(UserError):
        Store.create(tmp_path / "gone" / "story.gegenlesen")


def test_the_file_says_whose_it_is(closed):
    assert int.from_bytes(closed.read_bytes()[68:72], "big") == APPLICATION_ID


def test_a_project_holds_many_articles(desk):
    for number in range(2, 6):
        source, target, units = story(lambda below, number=number: number % below)
        _, step = desk.project.add(f"Story {number}", source, target, units)
        desk.store.add(step, Original(source, "", b""), Original(target, "", b""), units)

    store, project = reopened(desk)

    assert [article.title for article in project.articles] == ["Story", *(f"Story {number}" for number in range(2, 6))]
    store.close()


@given(st.randoms(use_true_random=False), st.lists(st.booleans(), max_size=30))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_reopened_is_what_was_saved_whatever_was_done(tmp_path, random, reopenings):
    path = tmp_path / "any.gegenlesen"
    path.unlink(missing_ok=True)
    _, store, project, article = new_desk(path, random.randrange)
    for reopening in reopenings:
        step = act(article, random.randrange)
        if step is not None:
            store.record(step)
        if reopening:
            store.close()
            store, found = Store.open(path)
            assert state(found.article(1)) == state(article)
            assert found.log.steps == project.log.steps
            project, article = found, found.article(1)
            project.log.who = "Ida"
    store.close()

    assert verify(path) == []


def test_the_state_of_a_row_is_kept(desk):
    desk.store.record(desk.article.confirm(desk.article.units[0].id))

    store, project = reopened(desk)

    assert project.article(1).units[0].state is State.REVIEWED
    store.close()


def test_a_new_step_carries_the_name_of_the_reviewer(desk):
    store, project = reopened(desk)
    project.log.who = "Jo"

    assert project.article(1).confirm(1).who == "Jo"
    store.close()
