"""Copy a project while it is open, as a sync client or a mail program does: ``python -m tests.campaigns.copies 1000``.

Half of the copies are read as one goes while a child saves as fast as it can, half are mixed page by page from before and
after a few saves, which is the worst that reading in the middle can give. Every copy must be whole or be noticed when it is opened.
Prints one line of JSON; the exit status is 1 when a copy
opens with something that never was in the project.
"""

import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from itertools import zip_longest
from pathlib import Path
from random import Random

from app.errors import UserError
from app.store import Store
from app.store.verifying import verify
from tests.campaigns.damage import content
from tests.campaigns.work import begin, changes

PAGE = 4096


def mixed(folder: Path, count: int, seed: int = 1) -> Counter[str]:
    """Copies whose pages are from before or from after some saves."""
    path, copy, random = folder / "p.gegenlesen", folder / "copy.gegenlesen", Random(seed)
    begin(path, seed)
    found: Counter[str] = Counter()
    after = path.read_bytes()
    for _ in range(count):
        store, project = Store.open(path)
        work = changes(store, project, random, lambda change: None)
        for _ in range(1 + random.randrange(3)):
            next(work)
        store.close()
        before, after = after, path.read_bytes()
        copy.write_bytes(b"".join(pages[random.randrange(2)] for pages in zip_longest(_pages(before), _pages(after), fillvalue=b"")))
        found[_outcome(copy)] += 1
    return found


def _pages(data: bytes) -> list[bytes]:
    return [data[at : at + PAGE] for at in range(0, len(data), PAGE)]


def _outcome(copy: Path) -> str:
    try:
        content(copy)
    except UserError:
        return "noticed"
    return "missed" if verify(copy) else "whole"


def taken(folder: Path, count: int, seed: int = 1) -> Counter[str]:
    """Copies read while a child saves."""
    path, copy, random = folder / "q.gegenlesen", folder / "copy.gegenlesen", Random(seed)
    begin(path, seed)
    child = os.fork()
    if not child:
        _save(path, seed)
    time.sleep(0.3)
    found: Counter[str] = Counter()
    try:
        for _ in range(count):
            time.sleep(random.random() * 0.01)
            shutil.copyfile(path, copy)  # this process has no connection to it
            found[_outcome(copy)] += 1
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return found


def _save(path: Path, seed: int) -> None:
    try:
        store, project = Store.open(path)
        for _ in changes(store, project, Random(seed), lambda change: None):
            time.sleep(0.002)
    finally:
        os._exit(1)


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        found = {"mixed": mixed(Path(name), count // 2), "taken": taken(Path(name), count - count // 2)}
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if any(kind["missed"] for kind in found.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
