"""Short forms of the campaigns that need more than SQLite: failing system calls, a slow or full disk, files made to do harm."""

import json
import os
import subprocess
import sys

import pytest

from tests.campaigns import preload

pytestmark = pytest.mark.skipif(not preload.possible(), reason=preload.NEEDS)


def campaign(name, *words):
    done = subprocess.run([sys.executable, "-m", f"tests.campaigns.{name}", *words], capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout.splitlines()[-1]) if done.stdout else done.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_whichever_call_of_a_save_fails_one_sentence_says_so_and_nothing_is_harmed():
    status, figures = campaign("failing_calls", "save", "most=12")

    assert status == 0, figures
    assert figures["failed calls"]["save"] == 33


def test_nothing_that_a_file_names_is_opened_and_no_socket_is_made():
    status, figures = campaign("hostile", "pages")

    assert status == 0, figures
    assert figures["files"] == 30


def test_the_window_does_not_wait_for_a_slow_disk():
    status, figures = campaign("slow_disk", "20")

    assert status == 0, figures


@pytest.mark.skipif(not preload.may_mount(), reason="this system allows no mount namespace")
def test_a_full_disk_takes_nothing_that_was_saved():
    status, figures = campaign("full_disk")

    assert status == 0, figures
