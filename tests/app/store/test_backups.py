from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.store import Backup, DamagedError, InUseError, Store, back_up, backups, restore
from app.store.backups import PAUSE, RECENT, folder_of, thinned
from app.store.verifying import verify
from tests.app.article.stories import state
from tests.app.store.conftest import new_desk

NOON = datetime(2026, 3, 29, 12, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(days=-800), timedelta(days=5000)).map(lambda distance: NOON + distance)
TIMES = st.lists(MOMENTS, max_size=60, unique=True)


def of(times):
    return [Backup(Path(str(time)), time, "project", number) for number, time in enumerate(times)]


def test_a_backup_holds_what_was_saved(desk):
    desk.store.record(desk.article.note(1, "wichtig"))

    backup = back_up(desk.store, now=NOON)

    assert verify(backup.path) == []
    store, project = Store.open(backup.path, read_only=True)
    assert state(project.article(1)) == state(desk.article)
    store.close()
    assert backups(desk.path) == [backup]


def test_nothing_new_makes_no_backup(desk):
    back_up(desk.store, now=NOON)

    assert back_up(desk.store, now=NOON + timedelta(hours=5)) is None


def test_a_backup_waits_until_half_an_hour_has_passed(desk):
    back_up(desk.store, now=NOON)
    desk.store.record(desk.article.note(1, "wichtig"))

    assert back_up(desk.store, after=PAUSE, now=NOON + PAUSE / 2) is None
    assert back_up(desk.store, after=PAUSE, now=NOON + PAUSE)


def test_a_new_project_under_the_name_of_an_old_one_has_its_own_backup(desk):
    back_up(desk.store, now=NOON)
    desk.store.close()
    desk.path.unlink()
    _, store, _, _ = new_desk(desk.path, lambda below: below - 1)

    second = back_up(store, now=NOON + timedelta(minutes=1))

    assert second is not None
    assert len(backups(desk.path)) == 2
    store.close()


def test_projects_of_one_name_have_backups_of_their_own(tmp_path):
    assert folder_of(tmp_path / "a" / "story.gegenlesen") != folder_of(tmp_path / "b" / "story.gegenlesen")


def test_a_foreign_file_among_the_backups_is_left_alone(desk):
    back_up(desk.store, now=NOON)
    (folder_of(desk.path) / "mine.gegenlesen").write_text("mine", encoding="utf-8")

    assert len(backups(desk.path)) == 1


def test_a_restored_backup_takes_the_place_of_the_project_which_is_kept(desk):
    backup = back_up(desk.store, now=NOON)
    then = state(desk.article)
    desk.store.record(desk.article.note(1, "später"))
    desk.store.close()

    kept = restore(backup, desk.path)

    store, project = Store.open(desk.path)
    assert state(project.article(1)) == then
    store.close()
    store, project = Store.open(kept)
    assert state(project.article(1)) == state(desk.article)
    store.close()


def test_a_project_that_is_gone_comes_back_from_its_backup(desk):
    backup = back_up(desk.store, now=NOON)
    desk.store.close()
    desk.path.unlink()

    assert restore(backup, desk.path) is None

    assert verify(desk.path) == []


def test_an_open_project_is_not_replaced(desk):
    backup = back_up(desk.store, now=NOON)

    with pytest.raises(InUseError):
        restore(backup, desk.path)


def test_a_damaged_backup_is_not_restored(desk):
    backup = back_up(desk.store, now=NOON)
    desk.store.close()
    backup.path.write_bytes(backup.path.read_bytes()[:-700])
    before = desk.path.read_bytes()

    with pytest.raises(DamagedError):
        restore(backup, desk.path)

    assert desk.path.read_bytes() == before


def test_a_backup_that_cannot_be_made_is_said_to_be(desk, monkeypatch, tmp_path):
    monkeypatch.setenv("GEGENLESEN_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "data").mkdir(parents=True)
    (tmp_path / "home" / "data" / "backups").write_text("a file in the way", encoding="utf-8")

    with pytest.raises(UserError, match="backups"):
        back_up(desk.store)


@given(TIMES, MOMENTS)
def test_recent_backups_stay_whatever_the_clock_does(times, now):
    gone = thinned(of(times), now)

    assert all(backup.time <= now - RECENT for backup in gone)
    assert len(of(times)) == 0 or max(times) not in {backup.time for backup in gone}


@given(TIMES)
def test_thinning_what_was_thinned_takes_nothing_more(times):
    now = NOON + timedelta(days=3000)
    found = of(times)
    gone = thinned(found, now)

    assert thinned([backup for backup in found if backup not in gone], now) == []


def test_a_year_of_work_leaves_one_a_day_a_week_and_a_month():
    hourly = [NOON - timedelta(hours=hours) for hours in range(24 * 400)]

    left = set(hourly) - {backup.time for backup in thinned(of(hourly), NOON)}

    old = [time for time in left if time <= NOON - RECENT]
    assert len(left) - len(old) == 48
    assert 20 <= len(old) <= 12 + 10 + 9
    assert min(left) < NOON - timedelta(days=240)
