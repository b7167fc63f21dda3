"""Kill the process that saves, at any time, and look what is left: ``python -m tests.campaigns.kills 10000``.

A child corrects a project as fast as it can and writes down, synced, what the store acknowledged; then it is killed with
signal 9. Prints one line of JSON; the exit status is 1 when anything is lost. Needs fork.
"""

import json
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import msgspec

from app.errors import UserError
from app.model import Step
from app.store import Store
from tests.campaigns.work import Draft, begin, changes, lost

ROUNDS = 40
"""Kills after which a new project is begun, so that looking at its whole history stays quick."""

LONGEST = 0.06
"""Seconds that a child lives, at most, after it has begun to save."""


class Oracle:
    """A file that remembers what was acknowledged, one JSON line each, on the disk before the work goes on."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def writer(self):
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

        def told(change: Step | Draft) -> None:
            os.write(handle, msgspec.json.encode(change) + b"\n")
            os.fdatasync(handle)

        return told

    def size(self) -> int:
        return self._path.stat().st_size if self._path.exists() else 0

    def read(self) -> list[Step | Draft]:
        lines = self._path.read_bytes().split(b"\n")[:-1] if self._path.exists() else []
        return [msgspec.json.decode(line, type=Step if b'"splices":' in line else Draft) for line in lines]


def kill(path: Path, oracle: Oracle, random: Random) -> bool:
    """Let a child work and kill it; whether it left a journal to roll back."""
    seed, size = random.randrange(2**32), oracle.size()
    child = os.fork()
    if not child:
        try:
            store, project = Store.open(path)
            for _ in changes(store, project, Random(seed), oracle.writer()):
                pass
        finally:
            os._exit(1)
    deadline = time.monotonic() + 10
    if random.randrange(4):  # else it may die while it opens the file
        while oracle.size() == size and time.monotonic() < deadline:
            time.sleep(0.001)
    time.sleep(random.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0


def main(count: int, seed: int = 1, place: str | None = None) -> int:
    random, begun = Random(seed), time.monotonic()
    acknowledged, hot, wrong = 0, 0, list[list[str]]()
    for start in range(0, count, ROUNDS):
        with tempfile.TemporaryDirectory(dir=place) as name:
            path, oracle = Path(name) / "p.gegenlesen", Oracle(Path(name) / "oracle")
            begin(path, seed + start)
            for _ in range(min(ROUNDS, count - start)):
                hot += kill(path, oracle, random)
                try:
                    found = lost(path, oracle.read())
                except UserError as error:
                    found = [str(error)]
                wrong += [found] if found else []
            acknowledged += len(oracle.read())
    figures = {"kills": count, "acknowledged": acknowledged, "journals": hot, "bad": len(wrong), "examples": wrong[:3]}
    sys.stdout.write(json.dumps({**figures, "s": round(time.monotonic() - begun)}) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
