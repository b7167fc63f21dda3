"""Kill the real window with signal 9 at any time: ``python -m tests.campaigns.window 1000``.

The window is shown without a screen on a project of a newer or an older version, typed into by key presses, and made to confirm,
undo, export, copy and take in another story; some die while they start, which is when older files are migrated and backups made.
Three diaries on the disk tell what the status line called saved and what had been typed when, and which rows were gone to. Afterwards everything that was called
saved must be there, at most two seconds of typing may be missing, the next start must be at a row where one was within the last two
seconds, the file must be sound, and exports and copies whole or not there. Prints a line of JSON; the exit status is 1 when a promise is broken. Needs fork.
"""

import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

import msgspec

from app.errors import UserError
from app.model import Step
from app.places import place_of
from app.store import Store, backups, contents
from app.store.schema import VERSION
from app.store.verifying import verify

LONGEST = 3.0
"""Seconds that a window lives, at most, from its start or from its first key on."""

SLOW = 20
"""Seconds to wait for the first key."""

PATIENCE = 2.0
"""Seconds of typing and going about that may be lost."""

DIARIES = ("saved", "typed", "gone")

KEY, VERB = 12, 150
"""Milliseconds between two keys, and between two of the other doings."""

VERSIONS = Path(__file__).parents[1] / "data" / "projects"


class Typed(msgspec.Struct):
    """What stood in the field after a key: article, row and text, and the moment on a clock that all processes share."""

    time: float
    article: int
    unit: int
    text: str


class Gone(msgspec.Struct):
    """To which row of which article one went, and when on that clock."""

    time: float
    article: int
    unit: int


