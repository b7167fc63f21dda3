"""A sync client replaces the file, a stick is pulled: the work goes on in a copy, and the user is told where."""

import shutil
from pathlib import Path

import apsw
import pytest

from app import settings
from app.store import DisplacedError, Original, Store, back_up
from app.store.verifying import verify
from tests.app.article.stories import state
from tests.app.store.conftest import new_desk
from tests.campaigns.disks import FailingDisk, under


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "stick").mkdir()
    desk = new_desk(tmp_path / "stick" / "story.gegenlesen", lambda below: 3 % below)
    yield desk
    desk.store.close()


def test_work_goes_on_beside_a_file_that_was_replaced_and_is_left_alone(desk, tmp_path):
    desk.store.save_copy(tmp_path / "other")
    (tmp_path / "other").replace(desk.path)
    theirs = desk.path.read_bytes()

    desk.store.record(desk.article.note(1, "weiter"))

    assert desk.path.read_bytes() == theirs
    assert desk.store.rival == desk.path
    assert desk.store.path.parent == desk.path.parent
    assert desk.store.path.name in desk.store.notice.render()
    desk.store.close()
    store, project = Store.open(desk.store.path)
    assert state(project.article(1)) == state(desk.article)
    store.close()


@pytest.mark.parametrize("happen", [Path.unlink, lambda path: path.rename(f"{path}.old")])
def test_work_goes_on_beside_a_file_that_is_gone(desk, happen):
    happen(desk.path)

    desk.store.record(desk.article.note(1, "weiter"))
    desk.store.record(desk.article.note(1, "und weiter"))
    desk.store.close()

    assert desk.store.rival is None

    assert desk.store.path.parent == desk.path.parent
    assert verify(desk.store.path) == []


def test_work_goes_on_in_the_data_folder_when_the_folder_is_gone(desk):
    shutil.rmtree(desk.path.parent)

    desk.store.record(desk.article.note(1, "weiter"))
    desk.store.close()

    assert desk.store.path.parent == settings.data_folder() / "rescued"
    assert verify(desk.store.path) == []


def test_another_project_in_the_place_of_ours_is_no_rival(desk, tmp_path):
    other = new_desk(tmp_path / "other.gegenlesen", lambda below: 1 % below)
    other.store.close()
    other.path.replace(desk.path)

    desk.store.record(desk.article.note(1, "weiter"))

    assert desk.store.path != desk.path
    assert desk.store.rival is None


class Stick(FailingDisk):
    """A disk that can be pulled out: then nothing on it can be read any more, only what lies elsewhere."""

    pulled = None

    def reading(self, name):
        if self.pulled is not None and name.startswith(str(self.pulled)):
            raise apsw.IOError("the disk is gone")


def test_work_goes_on_from_the_last_backup_when_the_disk_itself_is_gone(desk):
    desk.store.close()
    with under(Stick()) as disk:
        store, project = Store.open(desk.path)
        article = project.article(1)
        store.record(article.note(1, "vor der Sicherung"))
        back_up(store)
        store.draft(1, 1, "halb")
        store.record(article.edit(1, "danach"))
        store.draft(1, 2, "noch nicht fertig")
        disk.pulled = desk.path.parent
        store._connection.execute("PRAGMA shrink_memory")
        shutil.rmtree(desk.path.parent)

        store.record(article.note(1, "weiter"))
        store.close()

    again, found = Store.open(store.path)
    assert state(found.article(1)) == state(article)
    assert again.drafts() == {(1, 2): "noch nicht fertig"}
    again.close()
    assert verify(store.path) == []


def test_a_story_that_came_after_the_last_backup_is_rescued_with_what_was_done_to_it(desk):
    desk.store.close()
    with under(Stick()) as disk:
        store, project = Store.open(desk.path)
        back_up(store)
        article, step = project.add("Second", desk.article.source, desk.article.target, tuple(desk.article.units))
        store.add(step, *(Original(document, "story.txt", b"") for document in (article.source, article.target)), article.units)
        store.record(article.edit(1, "danach"))
        disk.pulled = desk.path.parent
        store._connection.execute("PRAGMA shrink_memory")
        shutil.rmtree(desk.path.parent)

        store.record(article.note(1, "weiter"))
        store.close()

    assert verify(store.path) == []
    again, found = Store.open(store.path)
    assert state(found.article(article.id)) == state(article)
    again.close()


def test_when_no_copy_can_be_saved_the_change_is_refused_in_one_sentence(desk):
    class Full(FailingDisk):
        def before(self, call, name):
            if call == "write":
                raise apsw.FullError("full")

    desk.store.close()
    with under(Full()):
        store, project = Store.open(desk.path)
        desk.path.unlink()
        with pytest.raises(DisplacedError, match="no copy of it could be saved"):
            store.record(project.article(1).note(1, "weiter"))
        store.close()
