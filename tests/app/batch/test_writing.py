"""A batch goes on where it was interrupted."""

import json

import pytest

from app import batch
from app.batch.task import Setting
from app.errors import Cancelled
from app.style import Profile
from tests.app.batch.lines import small


@pytest.fixture
def pairs(tmp_path):
    (tmp_path / "pairs.jsonl").write_text("\n".join(small(8)), encoding="utf-8")
    return batch.read_input(tmp_path / "pairs.jsonl")


def interrupted(pairs, out, after):
    def stop(done, _total):
        if done == after:
            raise Cancelled

    with pytest.raises(Cancelled):
        batch.check_file(pairs, out, 1, stop)


def counted(pairs, out, **more):
    """How many pairs a run works on."""
    numbers = []
    batch.check_file(pairs, out, 1, lambda done, _total: numbers.append(done), **more)
    return len(numbers)


def test_no_pair_is_done_twice(pairs, tmp_path):
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    interrupted(pairs, out, 3)
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3
    assert counted(pairs, out) == 5
    batch.check_file(pairs, whole, 1)
    assert out.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "pairs.jsonl", "whole.jsonl"]


@pytest.mark.parametrize("tail", ["", '{"id": 3, "sch', "\0\0\0\0", '{"id": 7}\n', "[]\n"])
def test_half_a_record_is_done_again(pairs, tmp_path, tail):
    out = tmp_path / "out.jsonl"
    interrupted(pairs, out, 3)
    with out.open("a", encoding="utf-8") as stream:
        stream.write(tail)
    assert counted(pairs, out) == 5
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == list(range(8))


def test_another_batch_profile_or_language_begins_anew(pairs, tmp_path):
    out = tmp_path / "out.jsonl"
    for more in ({"setting": Setting(language="de")}, {"setting": Setting(profile=Profile(off=frozenset({"fact.number"})))}):
        interrupted(pairs, out, 3)
        assert counted(pairs, out, **more) == 8
    interrupted(pairs, out, 3)
    (tmp_path / "pairs.jsonl").write_text("\n".join(small(7)), encoding="utf-8")
    assert counted(batch.read_input(tmp_path / "pairs.jsonl"), out) == 7


def test_a_finished_batch_is_done_again_when_asked_for(pairs, tmp_path):
    out = tmp_path / "out.jsonl"
    assert [counted(pairs, out) for _ in range(2)] == [8, 8]


def test_the_unread_of_the_first_run_count_in_the_second(tmp_path):
    (tmp_path / "pairs.jsonl").write_text("\n".join(["nonsense", *small(4)]), encoding="utf-8")
    pairs = batch.read_input(tmp_path / "pairs.jsonl")
    interrupted(pairs, tmp_path / "out.jsonl", 2)
    assert batch.check_file(pairs, tmp_path / "out.jsonl", 1) == 1
