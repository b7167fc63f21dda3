"""Whether the rows and the history of a file were saved together.

A copy taken by another program in the middle of a save can hold pages from before and from after it. Each is sound in itself;
what gives it away is that rows and steps do not belong to one revision.
"""

from collections.abc import Iterable, Iterator

import apsw

from app.i18n import N_, Message
from app.model import RowSplice, Step


def disagreements(connection: apsw.Connection, steps: Iterable[Step]) -> Iterator[Message]:
    """Articles whose rows are not those that the steps left, by number and by the revision that changed each row last."""
    changed: dict[int, dict[int, int]] = {}
    sizes: dict[int, int] = dict(connection.execute("SELECT id, size FROM article"))
    for step in steps:
        for splice in step.splices:
            if isinstance(splice, RowSplice) and step.article in sizes:
                rows = changed.setdefault(step.article, {})
                for unit in splice.before:
                    rows.pop(unit.id, None)
                rows.update((unit.id, step.revision) for unit in splice.after)
                sizes[step.article] += len(splice.after) - len(splice.before)
    for article, size in sizes.items():
        query = "SELECT id, revision FROM unit WHERE article = ? AND revision > 0"
        count = connection.execute("SELECT count(*) FROM unit WHERE article = ?", (article,)).get
        if count != size or dict(connection.execute(query, (article,))) != changed.get(article, {}):
            yield Message(N_("the rows of article {number} are not what its history says"), {"number": str(article)})
