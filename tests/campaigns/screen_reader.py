"""Work on the desk as one who hears it: ``python -m tests.campaigns.screen_reader``.

The real window is shown on the sample in a screen and a session of its own, with the bus that screen readers listen to. Through it
every control is met, a finding is repaired, a row written anew and a finding dismissed, by actions and editable text alone, and what
is announced is heard. Afterwards the project must hold what was done. Prints a line of JSON; the exit status is 1 when a control has no
name or cannot be pressed, a text has no language, a change is not announced, or the row was not corrected. Needs Linux with Xvfb,
dbus-run-session, at-spi2-core and the bindings of the system's own Python (gir1.2-atspi-2.0); where they are not installed it says so and ends with 0.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.store import contents

BUS = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
    Path("/usr/libexec/at-spi2/at-spi-bus-launcher"),
)
PYTHON = "/usr/bin/python3"
SESSION = ("xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "dbus-run-session", "--")
INSIDE = "inside"
WORDS = "Der Rat sprach sich am Dienstag dafür aus."
SETTINGS = {"reviewer": {"name": "Kim"}, "appearance": {"language": "en", "theme": "light"}, "shown": {"tour": True}}

LONGEST = 240
"""Seconds after which whatever hangs is ended."""


def missing() -> list[str]:
    """What is not installed here."""
    lacking = [name for name in ("xvfb-run", "dbus-run-session") if shutil.which(name) is None]
    if not any(path.exists() for path in BUS):
        lacking.append("at-spi2-core")
    ask = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not Path(PYTHON).exists() or subprocess.run([PYTHON, "-c", ask], check=False, capture_output=True).returncode:
        lacking.append("gir1.2-atspi-2.0")
    return lacking


def inside() -> int:
    """In the session: the bus, the program, and one who listens, whose status is returned."""
    started = [subprocess.Popen([next(path for path in BUS if path.exists()), "--launch-immediately"], stderr=subprocess.DEVNULL)]
    try:
        time.sleep(0.5)
        started.append(subprocess.Popen([sys.executable, "-m", "ui", "--sample"], stderr=subprocess.DEVNULL))
        listening = [PYTHON, "-W", "ignore", str(Path(__file__).with_name("listening.py")), WORDS]
        return subprocess.run(listening, check=False, timeout=LONGEST / 2).returncode
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(10)


def wrong(told: dict[str, list[str]], home: Path) -> list[str]:
    """What one who hears the desk would miss."""
    found = [f"without a name: {thing}" for thing in told["unnamed"]] + [f"cannot be pressed: {name}" for name in told["cannot be pressed"]]
    if told["languages"] != ["de", "en"]:
        found.append(f"the texts are in {told['languages']}")
    found += [f"nothing is announced when something is {act}" for act in ("repaired", "dismissed") if not "".join(told[act]).strip()]
    if not told["written"]:
        found.append("the row was not corrected on the desk")
    article = contents(home / "data" / "sample.gegenlesen").articles[0]
    if WORDS not in [unit.target.plain for unit in article.units] or not any(unit.removed for unit in article.units):
        found.append("the project does not hold what was done")
    return found


def main(words: list[str]) -> int:
    """Make a screen and a session, let the reader work in it, and judge what it met."""
    if words == [INSIDE]:
        return inside()
    if lacking := missing():
        sys.stdout.write(json.dumps({"skipped": f"not installed: {', '.join(lacking)}"}) + "\n")
        return 0
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        settings = home / "config" / "settings.json"
        settings.parent.mkdir()
        settings.write_text(json.dumps(SETTINGS), encoding="utf-8")
        screen = {"GEGENLESEN_HOME": name, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        command = [*SESSION, sys.executable, "-m", "tests.campaigns.screen_reader", INSIDE]
        done = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, **screen}, timeout=LONGEST)
        told = json.loads(next((line for line in done.stdout.splitlines() if line.startswith("{")), "{}"))
        found = wrong(told, home) if "controls" in told else [f"the program was not met: {told} {done.stderr[-600:]}"]
    sys.stdout.write(json.dumps({**told, "wrong": found}, ensure_ascii=False) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
