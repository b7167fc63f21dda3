"""What reviewers called no error, all of it in one list, each revocable."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from app.article.project import Project
from app.model import Dismissal, Step


class Scope(StrEnum):
    """How far a dismissal reaches."""

    ROW = "row"
    ARTICLE = "article"
    PROJECT = "project"


class Dismissed(Struct, frozen=True):
    """A dismissal with the place where it is kept: `article` and `unit` are ids, None where it reaches further."""

    dismissal: Dismissal
    scope: Scope
    article: int | None = None
    unit: int | None = None


def dismissals(project: Project) -> list[Dismissed]:
    """Every dismissal of a project: those of the project first, then by article, then as the rows stand."""
    return list(_listed(project))


def _listed(project: Project) -> Iterator[Dismissed]:
    for dismissal in project.dismissals:
        yield Dismissed(dismissal, Scope.PROJECT)
    for article in project.articles:
        for dismissal in article.dismissals:
            yield Dismissed(dismissal, Scope.ARTICLE, article.id)
        for unit in article.units:
            for dismissal in unit.dismissals:
                yield Dismissed(dismissal, Scope.ROW, article.id, unit.id)


def revoke(project: Project, dismissed: Dismissed) -> Step | None:
    """Let the findings show again that this dismissal hides; None when it has been taken back already.

    Raises KeyError for an article or a row that the project does not have.
    """
    if dismissed.article is None:
        return project.revoke(dismissed.dismissal)
    return project.article(dismissed.article).revoke(dismissed.dismissal, dismissed.unit)
