"""The worst that can happen, in short: the long forms are commands in `tests/campaigns`."""

import os

import apsw
import pytest

from app.errors import UserError
from app.store import Store
from app.store.verifying import verify
from tests.app.article.stories import state
from tests.campaigns import kills, power_cuts
from tests.campaigns.disks import FailingDisk, under


def test_no_acknowledged_change_is_lost_by_cutting_the_power():
    assert power_cuts.main(200) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign starts its children by fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # from 3.12 on, when other tests left threads
def test_no_acknowledged_change_is_lost_by_killing_the_process():
    assert kills.main(25) == 0


def attempts(disk, error):
    """The numbers of the calls, until none is left to fail."""
    for at in range(1, 1000):
        disk.fail(at, error)
        yield at
        if not disk.failed:
            return


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError, apsw.CantOpenError, apsw.ReadOnlyError])
def test_opening_and_saving_survive_the_failure_of_any_call(closed, error):
    """Whichever call fails: one sentence, nothing half done, and the same step can be saved right after."""
    with under(FailingDisk()) as disk:
        for at in attempts(disk, error):
            done = says_why(closed, lambda at=at: edit(closed, at))
            if done is not None:
                disk.rest()
                assert verify(closed) == []
                store, project = Store.open(closed)
                assert state(project.article(1)) == done
                store.close()
    assert at > 10


def edit(path, number):
    store, project = Store.open(path)
    if store.read_only:
        store.close()
        return None
    article = project.article(1)
    step = article.note(1, f"Versuch {number}")
    if says_why(path, lambda: store.record(step) or "saved") is None:
        store.record(step)
    store.close()
    return state(article)


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError, apsw.CantOpenError])
def test_a_copy_is_made_whole_or_not_at_all(closed, tmp_path, error):
    copy = tmp_path / "copy.gegenlesen"
    with under(FailingDisk()) as disk:
        store, _ = Store.open(closed)
        store.save_copy(copy)
        for _at in attempts(disk, error):
            says_why(copy, lambda: store.save_copy(copy))
            assert {file.name for file in tmp_path.iterdir()} - {f"{closed.name}-journal"} == {closed.name, copy.name}
        store.close()
    assert _at > 3
    assert verify(copy) == []


def says_why(path, act):
    """What `act` returns; None when it says in one sentence, with the name of the file, why not."""
    try:
        return act()
    except UserError as error:
        refusal = str(error)
    assert path.name in refusal
    return None
