"""What another copy of the project holds, for combining both."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from msgspec import Struct

from app.article.combining import Combination, Joined, combine
from app.article.project import Project
from app.errors import UserError
from app.i18n import N_
from app.model import ArticleHead, Unit
from app.store.store import Store
from app.store.writing import Original


class Copy(Struct, frozen=True):
    """Another copy of a project: its content, the rows with which its articles came in, and the Documents that only it may have."""

    project: Project
    first_rows: Mapping[int, tuple[Unit, ...]]
    originals: Mapping[str, Original]


def copy_at(path: Path, project_id: str, heads: Mapping[int, ArticleHead]) -> Copy:
    """Read another copy of the project of this id, whose articles have these `heads`, by their numbers.

    Raises UserError when the file cannot be read or is of another project.
    """
    store, project = Store.open(path, read_only=True)
    with closing(store):
        if store.project_id != project_id:
            raise UserError(N_("“{path}” is another project, not a copy of this one: add its articles instead."), path=path)
        wanted = dict.fromkeys(_foreign(project, heads))
        return Copy(project, store.first_rows(), {digest: store.original(digest) for digest in wanted})


def _foreign(project: Project, heads: Mapping[int, ArticleHead]) -> Iterator[str]:
    """The Documents of articles that are new here, or have new versions there."""
    for article in project.articles:
        if article.versions or heads.get(article.id) != article.head:
            yield from (article.head.source, article.head.target, *article.versions)


def combined(store: Store, project: Project, path: Path) -> Combination:
    """Combine the open project with another copy of it, as `app.article.combining.combine` says, and save what that did.

    Everything that was to be saved before must be on the disk. Raises UserError when the other file cannot be read or is of
    another project; then nothing has changed.
    """
    other = copy_at(path, store.project_id, project.heads())
    combination = combine(project, other.project, other.first_rows)
    for change in changes(combination, other):
        change(store)
    return combination


def changes(combination: Combination, other: Copy) -> Iterator[Callable[[Store], None]]:
    """What saves a combination with another copy, in its order."""
    for digest in combination.documents:
        yield partial(Store.keep, original=other.originals[digest])
    for each in combination.performed:
        if isinstance(each, Joined):
            source, target = (other.originals[digest] for digest in (each.article.head.source, each.article.head.target))
            yield partial(Store.add, step=each.step, source=source, target=target, units=each.units)
        else:
            yield partial(Store.record, step=each)
