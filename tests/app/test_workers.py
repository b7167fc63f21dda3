"""Processes that work for the program end with it."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pipe
from time import sleep

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


def test_a_worker_that_cannot_be_prepared_answers_nothing(capfd):
    worker = workers.Worker(refuse, "no dictionary")
    with pytest.raises(workers.EndedError):
        worker.ask(abs, -1)
    worker.end()


def test_a_worker_answers_one_question_after_the_other():
    worker = workers.Worker(os.getpid)
    assert [worker.ask(abs, number) for number in (-1, -2)] == [1, 2]
    assert worker.ask(getpid, None) != os.getpid()
    worker.end()


def test_a_worker_whose_program_is_gone_says_nothing():
    program, worker = Pipe()
    program.send((abs, -1))
    program.close()
    assert workers._serve(worker, list) is None


def getpid(_asked):
    return os.getpid()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="asks the system about a process as Windows does not")
def test_a_worker_ends_at_once_whatever_it_is_doing():
    worker = workers.Worker(os.getpid)
    process = worker.ask(getpid, None)
    with ThreadPoolExecutor(1) as asking:
        answer = asking.submit(worker.ask, sleep, 600)
        worker.end()
        with pytest.raises(workers.EndedError):
            answer.result(timeout=60)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_worker_that_was_ended_begins_nothing():
    worker = workers.Worker(os.getpid)
    worker.end()
    with pytest.raises(workers.EndedError):
        worker.ask(abs, -1)
