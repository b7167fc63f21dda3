"""Processes that work for the program: none outlives it."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait


def pool(jobs: int, prepare: Callable[..., object] | None = None, *given: object) -> ProcessPoolExecutor:
    """A pool of so many fresh processes, which end when the one that made them does, however it does.

    Each calls `prepare` with what is `given` before its first question; where that raises, the pool is broken.
    """
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (prepare, given))


def _begin(prepare: Callable[..., object] | None, given: tuple[object, ...]) -> None:
    end_with_parent()
    if prepare is not None:
        prepare(*given)


def end_with_parent() -> None:
    """Let this process end as soon as its parent has; to be called in the process.

    The workers of a pool wait for their next question on a semaphore, which does not tell that nobody is left to ask: a program that
    is killed would leave them behind, with its files open.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), name="end-with-parent", daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
