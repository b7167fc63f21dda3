"""What a batch is made of: folders of pairs, tables, JSON lines."""

import json

import pytest
from openpyxl import Workbook

from app import batch
from app.errors import UserError
from tests.app.review.day import day

PIECE = day(1)[0]


def folder(tmp_path, **files):
    for name, text in files.items():
        path = tmp_path / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def pairs(found):
    return {(pair["source"], pair["target"]) for pair in map(json.loads, found.lines)}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("story.en.txt", "story.de.txt"),
        ("story_en.txt", "story_de.txt"),
        ("story.en-GB.md", "story.de-AT.html"),
        ("story_en_US.txt", "story_de_DE.txt"),
        ("EN/story.txt", "DE/story.txt"),
        ("english/story.txt", "german/story.txt"),
        ("source/day/story.txt", "target/day/story.txt"),
        ("story.txt", "story.de.txt"),
        ("story.en.txt", "story.txt"),
        ("story original.txt", "story translation.txt"),
        ("a story.txt", "a-story.html"),
    ],
)
def test_files_that_belong_together_are_found_by_their_names(tmp_path, source, target):
    for name, text in ((source, PIECE.english), (target, PIECE.german)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert pairs(batch.read_input(tmp_path)) == {(source, target)}


def test_where_names_say_nothing_the_texts_do(tmp_path):
    (tmp_path / "x.txt").write_text(PIECE.german, encoding="utf-8")
    (tmp_path / "x.md").write_text(PIECE.english, encoding="utf-8")
    assert pairs(batch.read_input(tmp_path)) == {("x.md", "x.txt")}


def test_a_file_without_a_partner_is_named_and_the_rest_is_taken(tmp_path):
    for name in ("a.en.txt", "a.de.txt", "b.en.txt", "c.en.txt", "c.de.txt", "c.de.md", "notes.xlsx", ".hidden.en.txt"):
        (tmp_path / name).write_text(PIECE.english, encoding="utf-8")
    found = batch.read_input(tmp_path)
    assert pairs(found) == {("a.en.txt", "a.de.txt")}
    assert len(found.notes) == 4


def test_a_folder_without_pairs_is_one_sentence(tmp_path):
    with pytest.raises(UserError, match="no pairs"):
        batch.read_input(tmp_path)


@pytest.mark.parametrize(("ending", "delimiter"), [(".csv", ","), (".csv", ";"), (".tsv", "\t")])
def test_a_table_of_text_is_read_with_line_breaks_in_its_cells(tmp_path, ending, delimiter):
    path = tmp_path / f"day{ending}"
    head = delimiter.join(("ID", "English", "Deutsch" if ending == ".tsv" else "German", "Feed")).replace("Deutsch", "Translation")
    quoted = delimiter.join(('"7"', '"' + "One.\n\nTwo, “three”; four." + '"', '"Eins.\n\nZwei."', '"north"'))
    path.write_text(f"{head}\n{quoted}\n\n", encoding="utf-8-sig")
    (line,) = batch.read_input(path).lines
    assert json.loads(line) == {"id": "7", "source_text": "One.\n\nTwo, “three”; four.", "target_text": "Eins.\n\nZwei.", "feed": "north"}


def test_a_workbook_is_read(tmp_path):
    book = Workbook()
    for row in (("source", "target", "engine"), ("One.", "Eins.", "x"), (None, None, None), ("Two.", None, "=1+1")):
        book.active.append(row)
    book.save(tmp_path / "day.xlsx")
    found = [json.loads(line) for line in batch.read_input(tmp_path / "day.xlsx").lines]
    assert [(pair["id"], pair["source_text"], pair["target_text"]) for pair in found] == [("1", "One.", "Eins."), ("3", "Two.", "")]


@pytest.mark.parametrize("data", [b"PK\x03\x04 not a workbook", b"a;b\n1;2\n", b"\xff\xfe\x00", b"\0"])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_what_is_no_table_is_one_sentence(tmp_path, data, ending):
    (tmp_path / f"day{ending}").write_bytes(data)
    with pytest.raises(UserError):
        batch.read_input(tmp_path / f"day{ending}")


def test_a_cell_that_never_ends_is_read_to_the_end(tmp_path):
    (tmp_path / "day.csv").write_bytes(b'source,target\n"un,finished\n')
    (line,) = batch.read_input(tmp_path / "day.csv").lines
    assert json.loads(line)["source_text"] == "un,finished\n"
