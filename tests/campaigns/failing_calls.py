"""Let the n-th file call of every operation fail, for n = 1, 2, 3 … until one succeeds: ``python -m tests.campaigns.failing_calls [operation …] [most=N]``.

Import, save, export, backup, migration, purge and combination run with the disk full (ENOSPC), broken (EIO) and forbidden
(EACCES), at the calls of the whole program and not only those of SQLite. Every failure must be one sentence; the project must be
sound and hold what it held or what was being done, and an earlier export must be the old or the new one. Prints a line of JSON; the
exit status is 1 when a promise is broken. Needs Linux, a C compiler and fork.
"""

import ctypes
import errno
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from app import pipeline
from app.article import Project
from app.deliver.export import export
from app.errors import UserError
from app.store import Store, back_up, backups, contents, restore
from app.store.combining import combined
from app.store.schema import VERSION
from app.store.verifying import verify
from tests.campaigns import preload

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)

FINE, SAID, WRONG = 0, 1, 2
"""How an attempt ends: it worked, it was refused in one sentence, or anything else."""

VERSIONS = Path(__file__).parents[1] / "data" / "projects"
OTHER = "Der Rat stimmt zu."


def take_in(folder: Path) -> None:
    file = Store.create(folder / "new.gegenlesen")
    try:
        pipeline.keep(Project(), file, pipeline.from_text("The council agrees.", "en"), pipeline.from_text(OTHER, "de"))
    finally:
        file.close()


def save(folder: Path) -> None:
    store, project = Store.open(folder / "p.gegenlesen")
    try:
        store.record(project.article(1).edit(project.article(1).units[1].id, OTHER))
    finally:
        store.close()


def deliver(folder: Path) -> None:
    article = contents(folder / "p.gegenlesen").article(1)
    article.edit(article.units[1].id, OTHER)
    for form in ("html", "docx", "txt"):
        export(article, [], form, folder / f"out.{form}")


def secure(folder: Path) -> None:
    store, _ = Store.open(folder / "p.gegenlesen")
    try:
        back_up(store)
    finally:
        store.close()


def bring_up(folder: Path) -> None:
    store, _ = Store.open(folder / "old.gegenlesen")
    store.close()


def purge(folder: Path) -> None:
    store, _ = Store.open(folder / "p.gegenlesen")
    try:
        store.purge(1)
    finally:
        store.close()


def bring_together(folder: Path) -> None:
    store, project = Store.open(folder / "p.gegenlesen")
    try:
        combined(store, project, folder / "copy.gegenlesen")
    finally:
        store.close()


def bring_back(folder: Path) -> None:
    restore(backups(folder / "p.gegenlesen")[0], folder / "p.gegenlesen")


OPERATIONS: dict[str, Callable[[Path], None]] = {
    "import": take_in,
    "save": save,
    "export": deliver,
    "backup": secure,
    "migration": bring_up,
    "restore": bring_back,
    "purge": purge,
    "combine": bring_together,
}


def prepare(folder: Path) -> None:
    """A project, a corrected copy of it, a file of the first version, earlier exports, a backup."""
    for name in ("p", "copy"):
        shutil.copy(VERSIONS / f"version-{VERSION}.gegenlesen", folder / f"{name}.gegenlesen")
    shutil.copy(VERSIONS / "version-1.gegenlesen", folder / "old.gegenlesen")
    store, project = Store.open(folder / "copy.gegenlesen")
    store.record(project.article(1).edit(project.article(1).units[-1].id, OTHER))
    store.close()
    secure(folder)
    article = contents(folder / "p.gegenlesen").article(1)
    for form in ("html", "docx", "txt"):
        export(article, [], form, folder / f"out.{form}")


def attempt(name: str, folder: Path, at: int, error: int, calls: ctypes.CDLL) -> tuple[int, bool]:
    """Do it in a child whose call number `at` fails: how it ended, and whether it came to that call."""
    child = os.fork()
    if not child:
        result = WRONG
        try:
            calls.calls_arm(at, error)
            OPERATIONS[name](folder)
            result = FINE
        except UserError as refused:
            result = SAID if "\n" not in str(refused) else WRONG
        finally:
            os._exit(result + 4 * calls.calls_failed())
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return (status & 3, bool(status & 4)) if status >= 0 else (WRONG, True)


def harmed(name: str, folder: Path, before: dict[str, bytes]) -> list[str]:
    """What is not as it was and not as it should have become."""
    found = [f"{file.name}: {damage.render()}" for file in folder.glob("*.gegenlesen") for damage in verify(file)]
    if found:
        return found
    old = contents(folder / "p.gegenlesen")
    if name not in {"save", "purge", "combine"} and old.log.revision != 21:
        found.append("the project is another")
    if name == "migration" and contents(folder / "old.gegenlesen").log.revision != 14:
        found.append("the history of the older file is another")
    for form in ("html", "docx", "txt"):
        now = (folder / f"out.{form}").read_bytes()
        if now != before[form] and OTHER.encode() not in now and form != "docx":
            found.append(f"the earlier export as {form} is neither the old nor the new one")
        if form == "docx" and not now.startswith(b"PK"):
            found.append("the earlier export as docx is cut off")
    found += [f"left behind: {file.name}" for file in folder.glob(".*.part*")]
    return found


def campaign(place: Path, names: list[str], most: int) -> dict[str, object]:
    calls = ctypes.CDLL(os.environ["LD_PRELOAD"])
    told: Counter[str] = Counter()
    wrong: list[str] = []
    for name in names:
        for error in ERRORS:
            for at in range(1, most):
                folder = place / "work"
                home = Path(os.environ["GEGENLESEN_HOME"])
                for each in (folder, home):
                    shutil.rmtree(each, ignore_errors=True)
                    each.mkdir(parents=True)
                prepare(folder)
                before = {form: (folder / f"out.{form}").read_bytes() for form in ("html", "docx", "txt")}
                ended, reached = attempt(name, folder, at, error, calls)
                told[name] += reached
                found = harmed(name, folder, before)
                if ended == WRONG:
                    found.append("another error than a sentence")
                wrong += [f"{name}, call {at}, {errno.errorcode[error]}: {each}" for each in found]
                if not reached:
                    break
    return {"failed calls": dict(told), "bad": len(wrong), "examples": wrong[:5]}


def main(*names: str, most: int = 400) -> int:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name).resolve()
        words = ["-m", __spec__.name if __spec__ else __name__, "inside", str(place), str(most), *(names or OPERATIONS)]
        environment = {**preload.environment(preload.compiled(place), under=place), "GEGENLESEN_HOME": str(place / "home")}
        os.environ |= environment
        return os.spawnve(os.P_WAIT, sys.executable, [sys.executable, *words], environment)


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        figures = campaign(Path(sys.argv[2]), sys.argv[4:], int(sys.argv[3]))
        sys.stdout.write(json.dumps(figures) + "\n")
        raise SystemExit(1 if figures["bad"] else 0)
    limits = [int(word.removeprefix("most=")) for word in sys.argv[1:] if word.startswith("most=")]
    raise SystemExit(main(*(word for word in sys.argv[1:] if "=" not in word), most=min([400, *limits])))
