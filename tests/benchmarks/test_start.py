"""How long it takes until something can be done, beside a bare window of Qt in the same run."""

import os
import statistics
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path

import pytest

SAMPLE = resources.files("resources") / "sample"
PAIR = [str(SAMPLE / "story.en.txt"), str(SAMPLE / "story.de.txt")]
ROUNDS = 15

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

USABLE = """
import os, sys, types

def watched(window, _path):
    from PySide6.QtCore import QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    def there():
        field = window.desk.view.current.target
        before = field.plain
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "x"))
        window.desk.view.viewport().repaint()
        os._exit(int(field.plain == before))

    def welcome():
        window.start.repaint()
        os._exit(0)

    if "--sample" in sys.argv:
        window.session.opened.connect(lambda: QTimer.singleShot(0, there))
    else:
        QTimer.singleShot(0, welcome)

if __name__ == "__main__":
    sys.modules["ui.window.picture"] = types.SimpleNamespace(take_picture=watched)  # is given the window before it runs
    from ui.__main__ import main
    main([*sys.argv[1:], "--screenshot", "none"])
"""
"""The program as it starts, which ends by itself once a key has been taken and painted, or the start page has been."""


def took(command: list[str], environment: dict[str, str], status: int = 0) -> tuple[float, float]:
    """Seconds by the clock and seconds of the processor, of a program that must end with this status."""
    began, used = time.perf_counter(), sum(os.times()[2:4])
    ended = subprocess.run([sys.executable, *command], env=environment, check=False, capture_output=True)
    assert ended.returncode == status, ended.stderr.decode()
    return time.perf_counter() - began, sum(os.times()[2:4]) - used


def compare(benchmark, bare: list[str], ours, status: int = 0, rounds: int = ROUNDS) -> None:
    """Run both in turn, so that a machine whose speed drifts drifts for both; `ours` gives command and environment of a round."""
    ratios = []
    for number in range(rounds):
        command, environment = ours(number)
        ratios.append([mine / theirs for mine, theirs in zip(took(command, environment, status), took(bare, environment), strict=True)])
    wall, processor = (round(statistics.median(each), 2) for each in zip(*ratios, strict=True))
    benchmark.extra_info["times as long (median)"], benchmark.extra_info["times the processor (median)"] = wall, processor
    benchmark.pedantic(lambda: took(*ours(0), status), rounds=1)


def environment_of(home: Path) -> dict[str, str]:
    """That of a program in daily use, whose modules have been compiled before."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return dict(kept, QT_QPA_PLATFORM="offscreen", GEGENLESEN_HOME=str(home))


@pytest.mark.parametrize(
    ("command", "status"),
    [
        pytest.param(["-m", "ui", "check", *PAIR], 1, id="check on the command line"),
        pytest.param(["-m", "ui", "--version"], 0, id="version"),
    ],
)
def test_a_command(benchmark, tmp_path, command, status):
    """Beside a bare import of Qt's widgets, which commands do without; the sample has findings, which the exit status of its check says."""
    compare(benchmark, ["-c", "import PySide6.QtWidgets"], lambda _number: (command, environment_of(tmp_path)), status)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        pytest.param([], True, id="start page"),
        pytest.param(["--sample"], True, id="sample, opened before"),
        pytest.param(["--sample"], False, id="sample, read and aligned"),
    ],
)
def test_the_window(benchmark, tmp_path, words, kept):
    """Until the text is painted and takes a key, or the start page is painted; the findings come while one begins to read.

    Asking whether the program runs already is left out: another one may, on the machine that measures.
    """
    script = tmp_path / "usable.py"
    script.write_text(USABLE, encoding="utf-8")
    command = [str(script), *words]
    took(command, environment_of(tmp_path / "home"))
    compare(benchmark, ["-c", BARE_WINDOW], lambda number: (command, environment_of(tmp_path / ("home" if kept else f"home{number}"))))
