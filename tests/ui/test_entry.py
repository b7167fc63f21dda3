"""The entry point: commands stay without Qt, everything else opens the desk."""

import os
import subprocess
import sys

import pytest

from ui.__main__ import SCREENS, main


def test_a_command_runs_without_qt(capsys):
    code = "import sys; from ui.__main__ import main; main(['checks']); sys.exit('PySide6' in ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_a_command_gives_its_exit_status(capsys, tmp_path):
    assert main(["check", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 2
    assert capsys.readouterr().err


def test_a_mistyped_command_is_one_sentence_and_opens_no_window(capsys):
    assert main(["chek"]) == 2
    assert "chek" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_one_sentence_says_so():
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    done = subprocess.run([sys.executable, "-m", "ui"], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


LATER = (
    "app.alignment",
    "app.checks",
    "app.formats",
    "app.pipeline",
    "app.segmentation",
    "app.store",
    "PySide6.QtNetwork",
    "ui.panels.history",
    "importlib.metadata",
    "lxml",
    "qtawesome",
    "multiprocessing",
)
"""What takes longer to load than a window takes to appear, and comes behind it."""


def test_the_window_loads_nothing_that_its_first_picture_does_not_need():
    code = "import sys, ui.window.showing; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "ui.window.window" in loaded
    assert not [name for name in loaded if name in LATER]


def test_reading_aligning_and_opening_load_only_what_they_need():
    code = "import sys, app.pipeline, app.store; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"app.alignment", "app.store.opening"} <= set(loaded)
    assert not {"app.checks", "app.store.recovering", "app.store.combining", "app.store.sending"} & set(loaded)


def test_a_picture_of_the_sample_is_written(tmp_path, home):
    picture = tmp_path / "desk.png"
    command = [sys.executable, "-m", "ui", "--sample", "--screenshot", str(picture)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
