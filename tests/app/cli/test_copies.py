"""The commands on copies and versions of a project: `backups`, `renew`, `take-in`, `combine`, `purge`."""

import shutil

import pytest

from app.cli import main
from app.store import Store, back_up
from app.store.verifying import verify
from tests.app.article.test_standing import ENGLISH, GERMAN


@pytest.fixture(autouse=True)
def english_words(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def project(tmp_path, capsys):
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "de.txt").write_text(GERMAN, encoding="utf-8")
    path = tmp_path / "p.gegenlesen"
    assert main(["create", str(tmp_path / "en.txt"), str(tmp_path / "de.txt"), "-o", str(path)]) == 0
    capsys.readouterr()
    return path


def edited(path, unit, text, who="Ida"):
    store, project = Store.open(path)
    project.log.who = who
    store.record(project.articles[0].edit(unit, text))
    back_up(store)
    store.close()


def shown(path):
    store, project = Store.open(path, read_only=True)
    store.close()
    return project


def test_backups_are_listed_compared_and_restored(project, capsys):
    edited(project, 5, "Der Bürgermeister wartet.")
    edited(project, 5, "Der Bürgermeister hofft noch.")

    assert main(["backups", str(project)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["1", "2"]
    assert main(["backups", str(project), "--changes", "2"]) == 0
    out = capsys.readouterr().out
    assert "- Der Bürgermeister wartet." in out
    assert "+ Der Bürgermeister hofft noch." in out
    assert main(["backups", str(project), "--restore", "2"]) == 0
    assert "was kept as" in capsys.readouterr().out
    assert shown(project).articles[0].unit(5).target.plain == "Der Bürgermeister wartet."
    assert main(["backups", str(project), "--restore", "9"]) == 2


def test_a_new_source_is_taken_in_and_says_what_changed(project, tmp_path, capsys):
    (tmp_path / "new.txt").write_text(ENGLISH.replace("wheat", "rye"), encoding="utf-8")

    assert main(["renew", str(project), "--source", str(tmp_path / "new.txt")]) == 0

    out = capsys.readouterr().out
    assert "- The owner blamed the price of wheat.\n  + The owner blamed the price of rye.\n1 row" in out
    assert verify(project) == []


def test_a_corrected_copy_is_listed_and_then_taken_in(project, tmp_path, capsys):
    (tmp_path / "copy.txt").write_text(GERMAN.replace("hofft auf", "wartet auf"), encoding="utf-8")
    command = ["take-in", str(project), str(tmp_path / "copy.txt")]

    assert main(command) == 0
    assert "1 correction" in capsys.readouterr().out
    assert shown(project).log.revision == 1
    assert main([*command, "--by", "Kim"]) == 0

    last = shown(project).log.steps[-1]
    assert (last.who, last.op) == ("Kim", "edit")


def test_two_copies_are_combined(project, tmp_path, capsys):
    copy = shutil.copy(project, tmp_path / "copy.gegenlesen")
    edited(copy, 5, "Der Bürgermeister wartet.", "Kim")
    edited(copy, 3, "Vierzig Leute.", "Kim")
    edited(project, 5, "Der Bürgermeister schweigt.")

    assert main(["combine", str(project), str(copy)]) == 1
    out = capsys.readouterr().out
    assert "< Der Bürgermeister schweigt.\n  > Der Bürgermeister wartet.  (Kim)" in out
    assert "1 step came in" in out
    assert main(["combine", str(project), str(copy), "--take-theirs"]) == 0
    assert shown(project).articles[0].unit(5).target.plain == "Der Bürgermeister wartet."
    assert verify(project) == []


def test_an_article_is_purged_only_when_someone_says_yes(project, capsys):
    assert main(["purge", str(project)]) == 2
    assert b"B\xc3\xbcrgermeister" in project.read_bytes()

    assert main(["purge", str(project), "--yes"]) == 0

    assert b"B\xc3\xbcrgermeister" not in project.read_bytes()
    assert shown(project).articles == []


def test_a_project_in_use_is_said_to_be(project, capsys):
    store, _ = Store.open(project)

    assert main(["purge", str(project), "--yes"]) == 2
    assert main(["backups", str(project), "--restore", "1"]) == 2
    assert main(["combine", str(project), str(project)]) == 2

    assert "open in another window" in capsys.readouterr().err
    store.close()
