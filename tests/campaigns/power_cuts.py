"""Cut the power under the store that ships, at any call, and look what is left: ``python -m tests.campaigns.power_cuts 100000``.

Prints one line of JSON; the exit status is 1 when anything that was acknowledged is lost or a file cannot be read.
"""

import json
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from app.errors import UserError
from app.model import Step
from app.store import Store
from tests.campaigns.disks import PowerCutDisk, under
from tests.campaigns.work import Draft, begin, changes, lost

FEW_CALLS = 160
"""Among how many calls the cut falls: opening takes a few, a change five or more."""


def cut(folder: Path, image: bytes, random: Random) -> tuple[int, list[str]]:
    """One cut: how many changes had been acknowledged, and what is wrong with what is left."""
    path = folder / "p.gegenlesen"
    path.write_bytes(image)
    told: list[Step | Draft] = []
    with under(PowerCutDisk(path, image, random.randrange(1, FEW_CALLS))) as disk:
        assert isinstance(disk, PowerCutDisk)
        store = None
        with suppress(UserError):
            store, project = Store.open(path)
            for _ in changes(store, project, random, told.append):
                pass
        left = folder / "left"
        left.mkdir()
        disk.leave(left, random)
        if store is not None:
            store.close()
    try:
        wrong = lost(left / path.name, told)
    except UserError as error:
        wrong = [str(error)]
    for file in (*left.iterdir(), *folder.glob("p.*")):
        file.unlink()
    left.rmdir()
    return len(told), wrong


def main(count: int, seed: int = 1) -> int:
    random, begun = Random(seed), time.monotonic()
    acknowledged, wrong = 0, list[list[str]]()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        folder = Path(name)
        for number in range(count):
            if number % 1000 == 0:
                begin(folder / "new", seed + number)
                image = (folder / "new").read_bytes()
                (folder / "new").unlink()
            told, found = cut(folder, image, random)
            acknowledged += told
            wrong += [found] if found else []
    figures = {"cuts": count, "acknowledged": acknowledged, "bad": len(wrong), "examples": wrong[:3]}
    sys.stdout.write(json.dumps({**figures, "s": round(time.monotonic() - begun)}) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
