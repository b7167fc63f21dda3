"""What stands where a project should be: one sentence each, and nothing is changed."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from app import settings
from app.errors import UserError
from app.store import DamagedError, InUseError, NotAProjectError, ReadOnlyError, Store, back_up, contents
from app.store.schema import VERSION
from app.store.verifying import verify
from tests.campaigns.copies import mixed
from tests.campaigns.damage import passed, try_all
from tests.campaigns.disks import FailingDisk, under

VERSIONS = Path(__file__).parents[2] / "data" / "projects"
OTHER_PROCESS = "import sys; from pathlib import Path; from app.store import Store; Store.open(Path(sys.argv[1]))"


def foreign(path, statement="CREATE TABLE mail (id)"):
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names of files are text")
def test_a_name_that_is_no_text_is_refused_in_one_sentence(tmp_path):
    project = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.gegenlesen"))
    with pytest.raises(UserError, match=r"caf\?\.gegenlesen.*rename it"):
        Store.create(project)
    project.write_bytes(b"SQLite format 3\0")
    with pytest.raises(UserError, match="rename it"):
        Store.open(project)
    with pytest.raises(UserError, match="rename it"):
        verify(project)


def test_a_missing_file_is_not_a_project(tmp_path):
    with pytest.raises(NotAProjectError, match="is not there"):
        Store.open(tmp_path / "gone.gegenlesen")


def test_links_in_a_circle_lead_to_no_project(tmp_path):
    (tmp_path / "p.gegenlesen").symlink_to("p.gegenlesen")

    with pytest.raises(NotAProjectError, match="is not there"):
        Store.open(tmp_path / "p.gegenlesen")


def test_a_folder_is_not_a_project(tmp_path):
    with pytest.raises(NotAProjectError, match="folder"):
        Store.open(tmp_path)


def test_an_empty_file_is_not_an_empty_project(tmp_path):
    (tmp_path / "empty.gegenlesen").touch()

    with pytest.raises(NotAProjectError, match="empty"):
        Store.open(tmp_path / "empty.gegenlesen")


def test_a_text_file_is_not_a_project(tmp_path):
    (tmp_path / "story.gegenlesen").write_text("Eine Geschichte. " * 100, encoding="utf-8")

    with pytest.raises(NotAProjectError, match="not a Gegenlesen project"):
        Store.open(tmp_path / "story.gegenlesen")


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = foreign(tmp_path / "mail.db")
    before = path.read_bytes()

    with pytest.raises(NotAProjectError, match="another program"):
        Store.open(path)

    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_can_be_read_only(closed):
    foreign(closed, f"PRAGMA user_version = {VERSION + 1}")

    store, project = Store.open(closed)

    assert "newer version" in store.notice.render()
    with pytest.raises(ReadOnlyError):
        store.record(project.article(1).confirm(1))
    store.close()


def test_a_newer_file_that_cannot_be_understood_asks_for_the_newer_program(closed):
    foreign(closed, f"PRAGMA user_version = {VERSION + 1}")
    foreign(closed, "ALTER TABLE unit RENAME TO row")

    with pytest.raises(UserError, match="newer version"):
        Store.open(closed)


def test_a_project_whose_tables_were_altered_is_damaged(closed):
    foreign(closed, "CREATE TABLE extra (id)")

    with pytest.raises(DamagedError, match="tables"):
        Store.open(closed)


def test_a_text_that_was_altered_by_other_hands_is_noticed(closed):
    foreign(closed, "UPDATE step SET who = 'Somebody'")

    with pytest.raises(DamagedError, match="altered rows"):
        Store.open(closed)


def test_a_step_that_was_taken_out_is_noticed(closed):
    foreign(closed, "DELETE FROM step WHERE revision = 1")

    with pytest.raises(DamagedError, match="missing from the history"):
        Store.open(closed)


def test_rows_that_were_taken_out_are_noticed(closed):
    foreign(closed, "DELETE FROM unit WHERE id = 2")

    with pytest.raises(DamagedError, match="history"):
        Store.open(closed)
    assert all("history" in damage.render() for damage in verify(closed))


def test_a_copy_taken_in_the_middle_of_a_save_is_whole_or_noticed(tmp_path):
    found = mixed(tmp_path, 30)

    assert found["missed"] == 0
    assert found["noticed"] > 10


def test_verify_refuses_what_is_not_a_project(tmp_path):
    with pytest.raises(NotAProjectError):
        verify(foreign(tmp_path / "mail.db"))


def test_damage_is_noticed_on_opening(tmp_path):
    assert passed(try_all(tmp_path, {"flipped": 100, "truncated": 30, "zeroed": 20}))


def test_a_journal_of_another_project_does_no_harm(closed, tmp_path):
    Path(f"{closed}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(2000))

    store, _ = Store.open(closed)
    store.close()

    assert verify(closed) == []


def test_a_project_in_write_ahead_mode_comes_back_to_one_file(closed):
    foreign(closed, "PRAGMA journal_mode = WAL")

    store, project = Store.open(closed)
    store.record(project.article(1).confirm(1))
    store.close()

    assert verify(closed) == []
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


def test_a_second_window_is_told_that_the_file_is_open(desk):
    with pytest.raises(InUseError, match="open in another window"):
        Store.open(desk.path)
    with pytest.raises(InUseError):
        verify(desk.path)


def test_a_second_window_is_told_through_a_link_too(desk, tmp_path):
    (tmp_path / "link.gegenlesen").hardlink_to(desk.path)
    (tmp_path / "other.gegenlesen").symlink_to(desk.path)

    for name in ("link.gegenlesen", "other.gegenlesen"):
        with pytest.raises(InUseError):
            Store.open(tmp_path / name)


def test_another_process_is_told_too_and_neither_writes_over_the_other(desk):
    process = subprocess.run([sys.executable, "-c", OTHER_PROCESS, desk.path], capture_output=True, text=True, check=False)

    assert "InUseError" in process.stderr
    desk.store.record(desk.article.confirm(1))


def test_a_reader_is_told_that_the_file_is_open(desk):
    with pytest.raises(InUseError):
        Store.open(desk.path, read_only=True)


def test_a_lock_of_a_process_that_died_does_not_count(closed):
    died = "import os, sys; from pathlib import Path; from app.store import Store; s = Store.open(Path(sys.argv[1])); os._exit(9)"
    subprocess.run([sys.executable, "-c", died, closed], check=False)

    store, _ = Store.open(closed)
    store.close()


class LockedFolder(FailingDisk):
    """A folder in which files can be read, but none can be made."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def before(self, call, name):
        if name.endswith("-journal") and Path(name).parent == self._folder:
            raise apsw.CantOpenError("no file can be made here")


