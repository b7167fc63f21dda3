"""Every released version's file can be opened for ever. `tests/data/projects` holds one real file of each."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from app.errors import UserError
from app.model import Side
from app.store import Store, backups, contents
from app.store.opening import opened
from app.store.schema import VERSION
from app.store.verifying import verify
from tests.app.article.stories import tiles

FILES = sorted((Path(__file__).parents[2] / "data" / "projects").glob("*.gegenlesen"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def released(request, tmp_path):
    return Path(shutil.copy(request.param, tmp_path))


def test_there_is_a_file_of_every_version():
    assert [path.stem for path in FILES] == [f"version-{number}" for number in range(1, VERSION + 1)]


def test_the_file_of_a_released_version_is_sound(released):
    assert verify(released) == []


def test_the_file_of_a_released_version_holds_what_was_saved(released):
    store, project = Store.open(released)
    article = project.article(1)

    assert store.notice is None
    assert project.fields == {"desk": "Lokales"}
    assert [step.who for step in project.log.steps[:14]] == ["Ida Lorenz"] * 14
    assert article.units[1].target.plain == "Ein anderer Vorspann."
    assert article.units[2].note == "Bei der Gemeinde nachfragen"
    assert list(store.drafts().values()) == ["Halb getippt"]
    assert tiles(article)
    store.close()


def test_work_goes_on_in_the_file_of_a_released_version(released):
    store, project = Store.open(released)
    article = project.article(1)
    while step := article.undo():
        store.record(step)
    store.record(article.confirm(article.units[0].id))
    store.close()

    assert [unit.target for unit in article.units] == [article.imported_text(unit) for unit in article.units]
    assert verify(released) == []


def test_a_file_of_an_older_version_is_brought_up_to_date_and_kept(released):
    before = released.read_bytes()

    store, project = Store.open(released)
    store.close()

    kept = backups(released)
    if released.stem == f"version-{VERSION}":
        assert kept == []
        assert released.read_bytes() == before
    else:
        assert [contents(backup.path).log.steps for backup in kept] == [project.log.steps]
    connection, _ = opened(released, read_only=True)
    assert connection.execute("PRAGMA user_version").get == VERSION
    connection.close()


def test_a_disk_that_fails_while_a_file_is_brought_up_to_date_harms_nothing(released):
    import apsw

    from tests.campaigns.disks import FailingDisk, under

    before = contents(released).log.steps
    for error in (apsw.FullError, apsw.IOError, apsw.CantOpenError):
        at, failed = 0, True
        while failed:
            at += 1
            path = Path(shutil.copy(released, released.with_name(f"try-{at}-{error.__name__}.gegenlesen")))
            with under(FailingDisk()) as disk:
                disk.fail(at, error)
                with suppress(UserError):
                    store, _ = Store.open(path)
                    store.close()
                failed = bool(disk.failed)
                disk.rest()
            assert verify(path) == []
            assert contents(path).log.steps == before
            assert not list(path.parent.glob(".*"))
            path.unlink()
            assert at < 300


def test_version_2_holds_a_new_source_and_the_trace_of_a_purged_article():
    project = contents(FILES[1])

    assert [article.id for article in project.articles] == [1, 2]
    assert [step.op for step in project.log.steps].count("purged") == 2
    (changed,) = [unit for unit in project.article(1).units if unit.source_before]
    assert "$4" in changed.source_before
    assert "$5" in project.article(1).source_text(changed).plain
    renewal = next(step for step in project.log.steps if step.op == "new-source")
    assert renewal.splices[0].side is Side.SOURCE