def work(folder: Path, seed: int) -> None:
    """Be the window, until killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.settings import Settings
    from tests.ui.conftest import type_text
    from ui.session import Session
    from ui.window.showing import show

    random = Random(seed)
    app = QApplication(["gegenlesen"])
    session = Session()
    session.sign("Ida")
    show(session, Settings())
    saved, typed, gone = (os.open(folder / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT) for name in DIARIES)
    steps: list[Step] = []

    def called_saved() -> None:
        os.write(saved, b"".join(msgspec.json.encode(step) + b"\n" for step in steps))
        steps.clear()

    def press() -> None:
        field = QApplication.focusWidget()
        if session.article is None or field is None or not session.current:
            return
        type_text(field, random.choice("abcdefgh äöü."))
        line = Typed(time.monotonic(), session.article.id, session.current, session.text(session.current))
        os.write(typed, msgspec.json.encode(line) + b"\n")

    def do() -> None:
        if session.article is None:
            return
        doings = (
            session.confirm,
            session.undo,
            session.next_row,
            lambda: session.export(random.choice(("html", "txt")), folder / "out.html"),
            lambda: session.save_copy(folder / "copy.gegenlesen"),
            lambda: session.add_files(folder / "en.txt", folder / "de.txt"),
            session.settle,
        )
        with suppress(UserError):
            random.choice(doings)()

    def go(unit: int) -> None:
        if session.article is not None:
            os.write(gone, msgspec.json.encode(Gone(time.monotonic(), session.article.id, unit)) + b"\n")

    session.moved.connect(go)
    session.stepped.connect(steps.append)
    session.saved.connect(lambda _time: called_saved())
    timers = [QTimer(interval=KEY), QTimer(interval=VERB)]
    timers[0].timeout.connect(press)
    timers[1].timeout.connect(do)
    session.open_files([folder / "p.gegenlesen"])
    for timer in timers:
        timer.start()
    app.exec()


def lines(path: Path, kind: type) -> list:
    return [msgspec.json.decode(line, type=kind) for line in path.read_bytes().split(b"\n")[:-1]] if path.exists() else []


def lost(folder: Path, killed: float, history: int) -> list[str]:
    """What is wrong with what a window has left that was killed at this moment; `history` counts the steps the file had before."""
    path = folder / "p.gegenlesen"
    found = [damage.render() for damage in verify(path)]
    store, project = Store.open(path)
    drafts = store.drafts()
    store.close()
    if project.log.revision < history:
        found.append("history from before is lost")
    there = project.log.steps
    missing = (step.revision for step in lines(folder / "saved", Step) if there[step.revision - 1 : step.revision] != [step])
    found += [f"step {number} was called saved and is lost" for number in missing]
    typed = lines(folder / "typed", Typed)
    if typed:
        last = typed[-1]
        here = [line for line in typed if (line.article, line.unit) == (last.article, last.unit)]
        early = [line.text for line in here if line.time < killed - PATIENCE][-1:]
        allowed = {line.text for line in here if line.time >= killed - PATIENCE} | set(early)
        article = project.shelf.get(last.article)
        now = drafts.get((last.article, last.unit), article.unit(last.unit).target.plain if article else "")
        if early and now not in allowed:
            found.append(f"more than {PATIENCE} seconds of typing are lost")
    ways = lines(folder / "gone", Gone)
    early_ways = [(way.article, way.unit) for way in ways if way.time < killed - PATIENCE][-1:]
    place = place_of(path)
    here_now = (place.article, place.stands[place.article].row if place.article else 0)
    late_ways = [(way.article, way.unit) for way in ways if way.time >= killed - PATIENCE]
    if early_ways and here_now not in {*early_ways, *late_ways}:
        found.append(f"the next start would be at {here_now}, and not at one of {[*early_ways, *late_ways]}")
    for copy in (folder / "copy.gegenlesen", *(backup.path for backup in backups(path))):
        if copy.exists():
            found += [f"{copy.name}: {damage.render()}" for damage in verify(copy)]
    out = folder / "out.html"
    if out.exists() and not out.read_text(encoding="utf-8").strip():
        found.append("the export is cut off")
    return found


def kill(folder: Path, random: Random, told: Counter[str]) -> list[str]:
    """One window from its start to its death, and what was lost with it."""
    for name in DIARIES:
        (folder / name).unlink(missing_ok=True)
    path = folder / "p.gegenlesen"
    if random.randrange(4) == 0 or not path.exists():
        path.unlink(missing_ok=True)
        shutil.copy(VERSIONS / f"version-{random.choice(range(1, VERSION + 1))}.gegenlesen", path)
    history = contents(path).log.revision
    seed = random.randrange(2**32)
    child = os.fork()
    if not child:
        try:
            work(folder, seed)
        finally:
            os._exit(1)
    deadline = time.monotonic() + SLOW
    starting = not random.randrange(4)
    while not starting and not lines(folder / "typed", Typed) and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.random() * LONGEST)
    killed = time.monotonic()
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    found = [] if os.WIFSIGNALED(status) else ["the window ended by itself"]
    told["saved"] += len(lines(folder / "saved", Step))
    told["places"] += any(way.time < killed - PATIENCE for way in lines(folder / "gone", Gone))
    told["keys"] += len(lines(folder / "typed", Typed))
    told["before the first key"] += not lines(folder / "typed", Typed)
    try:
        return found + lost(folder, killed, history)
    except UserError as error:
        return [*found, str(error)]


def main(count: int, seed: int = 1) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    import ui.window.showing  # noqa: F401 - once, for all children

    random, begun, told, wrong = Random(seed), time.monotonic(), Counter[str](), list[list[str]]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["GEGENLESEN_HOME"] = str(folder / "home")
        (folder / "en.txt").write_text("The council agrees.\n\nIt has voted for the bridge.", encoding="utf-8")
        (folder / "de.txt").write_text("Der Rat stimmt zu.\n\nEr hat für die Brücke gestimmt.", encoding="utf-8")
        for _ in range(count):
            found = kill(folder, random, told)
            if found:
                wrong.append(found)
                (folder / "p.gegenlesen").unlink(missing_ok=True)
    figures = {"kills": count, **told, "bad": len(wrong), "examples": wrong[:10]}
    sys.stdout.write(json.dumps({**figures, "s": round(time.monotonic() - begun)}) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
