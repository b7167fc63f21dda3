"""Many pairs: one line in, one line out, whatever a line holds."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from app import batch, pipeline
from app.batch.checking import check_pair
from app.errors import UserError
from app.style import Profile, Term

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parents[3] / "resources/schemas/check-1.json").read_text(encoding="utf-8")))
PAIR = {
    "id": "bridge",
    "source_text": "Bridge closed\n\nThe bridge over the Ashwater was closed on Monday. It will open again in May.",
    "target_text": "Brücke gesperrt\n\nDie Brücke über den Ashwater wurde am Montag gesperrt. Sie wird im Mai wieder geöffnet.",
}


def run(tmp_path, *pairs, jobs=1):
    (tmp_path / "pairs.jsonl").write_text("\n".join(p if isinstance(p, str) else json.dumps(p) for p in pairs), encoding="utf-8")
    unread = batch.check_file(batch.read_input(tmp_path / "pairs.jsonl"), tmp_path / "results.jsonl", jobs)
    return unread, [json.loads(line) for line in (tmp_path / "results.jsonl").read_text(encoding="utf-8").split("\n") if line]


def test_every_result_is_of_the_schema(tmp_path):
    unread, results = run(tmp_path, PAIR)
    assert unread == 0
    SCHEMA.validate(results[0])


def test_offsets_point_into_the_texts_as_they_were_given(tmp_path):
    _, (result,) = run(tmp_path, PAIR)
    spans = [unit["target"] for unit in result["units"]]
    assert [PAIR["target_text"][s["start"] : s["end"]] for s in spans] == [
        "Brücke gesperrt",
        "Die Brücke über den Ashwater wurde am Montag gesperrt.",
        "Sie wird im Mai wieder geöffnet.",
    ]


def test_offsets_survive_windows_line_ends_and_emoji(tmp_path):
    pair = {**PAIR, "target_text": "😀 " + PAIR["target_text"].replace("\n", "\r\n")}
    _, (result,) = run(tmp_path, pair)
    last = result["units"][-1]["target"]
    assert pair["target_text"][last["start"] : last["end"]] == "Sie wird im Mai wieder geöffnet."


def test_a_pair_that_cannot_be_read_gives_a_line_with_its_error_and_the_batch_goes_on(tmp_path):
    unread, results = run(tmp_path, {"id": "gone", "source": "none.txt", "target": "none.de.txt"}, "not json", {"id": "half"}, PAIR)
    assert unread == 3
    assert [result["id"] for result in results] == ["gone", None, "half", "bridge"]
    for result in results:
        SCHEMA.validate(result)


def test_an_id_comes_back_as_it_was_given(tmp_path):
    ids = ["bridge", 7, 2.5, "half \ud83d"]
    _, results = run(tmp_path, *({**PAIR, "id": name} for name in ids))
    assert [result["id"] for result in results] == ids


@pytest.mark.parametrize("name", [None, True, ["bridge"], {"a": 1}, float("nan")])
def test_what_is_no_id_is_one_sentence(tmp_path, name):
    unread, (result,) = run(tmp_path, {**PAIR, "id": name})
    assert unread == 1
    SCHEMA.validate(result)
    assert "“id”" in result["error"]


@pytest.mark.parametrize("line", ["[" * 5000, '{"id": ' + "9" * 5000 + "}", "{" * 5000])
def test_lines_made_to_break_a_parser_are_one_sentence_each(tmp_path, line):
    unread, results = run(tmp_path, line, PAIR)
    assert unread == 1
    SCHEMA.validate(results[0])
    assert results[1]["id"] == "bridge"


def test_a_file_of_pairs_may_begin_with_a_byte_order_mark_and_end_its_lines_as_windows_does(tmp_path):
    unread, results = run(tmp_path, "\ufeff" + json.dumps(PAIR) + "\r", json.dumps(PAIR) + "\r")
    assert unread == 0
    assert len(results) == 2


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", ""])
def test_a_path_that_no_file_can_have_is_one_sentence_and_the_batch_goes_on(tmp_path, name):
    unread, results = run(tmp_path, {"id": 1, "source": name, "target": "b.txt"}, PAIR)
    assert unread == 1
    SCHEMA.validate(results[0])
    assert results[1]["id"] == "bridge"


def test_paths_are_relative_to_the_file_of_pairs(tmp_path):
    (tmp_path / "a.en.txt").write_text(PAIR["source_text"], encoding="utf-8")
    (tmp_path / "a.de.txt").write_text(PAIR["target_text"], encoding="utf-8")
    unread, (result,) = run(tmp_path, {"id": 7, "source": "a.en.txt", "target": "a.de.txt"})
    assert unread == 0
    assert len(result["units"]) == 3


def test_two_processes_give_what_one_gives(tmp_path):
    pairs = [{**PAIR, "id": str(number)} for number in range(5)]
    assert run(tmp_path, *pairs, jobs=2) == run(tmp_path, *pairs, jobs=1)


@pytest.mark.parametrize(
    "texts", [("", ""), ("A title", ""), ("", "Ein Titel"), ("\ud800 odd", "\ufeff\x00 seltsam"), (" \n\n ", "\u2028")]
)
def test_odd_texts_give_a_result_or_one_sentence(tmp_path, texts):
    _, (result,) = run(tmp_path, {"id": "odd", "source_text": texts[0], "target_text": texts[1]})
    SCHEMA.validate(result)


def test_a_missing_file_of_pairs_is_one_sentence(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        batch.read_input(tmp_path / "none.jsonl")


def test_results_that_cannot_be_written_are_one_sentence(tmp_path):
    (tmp_path / "pairs.jsonl").write_text(json.dumps(PAIR), encoding="utf-8")
    with pytest.raises(UserError, match="cannot be written"):
        batch.check_file(batch.read_input(tmp_path / "pairs.jsonl"), tmp_path / "no folder" / "out.jsonl", 1)


def test_the_terms_of_the_profile_tie_rows():
    texts = "The zorbel came. The gribbet left. The flumph stayed.", "Der Grobnik ging. Der Plumperich blieb."
    profile = Profile(terms=(Term("gribbet", ("Grobnik",)), Term("flumph", ("Plumperich",))))

    units = check_pair(pipeline.from_text(texts[0], "en"), pipeline.from_text(texts[1], "de"), "x", profile)["units"]

    assert [unit["source"]["start"] for unit in units if unit["target"] is None] == [0]
