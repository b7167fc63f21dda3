"""Processes and clusters: every result once, in order, whoever dies on the way."""

import json
import sys

import pytest

from app import batch, checks
from app.batch import cluster
from app.batch.pairs import carried
from app.batch.running import run
from app.batch.task import Setting
from app.errors import UserError
from app.i18n import use_language
from tests.app.batch.lines import DEADLY, DEADLY_ONCE, SLOW, lines, small


@pytest.fixture(scope="module")
def cluster_of_two(tmp_path_factory):
    """A scheduler and two workers, each a process of its own on this computer."""
    pytest.importorskip("distributed")
    from tests.campaigns.clusters import cluster_of

    with cluster_of(2, tmp_path_factory.mktemp("cluster")) as found:
        yield found


def test_two_processes_give_what_one_gives_in_the_language_asked_for():
    use_language("de")
    bad = ['{"id": "half"}', "nothing"]
    setting = Setting(language="de")
    given = list(batch.check_lines([*lines(6), *bad], setting, 2))
    assert given == list(batch.check_lines([*lines(6), *bad], setting, 1))
    assert "Zeile" in given[-1]["error"]
    assert [record["id"] for record in given] == ["001", "002", "003", "004", "005", "006", "half", None]


def test_a_process_that_ends_once_costs_nothing(tmp_path):
    assert list(run(DEADLY_ONCE, small(40), Setting(folder=tmp_path), 2)) == list(range(40))


def test_a_line_that_ends_its_process_is_lost_alone():
    expected = [("lost", number) if number % 7 == 3 else number for number in range(12)]
    assert list(run(DEADLY, small(12), Setting(), 2)) == expected


def test_results_are_asked_for_as_they_are_needed():
    asked = []

    def told():
        for line in small(1000):
            asked.append(line)
            yield line

    results = run(SLOW, told(), Setting(), 2)
    assert next(results) == 0
    assert len(asked) < 100
    results.close()


def test_a_cluster_gives_what_one_process_gives(cluster_of_two, tmp_path):
    address = cluster_of_two.address
    (tmp_path / "a.en.txt").write_text("Gate nine was closed on Monday.", encoding="utf-8")
    (tmp_path / "a.de.txt").write_text("Tor neun wurde am Montag geschlossen.", encoding="utf-8")
    by_path = [
        json.dumps({"id": "path", "source": "a.en.txt", "target": "a.de.txt"}),
        json.dumps({"id": "gone", "source": "no", "target": "no"}),
    ]
    setting = Setting(folder=tmp_path)
    given = list(batch.check_lines([*lines(5), *by_path], setting, scheduler=address))
    assert given == list(batch.check_lines([*lines(5), *by_path], setting, 1))


def test_a_killed_worker_loses_nothing_and_doubles_nothing(cluster_of_two):
    address = cluster_of_two.address
    results = batch.check_lines(small(150), Setting(), scheduler=address)
    given = [next(results) for _ in range(10)]
    cluster_of_two.workers[0].kill()
    given += results
    assert given == list(batch.check_lines(small(150), Setting(), 1))
    cluster_of_two.add_worker()


def test_a_batch_fills_a_project_from_a_cluster(cluster_of_two, tmp_path):
    address = cluster_of_two.address
    (tmp_path / "pairs.jsonl").write_text("\n".join(lines(3)), encoding="utf-8")
    done = batch.fill(batch.read_input(tmp_path / "pairs.jsonl"), tmp_path / "p.gegenlesen", Setting(), scheduler=address)
    assert (done.added, done.there, done.unread) == (3, 0, ())


def test_workers_with_other_checks_are_refused(cluster_of_two, monkeypatch):
    monkeypatch.setattr(checks, "ENGINE", checks.ENGINE + 1)
    with pytest.raises(UserError, match="another version"):
        list(batch.check_lines(small(1), Setting(), scheduler=cluster_of_two.address))


@pytest.mark.parametrize("address", ["tcp://192.0.2.7:8786", "ws://127.0.0.1:1", "example.org:8786", ""])
def test_unpublished_text_goes_nowhere_in_the_clear(address):
    with pytest.raises(UserError, match="not encrypted"):
        list(batch.check_lines(small(1), Setting(), scheduler=address))


def test_a_cluster_that_is_not_there_is_one_sentence(monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    pytest.importorskip("distributed")
    with pytest.raises(UserError, match="cannot be reached"):
        list(batch.check_lines(small(1), Setting(), scheduler="tcp://127.0.0.1:1"))


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UserError, match=r"gegenlesen\[cluster\]"):
        list(batch.check_lines(small(1), Setting(), scheduler="tcp://127.0.0.1:1"))


def test_a_pair_travels_with_its_files(tmp_path):
    (tmp_path / "a.txt").write_text("One.", encoding="utf-8")
    line = json.dumps({"id": 1, "source": "a.txt", "target": "a.txt"})
    assert "same file" in batch.check_line(carried(line, tmp_path), Setting())["error"]
    for other in ("nothing", '{"id": 1}', small(1)[0]):
        assert carried(other, tmp_path) == other
    assert "cannot be read" in batch.check_line('{"id": 1, "source": "a", "target": "b", "source_data": "*"}', Setting())["error"]
