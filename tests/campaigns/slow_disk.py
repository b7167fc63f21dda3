"""A disk whose every fsync takes 30 ms: ``python -m tests.campaigns.slow_disk 200``.

Steps are handed to the writer as the window does it; what that takes must stay far below what a person notices, whatever the disk
takes to save them. Prints a line of JSON with the milliseconds of handing in and of saving, here and on the slow disk; the exit
status is 1 when the window would wait. Needs Linux and a C compiler.
"""

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from app.store import Store, Writer
from app.store.schema import VERSION
from tests.campaigns import preload

SLOW = 30_000
"""Microseconds that every fsync takes more: a hard disk."""

NOTICED = 16.0
"""Milliseconds that handing in may take at the worst: one picture of a screen."""


def inside(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "p.gegenlesen"
        shutil.copy(Path(__file__).parents[1] / "data" / "projects" / f"version-{VERSION}.gegenlesen", path)
        store, project = Store.open(path)
        writer = Writer(lambda report: None)
        article, waits, saves = project.article(1), list[float](), list[float]()
        for number in range(count):
            began = time.perf_counter()
            step = article.edit(article.units[2].id, f"Satz {number}.")
            writer.add(lambda step=step: store.record(step))
            waits.append(time.perf_counter() - began)
            writer.flush()
            saves.append(time.perf_counter() - began)
        writer.close()
        store.close()
    milliseconds = {"hand in": statistics.median(waits), "hand in, worst": max(waits), "save": statistics.median(saves)}
    return {name: round(1000 * seconds, 2) for name, seconds in milliseconds.items()}


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        library = preload.compiled(Path(name))
        words = ("-m", "tests.campaigns.slow_disk", "inside", str(count))
        here, slow = (json.loads(preload.run(library, *words, **settings).stdout) for settings in ({}, {"slow": SLOW}))
    sys.stdout.write(json.dumps({"steps": count, "here": here, "slow": slow}) + "\n")
    return 1 if slow["hand in"] > 1.0 or slow["hand in, worst"] > NOTICED or slow["save"] < SLOW / 1000 else 0


if __name__ == "__main__":
    if sys.argv[1] == "inside":
        sys.stdout.write(json.dumps(inside(int(sys.argv[2]))) + "\n")
        raise SystemExit(0)
    raise SystemExit(main(int(sys.argv[1])))
