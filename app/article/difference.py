"""What is different between two states of a project, as data."""

from enum import StrEnum

from msgspec import Struct

from app.article.article import Article
from app.article.project import Project
from app.model import Unit


class Fate(StrEnum):
    """What became of an article."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"


class RowDifference(Struct, frozen=True):
    """A row that is not the same in both; None where it does not stand. `source` is its source now, or else then."""

    unit: int
    source: str
    before: Unit | None
    after: Unit | None


class ArticleDifference(Struct, frozen=True):
    """An article that is not the same in both states, with its rows that differ, in order; no rows when it was added or dropped."""

    number: int
    title: str
    fate: Fate
    rows: tuple[RowDifference, ...] = ()


def differences(before: Project, after: Project) -> tuple[ArticleDifference, ...]:
    """What is different in `after`, in its order, then the articles that it does not have on its list any more."""
    then = {article.id: article for article in before.articles}
    found = [_difference(then.get(article.id), article) for article in after.articles]
    now = {article.id for article in after.articles}
    dropped = (ArticleDifference(article.id, article.title, Fate.DROPPED) for article in before.articles if article.id not in now)
    return (*filter(None, found), *dropped)


def _difference(before: Article | None, after: Article) -> ArticleDifference | None:
    if before is None or before.head != after.head:
        return ArticleDifference(after.id, after.title, Fate.ADDED)
    rows = _rows(before, after)
    same = not rows and before.fields == after.fields and before.marks == after.marks and before.dismissals == after.dismissals
    return None if same else ArticleDifference(after.id, after.title, Fate.CHANGED, rows)


def _rows(before: Article, after: Article) -> tuple[RowDifference, ...]:
    then = {unit.id: unit for unit in before.units}
    now = {unit.id for unit in after.units}
    changed = [
        RowDifference(unit.id, after.source_text(unit).plain, then.get(unit.id), unit) for unit in after.units if then.get(unit.id) != unit
    ]
    gone = [RowDifference(unit.id, before.source_text(unit).plain, unit, None) for unit in before.units if unit.id not in now]
    return (*changed, *gone)
