"""A disk that is really full, then really gone: ``python -m tests.campaigns.full_disk``.

In a mount namespace of its own, a project on a disk of a megabyte in memory is corrected until nothing fits any more, space is freed
and work goes on; then the disk is pulled out under the open project, and the work must go on in a rescued copy. So it must from a
place that is read-only. Prints a line of JSON; the exit status is 1 when something that was saved is lost. Needs Linux and `unshare`.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from app.errors import UserError
from app.store import Store, back_up
from app.store.verifying import verify
from tests.campaigns import preload
from tests.campaigns.work import begin, changes, lost

FREE = 200_000
"""Bytes that a file of somebody else takes until it is deleted."""


def fill(place: Path) -> dict[str, object]:
    """Work until the disk is full, free some space, work on."""
    path, told = place / "p.gegenlesen", []
    begin(path)
    (place / "other").write_bytes(bytes(FREE))
    store, project = Store.open(path)
    work, said = changes(store, project, Random(1), told.append), ""
    while not said:
        try:
            next(work)
        except UserError as error:
            said = str(error)
    before = len(told)
    (place / "other").unlink()
    store.close()
    wrong = lost(path, told)
    store, project = Store.open(path)
    step = project.articles[0].note(project.articles[0].units[0].id, "Es geht weiter.")
    store.record(step)
    told.append(step)
    store.close()
    return {"saved until full": before, "said": said, "bad": wrong + lost(path, told)}


def pull(place: Path) -> dict[str, object]:
    """Pull the disk out under an open project."""
    path = place / "q.gegenlesen"
    begin(path, 2)
    store, project = Store.open(path)
    back_up(store)
    article = project.articles[0]
    first = article.note(article.units[0].id, "vorher")
    store.record(first)
    subprocess.run(["umount", "-l", str(place)], check=True)
    place.rmdir()
    second = article.note(article.units[0].id, "nachher")
    store.record(second)
    store.close()
    return {"goes on in": store.path.name, "said": store.notice.render() if store.notice else "", "bad": lost(store.path, [first, second])}


def forbid(place: Path) -> dict[str, object]:
    """Open a project on a disk that can only be read, and correct it all the same."""
    path = place / "r.gegenlesen"
    begin(path, 3)
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    store, project = Store.open(path)
    wrong = [] if store.read_only and store.notice and project.articles else ["it does not open for reading"]
    step = project.articles[0].note(project.articles[0].units[0].id, "Es geht weiter.")
    store.record(step)
    store.close()
    wrong += [damage.render() for damage in verify(path)] + lost(store.path, [step])
    return {"goes on in": store.path.name, "said": store.notice.render() if store.notice else "", "bad": wrong}


def inside(folder: Path) -> dict[str, dict[str, object]]:
    os.environ["GEGENLESEN_HOME"] = str(folder / "home")
    found = {}
    for name, ordeal in (("full", fill), ("pulled", pull), ("read-only", forbid)):
        place = folder / name
        place.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], check=True)
        found[name] = ordeal(place)
    return found


def main() -> int:
    if not preload.may_mount():
        sys.stdout.write("This system allows no mount namespace: nothing was run.\n")
        return 3
    with tempfile.TemporaryDirectory() as name:
        words = ["unshare", "-Urm", sys.executable, "-m", "tests.campaigns.full_disk", "inside", name]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr)
        return 1
    sys.stdout.write(done.stdout)
    return 1 if any(each["bad"] for each in json.loads(done.stdout).values()) else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        sys.stdout.write(json.dumps(inside(Path(sys.argv[2]))) + "\n")
        raise SystemExit(0)
    raise SystemExit(main())
