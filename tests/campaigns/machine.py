"""Random verbs with save and reopen between, the file against the program: ``python -m tests.campaigns.machine 100000``.

After every reopening the project read must be the one that was in memory, and `verify` must find that the history leads to
it. Prints one line of JSON; the exit status is 1 at any difference.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from app.store import Store
from app.store.verifying import verify
from tests.app.article.stories import act, state, tiles
from tests.campaigns.work import begin, renew

LIFE = 400
"""Verbs after which a new story is begun."""

SITTING = 25
"""Verbs between two reopenings, at most."""


def live(path: Path, random: Random) -> tuple[int, list[str]]:
    """One story from import on: how many steps were made, and what differed."""
    begin(path, random.randrange(2**32))
    store, project = Store.open(path)
    different, verbs = list[str](), 0
    while verbs < LIFE:
        article = project.article(1)
        for _ in range(random.randrange(SITTING)):
            verbs += 1
            step = act(article, random.randrange) if random.randrange(30) else renew(store, article, random)
            if step is not None:
                store.record(step)
        store.close()
        store, read = Store.open(path)
        if state(read.article(1)) != state(article) or read.log.steps != project.log.steps:
            different.append(f"after revision {project.log.revision} another project was read")
        if not tiles(article):
            different.append(f"after revision {project.log.revision} the rows no longer tile the texts")
        project = read
    store.close()
    different += [damage.render() for damage in verify(path)]
    path.unlink()
    return project.log.revision, different


def main(count: int, seed: int = 1) -> int:
    random, found = Random(seed), Counter[str]()
    different: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(0, count, LIFE):
            steps, wrong = live(Path(name) / "p.gegenlesen", random)
            found["steps"] += steps
            different += wrong
    sys.stdout.write(json.dumps({"verbs": count, **found, "differences": len(different), "examples": different[:3]}) + "\n")
    return 1 if different else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
