"""Two copies of a project file brought together, on the disk."""

import shutil

import pytest

from app.article.combining import decide
from app.errors import UserError
from app.formats import read_text
from app.model import Side
from app.pipeline import from_text, keep
from app.store import Original, Store
from app.store.combining import combined
from app.store.verifying import verify
from tests.app.article.stories import state


@pytest.fixture
def copies(desk, tmp_path):
    desk.store.close()
    other = tmp_path / "story (Kim).gegenlesen"
    shutil.copy(desk.path, other)
    return desk.path, other


def opened(path, who):
    store, project = Store.open(path)
    project.log.who = who
    return store, project


def test_what_was_done_in_both_files_is_in_the_first(copies):
    mine, theirs = copies
    store, project = opened(theirs, "Kim")
    unit = project.article(1).units[-1].id
    store.record(project.article(1).edit(unit, "Von Kim."))
    added = keep(project, store, from_text("Fire. One dead.", "en"), from_text("Brand. Ein Toter.", "de"))
    document = read_text("Fire. Two dead.", "en").document
    store.keep(Original(document, "neu.txt", b"Fire. Two dead."))
    store.record(added.renew(Side.SOURCE, document))
    store.close()
    store, project = opened(mine, "Ida")
    store.record(project.article(1).note(1, "von Ida"))

    combination = combined(store, project, theirs)

    assert not combination.conflicts
    store.close()
    store, read = Store.open(mine)
    assert [state(article) for article in read.articles] == [state(article) for article in project.articles]
    assert read.article(1).unit(unit).target.plain == "Von Kim."
    assert read.article(2).source.text.plain == "Fire. Two dead."
    assert store.original(read.article(2).source.digest).data == b"Fire. Two dead."
    assert {step.who for step in read.log.steps} == {"Ida", "Kim"}
    store.close()
    assert verify(mine) == []


def test_a_decision_is_kept(copies):
    mine, theirs = copies
    for path, who in ((theirs, "Kim"), (mine, "Ida")):
        store, project = opened(path, who)
        unit = project.article(1).units[-1].id
        store.record(project.article(1).edit(unit, f"Von {who}."))
        store.close()
    store, project = opened(mine, "Ida")
    (conflict,) = combined(store, project, theirs).conflicts

    store.record(decide(project.article(1), conflict))
    store.close()

    store, project = Store.open(mine)
    assert project.article(1).unit(unit).target.plain == "Von Kim."
    store.close()
    assert verify(mine) == []


def test_another_project_is_not_combined(desk, tmp_path):
    other = Store.create(tmp_path / "other.gegenlesen")
    other.close()

    with pytest.raises(UserError, match="another project"):
        combined(desk.store, desk.project, other.path)
