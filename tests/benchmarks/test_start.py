"""How long it takes until something can be done, as a ratio to importing Qt's widgets in the same run."""

import os
import statistics
import subprocess
import sys
import time
from importlib import resources

import pytest

SAMPLE = resources.files("resources") / "sample"
PAIR = [str(SAMPLE / "story.en.txt"), str(SAMPLE / "story.de.txt")]
ROUNDS = 7


def seconds(command, environment):
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], env=environment, check=False, capture_output=True)
    return time.perf_counter() - began


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["-m", "ui", "--sample", "--screenshot", "{folder}/window.png"], id="window on the sample"),
        pytest.param(["-m", "ui", "check", *PAIR], id="check on the command line"),
        pytest.param(["-m", "ui", "--version"], id="version"),
    ],
)
def test_a_cold_start(benchmark, tmp_path, command):
    """Both programs run in turn, so that a machine whose speed drifts drifts for both."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", GEGENLESEN_HOME=str(tmp_path))
    command = [word.format(folder=tmp_path) for word in command]
    bare = ["-c", "import PySide6.QtWidgets"]
    ratios = [seconds(command, environment) / seconds(bare, environment) for _ in range(ROUNDS)]
    benchmark.extra_info["times a bare import of Qt's widgets (median)"] = round(statistics.median(ratios), 2)
    benchmark.pedantic(seconds, args=(command, environment), rounds=3)
