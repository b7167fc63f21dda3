"""Nothing leaves this computer."""

import socket
import subprocess
import sys

import pytest

from tests.campaigns import offline
from tests.conftest import REACHED


def test_a_test_that_wants_to_reach_another_computer_is_stopped():
    with pytest.raises(PermissionError), socket.socket() as handle:
        handle.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError):
        socket.getaddrinfo("gegenlesen.invalid", 80)
    assert REACHED
    REACHED.clear()


@pytest.mark.skipif(not offline.possible(), reason="this system allows no network namespace")
def test_the_readers_the_store_and_the_command_line_work_without_any_network():
    words = ["-q", "-x", "-p", "no:cacheprovider", "tests/app/formats/test_nothing_fetched.py", "tests/app/cli/test_copies.py"]
    done = subprocess.run([sys.executable, "-m", "tests.campaigns.offline", *words], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
