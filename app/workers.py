"""Processes that work for the program: none outlives it."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def pool(jobs: int) -> ProcessPoolExecutor:
    """A pool of so many fresh processes, which end when the one that made them does, however it does."""
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), end_with_parent)


class EndedError(Exception):
    """There is no process any more that could answer."""


class Worker:
    """A process of its own that answers questions one after the other: it begins with the first one and ends at `end`.

    It calls `prepare` with what is `given` before its first answer. Where that raises, or a question does, it ends.
    """

    def __init__(self, prepare: Callable[..., object], *given: object) -> None:
        """Begin nothing yet."""
        self._prepare, self._given = prepare, given
        self._begins = threading.Lock()
        self._begun: tuple[SpawnProcess, Connection] | None = None
        self._ended = False

    def ask(self, question: Callable[[Asked], Answer], asked: Asked) -> Answer:
        """What a question answers there; not to be called by two threads at once. Raises EndedError, also when `end` comes in between."""
        try:
            pipe = self._pipe()
            pipe.send((question, asked))
            answer: Answer = pipe.recv()
        except (EOFError, OSError) as error:
            raise EndedError from error
        return answer

    def end(self) -> None:
        """End the process at once, whatever it is doing; may be called from any thread."""
        with self._begins:
            self._ended = True
            if self._begun is not None:
                process, _pipe = self._begun
                process.kill()
                process.join()

    def _pipe(self) -> Connection:
        with self._begins:
            if self._ended:
                raise EndedError
            if self._begun is None:
                context = multiprocessing.get_context("spawn")
                here, there = context.Pipe()
                process = context.Process(target=_serve, args=(there, self._prepare, *self._given), name="worker", daemon=True)
                process.start()
                there.close()  # so that the end of the process is the end of the pipe
                self._begun = process, here
            return self._begun[1]


def _serve(pipe: Connection, prepare: Callable[..., object], *given: object) -> None:
    end_with_parent()
    prepare(*given)
    while True:
        try:
            question, asked = pipe.recv()
        except (EOFError, OSError):
            return
        answer = question(asked)
        try:
            pipe.send(answer)
        except OSError:
            return  # who asked has gone, and a traceback would tell nobody anything


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
