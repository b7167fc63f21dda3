"""Saving: in order, away from the window's thread, and nothing dropped when the disk refuses."""

import pytest

from app.errors import UserError
from app.store import Store, backups
from ui.session import Session
from ui.session.writing import KEEP_PAUSE

ENGLISH = "A new bridge\n\nThe town has built a new bridge over the river.\n"
GERMAN = "Eine neue Brücke\n\nDie Stadt hat eine neue Brücke über den Fluss gebaut.\n"


@pytest.fixture
def saved(qtbot, tmp_path):
    """A session on a project file of its own."""
    (tmp_path / "bridge.en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "bridge.de.txt").write_text(GERMAN, encoding="utf-8")
    session = Session()
    session.sign("Jo Winter")
    with qtbot.waitSignal(session.opened):
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
