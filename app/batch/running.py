"""Working off lines on processes of this computer or on a cluster: results come in the order of the lines, each once."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any

from app import workers
from app.batch.task import Setting, Task, chunks, work_off

CHUNK = 4
"""Lines handed over in one go: enough that handing over costs nothing beside the work, few enough that no process waits at the end."""

IN_FLIGHT = 4
"""Chunks handed out ahead for each process: enough to keep it busy, few enough to hold little in memory."""


def run(task: Task, lines: Iterable[str], setting: Setting, jobs: int | None = None, scheduler: str | None = None) -> Iterator[Any]:
    """The results of all lines in their order.

    `jobs` processes work on them (default: one for each processor), or the workers of a Dask cluster at the address
    `scheduler`. Raises UserError when the cluster cannot be used; then the results so far have been given out.
    """
    if scheduler is not None:
        from app.batch.cluster import on_cluster

        return on_cluster(task, lines, setting, scheduler)
    jobs = jobs or os.cpu_count() or 1
    return on_processes(task, lines, setting, jobs) if jobs > 1 else _here(task, lines, setting)


def _here(task: Task, lines: Iterable[str], setting: Setting) -> Iterator[Any]:
    for line in lines:
        yield from work_off(task, (line,), setting)


def on_processes(task: Task, lines: Iterable[str], setting: Setting, jobs: int) -> Iterator[Any]:
    """As `run`; when a process ends, what was under way is worked off line by line, and a line that ends it again is lost."""
    waiting = chunks(lines, CHUNK)
    under_way: deque[tuple[tuple[str, ...], Future[list[Any]]]] = deque()
    pool = workers.pool(jobs)
    try:
        while True:
            for chunk in islice(waiting, jobs * IN_FLIGHT - len(under_way)):
                under_way.append((chunk, pool.submit(work_off, task, chunk, setting)))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=True, cancel_futures=True)
                for unfinished in (chunk, *(each for each, _future in under_way)):
                    yield from _one_by_one(task, unfinished, setting)
                under_way.clear()
                pool = workers.pool(jobs)
                continue
            yield from results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _one_by_one(task: Task, lines: Sequence[str], setting: Setting) -> Iterator[Any]:
    pool = workers.pool(1)
    try:
        for line in lines:
            try:
                yield from pool.submit(work_off, task, (line,), setting).result()
            except BrokenProcessPool:
                pool.shutdown(wait=True)
                yield task.lost(line)
                pool = workers.pool(1)
    finally:
        pool.shutdown(wait=True)
