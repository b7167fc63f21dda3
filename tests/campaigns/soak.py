"""A long day in fast motion: ``python -m tests.campaigns.soak 1000000 480``.

So many Qt calls, of which each could lose a reference; then so many minutes of a session, each a story's worth of moving, typing,
confirming, undoing, searching, switching, checking and exporting, without the pauses. Memory after the first tenth, when everything
is loaded, must not grow by 5 % until the end, and no descriptor may be left open. Prints a line of JSON; the exit status is 1 when a
promise is broken. Needs Linux.
"""

import gc
import json
import os
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from app.errors import UserError
from app.store.schema import VERSION

GROWTH = 1.05

DOINGS = 60
"""Doings in a minute: about one a second, as of someone in a hurry."""

BACKUP = 30
"""Minutes between two backups, whose clock does not run fast with the rest."""


def memory() -> int:
    """Bytes of this process in memory now."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def calls(count: int) -> int:
    """Call Qt so often with what returns None, and tell how many references to None are gone."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(count // 2):
        label.setText("a" if number % 2 else "b")
        label.setEnabled(bool(number % 2))
    return before - sys.getrefcount(None)


def session(folder: Path, minutes: int, seed: int = 1) -> dict[str, object]:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.settings import Settings
    from tests.ui.conftest import type_text
    from ui.session import Session
    from ui.window.showing import show

    random, work = Random(seed), Session()
    work.sign("Ida")
    window = show(work, Settings())
    work.open_files([folder / "p.gegenlesen"])
    while work.article is None:
        QTest.qWait(10)
    doings = (
        lambda: type_text(QApplication.focusWidget() or window, random.choice("abc äöü.")),
        lambda: work.go_to(random.choice(work.article.units).id),
        work.confirm,
        work.next_finding,
        work.undo,
        work.redo,
        lambda: work.note(random.choice(("", "fragen"))),
        lambda: work.switch(random.choice(work.project.articles).id),
        lambda: work.set_view(random.choice(("text", "changes", "original"))),
        lambda: work.export("html", folder / "out.html"),
        lambda: work.edit(work.current, random.choice(work.article.units).target.plain) if work.current else None,
    )
    found: list[tuple[int, int]] = []
    for minute in range(minutes):
        for _ in range(DOINGS):
            with suppress(UserError):
                random.choice(doings)()
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if minute % BACKUP == 0:
            work.saver.back_up()
        if minute >= minutes // 10:
            work.saver.flush()
            found.append((memory(), descriptors()))
    window.close()
    early, late = (sorted(size for size, _ in part)[len(part) // 2] for part in (found[: len(found) // 5], found[-(len(found) // 5) :]))
    return {
        "minutes": minutes,
        "steps": work.project.log.revision,
        "megabytes": [early >> 20, late >> 20],
        "growth": round(late / early, 3),
        "descriptors": [found[0][1], found[-1][1]],
    }


def main(count: int, minutes: int) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["GEGENLESEN_HOME"] = str(folder / "home")
        shutil.copy(Path(__file__).parents[1] / "data" / "projects" / f"version-{VERSION}.gegenlesen", folder / "p.gegenlesen")
        from PySide6.QtWidgets import QApplication

        app = QApplication(["gegenlesen"])
        app.setQuitOnLastWindowClosed(False)
        gone = calls(count)
        figures = {"calls": count, "references lost": gone, **session(folder, minutes), "s": round(time.monotonic() - begun)}
    sys.stdout.write(json.dumps(figures) + "\n")
    growth, handles = figures["growth"], figures["descriptors"]
    return 1 if gone > 100 or growth > GROWTH or handles[1] > handles[0] else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
