"""Kill a worker of a Dask cluster in the middle of a batch: ``python -m tests.campaigns.clusters 2000``.

A scheduler and two workers, each a process of its own on this computer, check so many pairs; when a third of the results is
there, a worker is killed with signal 9. Prints one line of JSON; the exit status is 1 when a result is missing, double, out of
order, or not what one process gives.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from app import batch
from app.batch.task import Setting
from tests.app.batch.lines import small

ROOT = Path(__file__).parents[2]


class Cluster:
    """A scheduler on this computer and what works for it; `workers` are processes of one thread each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(folder / "scheduler.json")
        )
        self.workers: list[subprocess.Popen] = []
        self.address = self._address()

    def add_worker(self) -> None:
        """Start one more worker; returns when the cluster has it."""
        before = self._count()
        words = ("--nthreads", "1", "--nworkers", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        self.workers.append(self._start("worker", self.address, *words))
        self._await(before + 1)

    def close(self) -> None:
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()

    def _start(self, what: str, *words: str) -> subprocess.Popen:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
        with (self._folder / f"{what}.log").open("ab") as log:
            command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *words]
            return subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=self._folder)

    def _address(self) -> str:
        path = self._folder / "scheduler.json"
        for _ in range(600):
            if path.exists() and (text := path.read_text(encoding="utf-8")).endswith("}"):
                return str(json.loads(text)["address"])
            time.sleep(0.1)
        raise RuntimeError((self._folder / "scheduler.log").read_text(encoding="utf-8"))

    def _count(self) -> int:
        from distributed import Client

        with Client(self.address, timeout=30, set_as_default=False) as client:
            return len(client.nthreads())

    def _await(self, count: int) -> None:
        from distributed import Client

        with Client(self.address, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=60)


@contextmanager
def cluster_of(workers: int, folder: Path):
    """A cluster with so many workers while the block runs."""
    cluster = Cluster(folder)
    try:
        for _ in range(workers):
            cluster.add_worker()
        yield cluster
    finally:
        cluster.close()


def main(count: int) -> int:
    lines = small(count)
    with tempfile.TemporaryDirectory() as folder, cluster_of(2, Path(folder)) as cluster:
        results = batch.check_lines(lines, Setting(), scheduler=cluster.address)
        given = [next(results) for _ in range(count // 3)]
        cluster.workers[0].kill()
        given += results
    names = [record["id"] for record in given]
    outcome = {
        "pairs": count,
        "missing": count - len(set(names)),
        "double": len(names) - len(set(names)),
        "in order": names == sorted(names),
        "as one process": given == list(batch.check_lines(lines, Setting(), 1)),
    }
    sys.stdout.write(json.dumps(outcome) + "\n")
    return 0 if outcome | {"missing": 0, "double": 0, "in order": True, "as one process": True} == outcome else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
