"""Saving in the background tells the truth."""

import subprocess
import sys
import threading
from collections import deque

import pytest

from app.errors import UserError
from app.store import NotSaved, Saved, Saving, Store, Writer
from app.store.verifying import verify
from tests.app.article.stories import state


class Disk:
    """Work that is refused as often as `refusals` says, and what was done."""

    def __init__(self, refusals=0):
        self.done = []
        self.refusals = refusals

    def save(self, number):
        if self.refusals:
            self.refusals -= 1
            raise UserError("The disk is full.")
        self.done.append(number)


@pytest.fixture
def reports():
    return deque()


@pytest.fixture
def writer(reports):
    writer = Writer(reports.append)
    yield writer
    writer.abandon()


def test_everything_is_saved_in_order(writer):
    disk = Disk()
    for number in range(500):
        writer.add(lambda number=number: disk.save(number))

    writer.flush()

    assert disk.done == list(range(500))
    assert writer.pending == 0


def test_saved_is_said_after_the_last_change_is_on_the_disk(writer, reports):
    disk, said = Disk(), []
    writer.add(lambda: said.append([type(report) for report in reports]))
    writer.add(lambda: disk.save(1))

    writer.close()

    assert said == [[Saving]]
    assert [type(report) for report in reports] == [Saving, Saving, Saved]


def test_a_change_that_could_not_be_saved_is_tried_again_before_those_after_it(writer, reports):
    disk = Disk(refusals=1)
    for number in (1, 2):
        writer.add(lambda number=number: disk.save(number))
    writer.retry()
    while disk.done != [1, 2]:
        writer.retry()

    writer.close()

    assert disk.done == [1, 2]
    assert "The disk is full." in [str(report.error) for report in reports if isinstance(report, NotSaved)]


def test_what_changes_nothing_is_done_although_nothing_can_be_saved(writer):
    disk, found = Disk(refusals=10**9), threading.Event()
    writer.add(lambda: disk.save(1))
    writer.ahead(found.set)

    assert found.wait(20)
    assert len(writer.waiting) == writer.pending == 1


def test_waiting_for_the_disk_says_what_stands_in_the_way(writer):
    disk = Disk(refusals=10**9)
    writer.add(lambda: disk.save(1))

    with pytest.raises(UserError, match="disk is full"):
        writer.flush()

    assert writer.pending == 1


def test_nothing_waits_for_a_thread_that_met_a_fault(writer, reports, monkeypatch):
    met = []
    monkeypatch.setattr(threading, "excepthook", lambda told: met.append(told.exc_type))
    writer.add(lambda: deque().popleft())

    with pytest.raises(UserError, match="fault in the program"):
        writer.flush()

    writer.abandon()
    assert met == [IndexError]
    assert isinstance(reports[-1], NotSaved)


def test_a_project_is_saved_from_another_thread_while_it_is_corrected(desk, writer):
    for number in range(15):
        step = desk.article.note(1, f"Notiz {number}")
        writer.add(lambda step=step: desk.store.record(step))
        writer.add(lambda number=number: desk.store.draft(1, 2, f"{number}"))
    writer.add(desk.store.close)

    writer.close()

    assert verify(desk.path) == []
    store, project = Store.open(desk.path)
    assert state(project.article(1)) == state(desk.article)
    store.close()


def test_a_program_that_ends_without_closing_still_saves_what_is_left(tmp_path):
    program = """
import sys, time
from app.store import Writer
writer = Writer(lambda report: None)
for number in range(3):
    writer.add(lambda: time.sleep(0.05))
writer.add(lambda: open(sys.argv[1], "w").close())
"""
    subprocess.run([sys.executable, "-c", program, tmp_path / "done"], timeout=20, check=True)

    assert (tmp_path / "done").exists()
