"""Any file into a project, and out again in the form in which it came."""

import json
from importlib import resources

import pytest

from app.cli import main
from app.store import Store

SAMPLE = resources.files("resources") / "sample"
LINES = b'{"source": "The bridge is closed.", "target": "Die Br\xc3\xbccke ist zu."}\n{"source": "Rain fell.", "target": ""}\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "a.jsonl").write_bytes(LINES)
    return tmp_path


def taken_in(folder, *files):
    project = folder / "p.gegenlesen"
    assert main(["import", *map(str, files), "-o", str(project)]) == 0
    return project


def test_an_aligned_file_keeps_its_rows_and_goes_back_as_it_came(folder, capsys):
    project = taken_in(folder, folder / "a.jsonl")
    assert "2 rows" in capsys.readouterr().out
    assert main(["verify", str(project)]) == 0
    assert main(["export", str(project), "--to", "same", "-o", str(folder / "b.jsonl")]) == 0
    assert (folder / "b.jsonl").read_bytes() == LINES


def test_a_pair_can_leave_as_segments(folder):
    project = taken_in(folder, SAMPLE / "story.en.txt", SAMPLE / "story.de.txt")
    main(["export", str(project), "--to", "jsonl", "--accept", "test", "-o", str(folder / "b.jsonl")])
    first = json.loads((folder / "b.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["imported"] == first["corrected"]


def test_a_lone_story_becomes_an_article_whose_translation_is_to_come(folder):
    project = taken_in(folder, SAMPLE / "story.en.txt")
    file, content = Store.open(project, read_only=True)
    file.close()
    (article,) = content.articles
    assert article.source.language == "en"
    assert len(article.units) > 5
    assert not any(unit.target.plain or unit.imported for unit in article.units)


def test_what_cannot_be_read_ends_with_2_and_one_sentence_and_leaves_no_project(folder, capsys):
    (folder / "bad.jsonl").write_bytes(b"[1]\n")
    for name in ("bad.jsonl", "gone.jsonl", "picture.png"):
        assert main(["import", str(folder / name), "-o", str(folder / "p.gegenlesen")]) == 2
        error = capsys.readouterr().err
        assert name in error
        assert error.count("\n") == 1
    assert not (folder / "p.gegenlesen").exists()


def test_the_stories_of_one_file_are_articles_and_go_back_together(folder):
    from tests.app.formats.xliff.samples import TWO

    (folder / "two.xlf").write_bytes(TWO)
    project = taken_in(folder, folder / "two.xlf")
    file, content = Store.open(project)
    first, second = content.articles
    file.record(first.edit(1, "Zu."))
    file.record(second.edit(1, "Zweite Geschichte."))
    file.close()
    assert main(["export", str(project), "--article", "2", "--to", "same", "--accept", "test", "-o", str(folder / "back.xlf")]) == 0
    back = (folder / "back.xlf").read_bytes()
    assert b"<target>Zu.</target>" in back
    assert b"<target>Zweite Geschichte.</target>" in back


def test_a_table_of_two_languages_is_told_from_a_story(folder):
    from tests.app.formats.test_docx_table import document

    (folder / "table.docx").write_bytes(document())
    project = taken_in(folder, folder / "table.docx")
    assert main(["export", str(project), "--to", "same", "--accept", "test", "-o", str(folder / "back.docx")]) == 0
    assert (folder / "back.docx").read_bytes() == (folder / "table.docx").read_bytes()
