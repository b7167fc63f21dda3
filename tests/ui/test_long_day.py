"""Short forms of the campaigns on the real window: killed and closed while it works, and a day in fast motion."""

import json
import os
import subprocess
import sys

import pytest


def campaign(name, *words):
    done = subprocess.run([sys.executable, "-m", f"tests.campaigns.{name}", *words], capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout.splitlines()[-1]) if done.stdout else done.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_window_leaves_everything_that_was_called_saved():
    status, figures = campaign("window", "3")

    assert status == 0, str(figures)  # whole: pytest shortens what is no text


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_the_program_ends_in_peace_whatever_it_is_doing():
    status, figures = campaign("goodbyes", "4", "3")

    assert status == 0, str(figures)  # whole: pytest shortens what is no text


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_a_long_day_leaves_no_descriptor_open_and_no_reference_lost():
    status, figures = campaign("soak", "20000", "10")

    assert status == 0, str(figures)  # whole: pytest shortens what is no text
