"""Flip bits of a project file, cut its end off, zero a piece of it: ``python -m tests.campaigns.damage 10000 2000``.

Every damage must be noticed on opening, in a sentence, or be harmless: everything read is as it was. Then `recover` must
save every row and step that the damage left alone. Prints one line of JSON; the exit status is 1 below the bar: all
truncations, and 99 in 100 of the flips that alter what can be read.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from app.errors import UserError
from app.store import Store
from app.store.recovering import recover
from app.store.verifying import verify
from tests.campaigns.work import begin, changes

STEPS = 60


def content(path: Path) -> tuple[object, ...]:
    """Everything a project file holds for a reader; raises UserError when damage is noticed."""
    store, project = Store.open(path)
    try:
        articles = [(a.title, a.source, a.target, tuple(a.units), a.fields) for a in project.articles]
        originals = [store.original(digest) for a in project.articles for digest in (a.source.digest, a.target.digest)]
        return articles, originals, project.log.steps, store.drafts()
    finally:
        store.close()


def flipped(data: bytes, random: Random) -> bytes:
    altered = bytearray(data)
    altered[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(altered)


def truncated(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def zeroed(data: bytes, random: Random) -> bytes:
    at, size = random.randrange(len(data)), random.choice((16, 512, 4096))
    piece = data[at : at + size]
    return data[:at] + bytes(len(piece)) + data[at + size :]


def outcome(path: Path, data: bytes, sound: tuple[object, ...]) -> str:
    path.write_bytes(data)
    try:
        same = content(path) == sound
    except UserError:
        return "noticed"
    return "harmless" if same else "missed"


def recovered(folder: Path, count: int, seed: int = 1) -> Counter[str]:
    """What came of recovering damaged files: all of it, a part, or nothing, always as a sound project or one sentence."""
    path, out, random = folder / "p.gegenlesen", folder / "out.gegenlesen", Random(seed)
    sound, data = make(path, seed)
    found: Counter[str] = Counter()
    for number in range(count):
        path.write_bytes((flipped, truncated, zeroed)[number % 3](data, random))
        try:
            recover(path, out)
        except UserError:
            found["nothing"] += 1
            continue
        try:
            found["all" if content(out) == sound else "part"] += 1
            found["unsound"] += bool(verify(out))
        except UserError:
            found["unsound"] += 1
        out.unlink()
    return found


def make(path: Path, seed: int) -> tuple[tuple[object, ...], bytes]:
    """A project file with some history: what it holds, and its bytes."""
    path.unlink(missing_ok=True)
    begin(path, seed)
    store, project = Store.open(path)
    work = changes(store, project, Random(seed), lambda change: None)
    for _ in range(STEPS):
        next(work)
    store.close()
    return content(path), path.read_bytes()


def try_all(folder: Path, counts: dict[str, int], seed: int = 1) -> dict[str, Counter[str]]:
    """How often each kind of damage was noticed, harmless or missed."""
    path, random = folder / "p.gegenlesen", Random(seed)
    sound, data = make(path, seed)
    kinds = {"flipped": flipped, "truncated": truncated, "zeroed": zeroed}
    return {kind: Counter(outcome(path, kinds[kind](data, random), sound) for _ in range(count)) for kind, count in counts.items()}


def passed(found: dict[str, Counter[str]]) -> bool:
    flips, cuts = found["flipped"], found["truncated"]
    return cuts["missed"] == cuts["harmless"] == 0 and flips["missed"] <= 0.01 * (flips["missed"] + flips["noticed"])


def main(flips: int, cuts: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        found = try_all(Path(name), {"flipped": flips, "truncated": cuts, "zeroed": cuts})
        saved = recovered(Path(name), cuts)
    sys.stdout.write(json.dumps({**found, "recovered": saved}) + "\n")
    return 0 if passed(found) and not saved["unsound"] else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
