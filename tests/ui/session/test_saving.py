"""Saving: in order, away from the window's thread, and nothing dropped when the disk refuses."""

import shutil
from pathlib import Path
from threading import Event
from time import sleep

import apsw
import pytest

from app import places
from app.errors import UserError
from app.store import Store, backups, contents
from app.store.schema import VERSION
from app.store.verifying import verify
from tests.campaigns.disks import FailingDisk, under
from ui.session import Session, checking
from ui.session.writing import KEEP_PAUSE

VERSIONS = Path(__file__).parents[2] / "data" / "projects"
ENGLISH = "A new bridge\n\nThe town has built a new bridge over the river.\n"
GERMAN = "Eine neue Brücke\n\nDie Stadt hat eine neue Brücke über den Fluss gebaut.\n"


@pytest.fixture
def saved(qtbot, tmp_path):
    """A session on a project file of its own."""
    (tmp_path / "bridge.en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "bridge.de.txt").write_text(GERMAN, encoding="utf-8")
    session = Session()
    session.sign("Jo Winter")
    with qtbot.waitSignal(session.opened, timeout=20000):
        session.open_files([tmp_path / "bridge.en.txt", tmp_path / "bridge.de.txt"])
    qtbot.waitUntil(lambda: not session.unchecked)
    yield session
    session.close()
    session.deleteLater()


def test_a_pair_is_kept_beside_its_translation_and_never_over_another_project(saved, qtbot, tmp_path):
    assert saved.path.name == "bridge.gegenlesen"
    with qtbot.waitSignal(saved.opened):
        saved.open_files([tmp_path / "bridge.en.txt", tmp_path / "bridge.de.txt"])
    assert saved.path.name == "bridge 2.gegenlesen"


def test_an_export_never_takes_the_place_of_the_open_project(saved):
    with pytest.raises(UserError, match="stays as it is"):
        saved.export("html", saved.path)
    assert saved.path.read_bytes().startswith(b"SQLite format 3")


def test_a_step_is_on_the_disk_once_the_writer_is_done(saved):
    saved.saver.flush()
    saved.edit(2, "Die Stadt hat gebaut.")
    saved.saver.flush()
    path = saved.path
    saved.close()
    store, project = Store.open(path)
    store.close()
    assert project.articles[0].unit(2).target.plain == "Die Stadt hat gebaut."


def test_a_story_that_is_corrected_before_it_is_on_the_disk_is_kept_as_it_came_and_as_it_is(saved, qtbot, tmp_path):
    gate = Event()
    saved.saver.ask(lambda _store: gate.wait(20), lambda _answer: None)
    with qtbot.waitSignal(saved.opened):
        saved.add_files(tmp_path / "bridge.en.txt", tmp_path / "bridge.de.txt")
    saved.edit(2, "Die Stadt hat gebaut.")
    gate.set()
    saved.saver.flush()
    path, number = saved.path, saved.article.id
    saved.close()
    assert verify(path) == []
    assert contents(path).article(number).unit(2).target.plain == "Die Stadt hat gebaut."


def test_saved_is_said_only_while_nothing_waits(saved, qtbot):
    saved.saver.flush()
    qtbot.wait(50)
    gate, said = Event(), []
    saved.saved.connect(said.append)
    saved.saver.ask(lambda _store: None, lambda _answer: None)
    while saved.saver.pending:
        sleep(0.001)
    saved.saver.ask(lambda _store: gate.wait(20), lambda _answer: None)
    qtbot.wait(100)  # the word about the first is heard only now
    assert said == []
    gate.set()
    qtbot.waitUntil(lambda: len(said) == 1)


def test_what_was_being_typed_is_there_after_a_crash(saved, qtbot):
    saved.draft(2, "Die Stadt")
    saved.draft(2, "Die Stadt hat")
    qtbot.wait(2 * KEEP_PAUSE)
    saved.saver.flush()
    path = saved.path
    saved.saver.close()
    with qtbot.waitSignal(saved.opened):
        saved.open_files([path])
    assert saved.text(2) == "Die Stadt hat"
    saved.settle()
    assert saved.article.unit(2).target.plain == "Die Stadt hat"


def test_a_translation_that_was_cleared_is_cleared_in_the_file(saved):
    saved.draft(2, "")
    saved.settle()
    path = saved.path
    saved.close()
    unit = contents(path).articles[0].unit(2)
    assert (unit.target.plain, unit.state.value) == ("", "initial")


def test_when_the_file_is_taken_away_saving_goes_on_in_a_rescued_copy(saved, qtbot):
    first = saved.path
    first.rename(first.with_name("elsewhere"))
    with qtbot.waitSignal(saved.noticed):
        saved.edit(2, "Eins.")
    saved.edit(2, "Zwei.")
    rescued = saved.path
    assert rescued != first
    saved.close()
    store, project = Store.open(rescued)
    store.close()
    assert [step.op for step in project.log.of(1)] == ["edit", "edit"]


def test_an_opened_project_has_a_backup(saved):
    saved.saver.flush()
    assert backups(saved.path)


def test_a_second_story_joins_the_project_and_can_leave_it(saved, qtbot, tmp_path):
    (tmp_path / "fair.en.txt").write_text("The fair\n\nThe fair opens on the first day of May.\n", encoding="utf-8")
    (tmp_path / "fair.de.txt").write_text("Die Messe\n\nDie Messe öffnet am ersten Tag im Mai.\n", encoding="utf-8")
    with qtbot.waitSignal(saved.surveyed):
        saved.add_files(tmp_path / "fair.en.txt", tmp_path / "fair.de.txt")
    assert saved.article.title == "Die Messe"
    path = saved.path
    saved.leave()
    with qtbot.waitSignal(saved.opened):
        saved.open_files([path])
    assert [article.title for article in saved.project.articles] == ["Eine neue Brücke", "Die Messe"]
    saved.drop_article()
    assert [article.title for article in saved.project.articles] == ["Die Messe"]
    saved.undo_project()
    assert [article.title for article in saved.project.articles] == ["Eine neue Brücke", "Die Messe"]


def test_undo_reaches_behind_the_last_closing(saved, qtbot):
    before = saved.text(2)
    saved.edit(2, "Anders.")
    path = saved.path
    saved.leave()
    with qtbot.waitSignal(saved.opened):
        saved.open_files([path])
    saved.undo()
    assert saved.text(2) == before
    saved.redo()
    assert saved.text(2) == "Anders."


def test_a_copy_is_a_project_of_its_own(saved, qtbot, tmp_path):
    saved.edit(2, "Anders.")
    with qtbot.waitSignal(saved.saver.copied):
        saved.save_copy(tmp_path / "copy.gegenlesen")
    store, project = Store.open(tmp_path / "copy.gegenlesen")
    store.close()
    assert project.articles[0].unit(2).target.plain == "Anders."


def test_a_copy_that_cannot_be_made_holds_no_step_up(saved, qtbot, tmp_path):
    with qtbot.waitSignal(saved.failed):
        saved.save_copy(tmp_path / "no such folder" / "copy.gegenlesen")
    saved.edit(2, "Anders.")
    saved.saver.flush()
    assert not saved.saver.pending


class Stuck(FailingDisk):
    """A disk on which one project cannot be changed any more."""

    full = None

    def before(self, call, name):
        if self.full is not None and call == "write" and name.startswith(str(self.full)):
            raise apsw.FullError("full")


@pytest.fixture
def stuck(qtbot, tmp_path):
    """A session whose disk can be filled."""
    store_path = tmp_path / "p.gegenlesen"
    shutil.copy(VERSIONS / f"version-{VERSION}.gegenlesen", store_path)
    session = Session()
    session.sign("Jo Winter")
    with under(Stuck()) as disk:
        with qtbot.waitSignal(session.opened, timeout=20000):
            session.open_files([store_path])
        session.saver.flush()
        yield session, disk
        disk.full = None
        session.close()
    session.deleteLater()


def test_a_copy_takes_along_what_cannot_be_saved(stuck, qtbot, tmp_path):
    session, disk = stuck
    disk.full, row = session.path, session.article.units[1].id
    with qtbot.waitSignal(session.stuck):
        session.edit(row, "Nirgends sonst.")
    with qtbot.waitSignal(session.saver.copied):
        session.save_copy(tmp_path / "copy.gegenlesen")
    assert contents(tmp_path / "copy.gegenlesen").article(session.article.id).unit(row).target.plain == "Nirgends sonst."
    assert session.saver.pending


def test_what_comes_in_from_another_copy_waits_like_any_other_step(stuck, qtbot, tmp_path):
    session, disk = stuck
    copy, row = tmp_path / "copy.gegenlesen", session.article.units[1].id
    session.store.save_copy(copy)
    store, project = Store.open(copy)
    store.record(project.article(session.article.id).edit(row, "Aus der Kopie."))
    store.close()
    disk.full = session.path
    session.combine(copy)
    qtbot.waitUntil(lambda: session.article.unit(row).target.plain == "Aus der Kopie.", timeout=20000)
    qtbot.waitUntil(lambda: session.saver.pending)
    disk.full = None
    session.saver.flush()
    session.saver.close()
    assert contents(tmp_path / "p.gegenlesen").article(session.article.id).unit(row).target.plain == "Aus der Kopie."


def test_why_nothing_is_saved_is_said_until_it_is_saved(stuck, qtbot):
    session, disk = stuck
    said = []
    session.stuck.connect(said.append)
    disk.full = session.path
    session.edit(session.article.units[1].id, "Eins.")
    qtbot.waitUntil(lambda: len(said) > 1, timeout=20000)
    disk.full = None
    with qtbot.waitSignal(session.saved, timeout=20000):
        session.saver.flush()


def test_a_file_of_a_newer_version_is_read_and_not_corrected(qtbot, tmp_path):
    path = tmp_path / "new.gegenlesen"
    shutil.copy(VERSIONS / f"version-{VERSION}.gegenlesen", path)
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    session = Session()
    with qtbot.waitSignal(session.opened, timeout=20000):
        session.open_files([path])
    row, steps = session.article.units[1], session.project.log.revision
    with qtbot.waitSignal(session.failed) as refused:
        session.edit(row.id, "Anders.")
    assert "can only be read here" in str(refused.args[0])
    session.draft(row.id, "Anders.")
    assert (session.text(row.id), session.project.log.revision, session.saver.pending) == (row.target.plain, steps, False)
    session.close()
    session.deleteLater()


def test_what_is_typed_is_sent_to_the_file_at_once_when_one_turns_away(saved):
    saved.draft(2, "Halb getip")
    saved.keep_now()
    saved.saver.flush()
    assert saved.store.drafts() == {(1, 2): "Halb getip"}


def test_what_is_typed_is_on_its_way_to_the_file_before_the_window_stands_still(saved, monkeypatch):
    saved.draft(2, "Halb getip")
    kept = []

    def stands_still(*_these):
        saved.saver.flush()
        kept.append(saved.store.drafts())
        return []

    monkeypatch.setattr(checking, "found_in", stands_still)
    saved.check_now()
    assert kept == [{(1, 2): "Halb getip"}]


def test_the_next_start_finds_the_rescued_copy(saved, qtbot):
    saved.path.rename(saved.path.with_name("elsewhere"))
    with qtbot.waitSignal(saved.noticed):
        saved.edit(2, "Eins.")
    assert places.recent()[0].path == saved.path


def test_nothing_leaves_the_house_on_older_findings(saved):
    saved.draft(2, "Die Stadt  hat eine neue Brücke über den Fluss gebaut.")
    early = {finding.check for finding in saved.findings}
    saved.blocking()
    assert {finding.check for finding in saved.findings} > early


def test_a_dismissal_everywhere_is_undone_where_it_was_announced(saved):
    saved.edit(2, "{{name}} hat gebaut.")
    finding = saved.findings_at(2)[0]
    saved.dismiss("everywhere", "", finding)
    assert finding not in saved.findings
    saved.undo_project()
    assert [f.fingerprint for f in saved.findings_at(2)] == [finding.fingerprint]
