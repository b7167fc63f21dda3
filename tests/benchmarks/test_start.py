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


BARE_WINDOW = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
os._exit(0)
"""

STORY = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.settings import Reviewer, Settings
from ui.session import Session
from ui.window.showing import show
app = QApplication(sys.argv[:1])
session = Session()
window = show(session, Settings(reviewer=Reviewer(name="Ida")))

def there():
    window.desk.view.viewport().repaint()
    os._exit(0)

session.opened.connect(lambda: QTimer.singleShot(0, there))
{open}
app.exec()
"""


@pytest.mark.parametrize(
    ("then", "kept"),
    [
        pytest.param("app.processEvents(); os._exit(0)", False, id="empty window"),
        pytest.param("session.open_sample()", True, id="sample, opened before"),
        pytest.param("session.open_sample()", False, id="sample, read and aligned"),
    ],
)
def test_the_story_is_there(benchmark, tmp_path, then, kept):
    """Until the text can be read and edited, beside a bare window; the findings come while one begins to read."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", GEGENLESEN_HOME=str(tmp_path / "home"))
    ours, bare = ["-c", STORY.format(open=then)], ["-c", BARE_WINDOW]
    seconds(ours, environment)
    ratios = []
    for number in range(ROUNDS):
        home = "home" if kept else f"home{number}"
        ratios.append(seconds(ours, {**environment, "GEGENLESEN_HOME": str(tmp_path / home)}) / seconds(bare, environment))
    benchmark.extra_info["times a bare window (median)"] = round(statistics.median(ratios), 2)
    benchmark.pedantic(seconds, args=(ours, environment), rounds=3)
