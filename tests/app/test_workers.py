"""Processes that work for the program end with it."""

import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool

import pytest

from app import workers

PARENT = """
import time
from app import workers

if __name__ == "__main__":
    pool = workers.pool(1)
    print(pool.submit(__import__("os").getpid).result(), flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a kill that cannot be caught")
def test_a_worker_ends_when_the_program_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as run:
        assert int(run.stdout.readline()) != run.pid
        run.kill()
        rest, _ = run.communicate(timeout=60)  # comes back only when the last process with this pipe has ended

    assert (rest, run.returncode) == ("", -signal.SIGKILL)


def refuse(reason):
    raise ValueError(reason)


def test_a_pool_that_cannot_be_prepared_is_broken():
    pool = workers.pool(1, refuse, "no dictionary")
    with pytest.raises(BrokenProcessPool):
        pool.submit(os.getpid).result()
    pool.shutdown()
