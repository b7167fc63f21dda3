from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from app.article import Article, Log, Project
from app.store import Original, Store
from tests.app.article.stories import story


class Desk(NamedTuple):
    """An open project file with one article."""

    path: Path
    store: Store
    project: Project
    article: Article


def new_desk(path, choose):
    source, target, units = story(choose)
    project = Project(Log(who="Ida"))
    article, step = project.add("Story", source, target, units)
    store = Store.create(path)
    store.add(step, Original(source, "story.txt", source.text.plain.encode()), Original(target, "geschichte.html", b"<p>\0\xff"), units)
    return Desk(path, store, project, article)


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "story.gegenlesen", Random(3).randrange)
    yield desk
    desk.store.close()


@pytest.fixture
def closed(desk):
    """The path of a sound project file that nobody has open."""
    desk.store.record(desk.article.edit(desk.article.units[0].id, "Ein neuer Satz."))
    desk.store.draft(1, desk.article.units[1].id, "Halb getipp")
    desk.store.close()
    return desk.path
