"""Many pairs on two processes against one, as a ratio in the same run."""

import json
import os
import time

import pytest

from app.batch.checking import CHECK
from app.batch.running import on_processes
from app.batch.task import Setting
from tests.app.review.day import day

PAIRS = 600
"""Enough that starting two processes, about a second, is a small part."""


def _lines():
    return [json.dumps({"id": piece.name, "source_text": piece.english, "target_text": piece.german}) for piece in day(PAIRS)]


def _measured(jobs):
    """Seconds on the clock, and of all processors together, of a batch that begins with new processes."""
    before, began = os.times(), time.perf_counter()
    assert len(list(on_processes(CHECK, _lines(), Setting(), jobs))) == PAIRS
    after = os.times()
    return time.perf_counter() - began, sum(after[:4]) - sum(before[:4])


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs two processors")
def test_two_processes_against_one(benchmark):
    """The clock's ratio holds on an idle computer; the processors' ratio, what the work itself costs, holds on a busy one, too."""
    one = _measured(1)
    two = benchmark.pedantic(_measured, (2,), rounds=1)
    benchmark.extra_info["ratio on the clock"] = round(one[0] / two[0], 2)
    benchmark.extra_info["ratio without waiting for processors"] = round(2 * one[1] / two[1], 2)
    benchmark.extra_info["pairs a second on one"] = round(PAIRS / one[0])
