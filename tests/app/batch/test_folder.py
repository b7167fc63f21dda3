"""A folder of pairs becomes one project, an article a pair."""

import pytest

from app.cli import main
from app.store import Store

ENGLISH, GERMAN = (
    "The bridge is closed and nobody knows for how long it will be.",
    "Die Brücke ist gesperrt und niemand weiß, für wie lange es ist.",
)


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "ferry.en.txt": ENGLISH,
        "ferry.de.txt": GERMAN,
        "en/bridge.md": ENGLISH,
        "de/bridge.md": GERMAN,
        "one.txt": ENGLISH,
        "broken.en.txt": "\0\1\2",
        "broken.de.txt": GERMAN,
    }.items():
        (tmp_path / "day" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "day" / name).write_text(text, encoding="utf-8")
    return tmp_path / "day"


def test_every_pair_becomes_an_article_and_what_is_left_out_is_said(folder, tmp_path, capsys):
    project = tmp_path / "p.gegenlesen"
    assert main(["import", str(folder), "-o", str(project)]) == 0
    told = capsys.readouterr().out
    assert "one.txt” has no partner" in told
    assert "“broken” was left out: " in told
    store, opened = Store.open(project, read_only=True)
    assert [(article.source.language, article.target.text.plain) for article in opened.articles] == [("en", GERMAN)] * 2
    store.close()


def test_a_folder_without_a_readable_pair_is_one_sentence_and_leaves_no_project(folder, tmp_path, capsys):
    for path in folder.rglob("*"):
        if path.is_file() and "broken" not in path.name:
            path.unlink()
    assert main(["import", str(folder), "-o", str(tmp_path / "p.gegenlesen")]) == 2
    assert "Not one pair" in capsys.readouterr().err
    assert not (tmp_path / "p.gegenlesen").exists()
