"""A second start of the program hands its files to the first."""

import os
import signal
import subprocess
import sys

import pytest

from ui.window.bell import Bell, ring

RING = "import sys; from pathlib import Path; from ui.window.bell import ring; sys.exit(0 if ring([Path(n) for n in sys.argv[1:]]) else 3)"
LISTEN = (
    "from PySide6.QtCore import QCoreApplication; from ui.window.bell import Bell; app = QCoreApplication([]); bell = Bell();"
    "print(bell.listen(), flush=True); app.exec()"
)


@pytest.fixture
def bell(qapp, home):
    made = Bell()
    yield made
    made.close()


def test_the_first_start_gets_the_files_of_the_second(bell, qtbot, tmp_path):
    assert bell.listen()
    with qtbot.waitSignal(bell.rung, timeout=20000) as rung:
        second = subprocess.Popen([sys.executable, "-c", RING, "story ü.gegenlesen"], cwd=tmp_path)
    assert rung.args == [[tmp_path / "story ü.gegenlesen"]]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20000)
    assert second.returncode == 0


def test_where_nobody_listens_the_files_are_opened_here(qapp, home):
    assert not ring([])


def test_a_name_that_is_no_text_is_handed_to_nobody(bell, tmp_path):
    assert bell.listen()
    assert not ring([tmp_path / "caf\udce9.gegenlesen"])


def test_two_cannot_listen_at_once(bell, qapp):
    other = Bell()
    assert bell.listen()
    assert not other.listen()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes go with their program there")
def test_what_a_killed_program_left_behind_is_cleared_away(bell, home):
    with subprocess.Popen([sys.executable, "-c", LISTEN], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout.readline().strip() == "True"
        os.kill(first.pid, signal.SIGKILL)
    assert not ring([])
    assert bell.listen()
