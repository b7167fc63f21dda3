"""What another copy of the project holds, for combining both."""

from pathlib import Path

from app.article.combining import Combination, Joined, combine
from app.article.project import Project
from app.errors import UserError
from app.i18n import N_
from app.store.store import Store


def combined(store: Store, project: Project, path: Path) -> Combination:
    """Combine the open project with another copy of it, as `app.article.combining.combine` says, and save what that did.

    Everything that was to be saved before must be on the disk. Raises UserError when the other file cannot be read or is of
    another project; then nothing has changed.
    """
    other, theirs = Store.open(path, read_only=True)
    try:
        if other.project_id != store.project_id:
            raise UserError(N_("“{path}” is another project, not a copy of this one: add its articles instead."), path=path)
        combination = combine(project, theirs, other.first_rows())
        for digest in combination.documents:
            store.keep(other.original(digest))
        for each in combination.performed:
            if isinstance(each, Joined):
                head = each.article.head
                store.add(each.step, other.original(head.source), other.original(head.target), each.units)
            else:
                store.record(each)
    finally:
        other.close()
    return combination
