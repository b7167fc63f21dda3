"""A batch becomes a project whose queue opens at once."""

import json

import pytest

from app import batch
from app.article import Article
from app.batch.filling import NAME
from app.batch.task import Setting
from app.cli import main
from app.errors import Cancelled
from app.review import cache
from app.review.queue import queue
from app.store import Store
from app.store.verifying import verify
from app.style import Profile
from tests.app.batch.lines import lines
from tests.app.review.day import day, write_folder


def opened(path):
    store, project = Store.open(path, read_only=True)
    found = cache.known(project, store)
    store.close()
    return project, found


def input_of(tmp_path, *texts):
    (tmp_path / "pairs.jsonl").write_text("\n".join(texts), encoding="utf-8")
    return batch.read_input(tmp_path / "pairs.jsonl")


def test_every_pair_is_an_article_that_was_checked(tmp_path):
    path = tmp_path / "day.gegenlesen"
    done = batch.fill(input_of(tmp_path, *lines(14)), path, Setting(), 2)
    assert (done.added, done.there, done.unread) == (14, 0, ())
    project, found = opened(path)
    assert set(found) == {article.id for article in project.articles}
    assert queue(project, found)[0].criticals == 2
    assert verify(path) == []


def test_title_feed_and_engine_come_along(tmp_path):
    pair = json.loads(lines(1)[0]) | {"title": "Fähre", "feed": "north", "engine": "x", "other": "y"}
    batch.fill(input_of(tmp_path, json.dumps(pair)), tmp_path / "p.gegenlesen", Setting(), 1)
    (article,) = opened(tmp_path / "p.gegenlesen")[0].articles
    assert (article.title, article.fields) == ("Fähre", {"feed": "north", "engine": "x", NAME: "001"})


def test_a_second_run_adds_what_is_missing_and_nothing_twice(tmp_path):
    path = tmp_path / "p.gegenlesen"
    batch.fill(input_of(tmp_path, *lines(3)), path, Setting(), 1)
    done = batch.fill(input_of(tmp_path, *lines(5), "nonsense"), path, Setting(), 1)
    assert (done.added, done.there, len(done.unread)) == (2, 3, 1)
    assert [article.fields[NAME] for article in opened(path)[0].articles] == ["001", "002", "003", "004", "005"]


def test_an_interrupted_run_goes_on(tmp_path, monkeypatch):
    path = tmp_path / "p.gegenlesen"

    def stop(done, _total):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        batch.fill(input_of(tmp_path, *lines(4)), path, Setting(), 1, stop)
    with monkeypatch.context() as patched:
        patched.setattr(Article, "set_fields", lambda *_: (_ for _ in ()).throw(Cancelled))
        with pytest.raises(Cancelled):
            batch.fill(input_of(tmp_path, *lines(4)), path, Setting(), 1)
    assert NAME not in opened(path)[0].articles[2].fields
    done = batch.fill(input_of(tmp_path, *lines(4)), path, Setting(), 1)
    assert (done.added, done.there) == (2, 2)
    assert [article.fields[NAME] for article in opened(path)[0].articles] == ["001", "002", "003", "004"]


def test_the_profile_is_the_projects_from_then_on(tmp_path):
    path = tmp_path / "p.gegenlesen"
    off = Profile(off=frozenset({"artefact.preamble"}))
    batch.fill(input_of(tmp_path, lines(3)[2]), path, Setting(profile=off), 1)
    project, found = opened(path)
    assert project.profile == off
    assert all(finding.check != "artefact.preamble" for finding in found[1])


def test_a_folder_fills_a_project_from_the_command_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    write_folder(tmp_path / "day", day(4))
    (tmp_path / "day" / "alone.en.txt").write_text("Alone.", encoding="utf-8")
    path = tmp_path / "day.gegenlesen"
    assert main(["check", "--batch", str(tmp_path / "day"), "--project", str(path), "--jobs", "1"]) == 0
    said = capsys.readouterr()
    assert "4 articles added" in said.out
    assert "alone.en.txt" in said.err
    project, found = opened(path)
    assert len(project.articles) == len(found) == 4


def test_a_batch_says_where_it_goes_once(tmp_path, capsys):
    for more in ([], ["--out", "a", "--project", "b"]):
        with pytest.raises(SystemExit) as ended:
            main(["check", "--batch", str(tmp_path), *more])
        assert ended.value.code == 2
    assert "--project" in capsys.readouterr().err
