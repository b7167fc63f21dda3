"""Close the program at any moment of its work: ``python -m tests.campaigns.goodbyes 500``.

The program starts without a screen on the sample, on two files of a story or on a project, is typed into, asked about spelling, made to
align again, export, copy and take in a story, and its window is closed at a random moment, often while it is still reading. It
must end with status 0 within seconds, say nothing on its error stream, leave no process behind, and the project must be whole and
free for the next one. Prints a line of JSON; the exit status is 1 when a promise is broken. Needs process groups.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

from app.errors import UserError
from app.store import Store
from app.store.verifying import verify

LONGEST = 2.5
"""Seconds that a program lives at most before its window is closed."""

PATIENCE = 8.0
"""Seconds from closing the window to the end of the program."""

LINGERING = 5.0
"""Seconds that a process the program had made may take to end behind it."""

DOING = 120
"""Milliseconds between two of its doings."""

LIFE = """
import sys, time, types
from contextlib import suppress
from pathlib import Path
from random import Random

def lived(window, folder):
    from PySide6.QtCore import QTimer
    from app.errors import UserError
    random, seconds = Random(int(sys.argv[1])), float(sys.argv[2])
    session = window.session

    def do():
        if session.article is None:
            return
        doings = (
            session.next_row,
            session.realign,
            session.restore,
            lambda: session.draft(session.current, session.text(session.current) + " Hafn"),
            lambda: session.suggest("Hafn"),
            lambda: session.export("html", folder / "out.html"),
            lambda: session.save_copy(folder / "copy.gegenlesen"),
            lambda: session.add_files(folder / "en.txt", folder / "de.txt"),
        )
        with suppress(UserError):
            random.choice(doings)()

    def leave():
        print(time.monotonic(), flush=True)
        window.close()

    timer = QTimer(window, interval={doing})
    timer.timeout.connect(do)
    timer.start()
    QTimer.singleShot(round(1000 * seconds), leave)

if __name__ == "__main__":
    sys.modules["ui.window.picture"] = types.SimpleNamespace(take_picture=lived)  # is given the window before it runs
    from ui.__main__ import main
    sys.exit(main([*sys.argv[4:], "--screenshot", sys.argv[3]]))
"""


def goodbye(folder: Path, random: Random, told: Counter[str]) -> list[str]:
    """One program from its start to its end, and what was wrong with how it went."""
    kind = random.choice(("sample", "story", "project"))
    project = folder / "home" / "data" / "sample.gegenlesen" if kind == "sample" else folder / "de.gegenlesen"
    if kind == "story":
        project.unlink(missing_ok=True)
    words = {"sample": ["--sample"], "story": [str(folder / "en.txt"), str(folder / "de.txt")], "project": [str(project)]}[kind]
    seconds = random.random() * LONGEST
    command = [sys.executable, str(folder / "life.py"), str(random.randrange(2**32)), str(seconds), str(folder), *words]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    told[kind] += 1
    try:
        said, complained = program.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        program.kill()
        _said, complained = program.communicate()
        return [f"{kind}: had not ended after a minute: {complained}"]
    took = time.monotonic() - float(said or "inf")
    told["slowest ms"] = max(told["slowest ms"], round(1000 * took)) if took > 0 else told["slowest ms"]
    found = []
    if program.returncode:
        found.append(f"{kind}: ended with {program.returncode} after {seconds:.2f} s: {complained[-600:]}")
    elif complained.strip():
        found.append(f"{kind}: after {seconds:.2f} s it said: {complained[-600:]}")
    if took > PATIENCE:
        found.append(f"{kind}: took {took:.1f} s to end")
    if _lingers(program.pid):
        found.append(f"{kind}: a process was left behind")
    return found + _harm(project)


def _lingers(group: int) -> bool:
    """Whether something of a process group is left after a while; it is ended then."""
    end = time.monotonic() + LINGERING
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.02)
    with suppress(ProcessLookupError):
        os.killpg(group, 9)
    return True


def _harm(project: Path) -> list[str]:
    """What is wrong with a project, if it came about."""
    if not project.exists():
        return []
    found = [damage.render() for damage in verify(project)]
    try:
        Store.open(project)[0].close()
    except UserError as error:
        found.append(str(error))
    return found


def main(count: int, seed: int = 1) -> int:
    """Say goodbye so many times."""
    random, begun, told, wrong = Random(seed), time.monotonic(), Counter[str](), list[list[str]]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {"GEGENLESEN_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
        (folder / "life.py").write_text(LIFE.replace("{doing}", str(DOING)), encoding="utf-8")
        (folder / "en.txt").write_text("The council agrees.\n\nIt has voted for the bridge.", encoding="utf-8")
        (folder / "de.txt").write_text("Der Rat stimmt zu.\n\nEr hat für die Brücke gestimmt.", encoding="utf-8")
        for _ in range(count):
            found = goodbye(folder, random, told)
            if found:
                wrong.append(found)
    figures = {"goodbyes": count, **told, "bad": len(wrong), "examples": wrong[:5]}
    sys.stdout.write(json.dumps({**figures, "s": round(time.monotonic() - begun)}) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