def test_from_a_place_where_nothing_can_be_written_work_goes_on_in_a_copy(closed, tmp_path):
    (tmp_path / "shelf").mkdir()
    path = closed.rename(tmp_path / "shelf" / closed.name)
    before = path.read_bytes()
    with under(LockedFolder(path.parent)):
        store, project = Store.open(path)
        assert "read-only" in store.notice.render()
        assert back_up(store) is not None
        assert store.path == path
        store.record(project.article(1).note(1, "weiter"))
        store.draft(1, 1, "Ein")
        assert store.path.parent == settings.data_folder() / "rescued"
        assert str(store.path) in store.notice.render()
        store.close()

    assert path.read_bytes() == before
    store, project = Store.open(store.path)
    assert (project.article(1).unit(1).note, store.drafts()[1, 1]) == ("weiter", "Ein")
    store.close()


def test_an_older_file_in_such_a_place_goes_on_in_a_copy_of_this_version(tmp_path, monkeypatch):
    path = tmp_path / "old.gegenlesen"
    shutil.copy(VERSIONS / "version-1.gegenlesen", path)
    monkeypatch.setattr(os, "access", lambda place, _mode: tmp_path not in (Path(place), Path(place).parent))
    with under(LockedFolder(tmp_path)):
        store, project = Store.open(path)
        assert "older version" in store.notice.render()
        monkeypatch.undo()
        store.record(project.article(1).note(1, "weiter"))
        store.close()

    assert verify(store.path) == []
    assert contents(store.path).article(1).unit(1).note == "weiter"
    assert path.read_bytes() == (VERSIONS / "version-1.gegenlesen").read_bytes()


def test_a_file_opened_for_reading_is_not_touched(closed):
    before = closed.read_bytes(), closed.stat().st_mtime_ns

    store, project = Store.open(closed, read_only=True)
    with pytest.raises(ReadOnlyError):
        store.record(project.article(1).confirm(1))
    store.close()

    assert (closed.read_bytes(), closed.stat().st_mtime_ns) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that begin at the same moment")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # from 3.12 on, when other tests left threads
def test_of_windows_that_open_a_file_at_once_one_has_it_and_the_others_are_told(closed):
    for _ in range(3):
        begin, go = os.pipe()
        children = [open_in_child(closed, begin) for _ in range(3)]
        os.write(go, b"go!")

        assert sorted(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children) == [0, 2, 2]
        os.close(begin)
        os.close(go)


def open_in_child(path, begin):
    """A process that opens the project at a signal: it ends with 0 when it has it, with 2 when it is told that another has."""
    child = os.fork()
    if child:
        return child
    status = 1
    with suppress(BaseException):
        os.read(begin, 1)
        try:
            store, project = Store.open(path)
            store.record(project.article(1).note(1, str(os.getpid())))
            time.sleep(0.6)
            store.close()
            status = 0
        except InUseError:
            status = 2
    os._exit(status)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files through /proc")
def test_nothing_stays_open_behind_a_closed_or_refused_project(closed, tmp_path):
    def open_files():
        return len(list(Path("/proc/self/fd").iterdir()))

    (tmp_path / "noise").write_bytes(b"noise" * 1000)
    before = open_files()
    for _ in range(20):
        store, _ = Store.open(closed)
        store.save_copy(tmp_path / "copy")
        store.close()
        for path in (tmp_path / "noise", tmp_path / "gone", tmp_path):
            with pytest.raises(NotAProjectError):
                Store.open(path)

    assert open_files() == before
