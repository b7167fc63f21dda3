"""Every released version's file can be opened for ever. `tests/data/projects` holds one real file of each."""

import shutil
from pathlib import Path

import pytest

from app.store import Store, verify
from app.store.schema import VERSION
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
    assert [step.who for step in project.log.steps] == ["Ida Lorenz"] * 14
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
