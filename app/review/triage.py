"""All critical findings of a lot in one list, so that they can be decided without opening an article."""

from collections.abc import Iterable

from msgspec import Struct

from app.article import Project
from app.deliver.gate import blocking
from app.model import Finding
from app.review.assessing import marks_of
from app.review.cache import Found


class Passage(Struct, frozen=True):
    """Both texts of a row as they are now; the finding's places count in them."""

    unit: int
    source: str
    target: str


class Critical(Struct, frozen=True):
    """An open critical finding with the rows it stands in; `marked` once it was accepted as an error."""

    article: int
    title: str
    finding: Finding
    rows: tuple[Passage, ...]
    marked: bool = False


def criticals(project: Project, found: Found, articles: Iterable[int] | None = None) -> list[Critical]:
    """The open critical findings of these articles, or of all, article by article: the one with the most first.

    Each is decided by a verb of its article: `fix`, `dismiss`, `assessing.accept`, `verdict.judge`.
    """
    listed = [project.article(number) for number in articles] if articles is not None else project.articles
    stopping = {article.id: blocking(article, found.get(article.id, ())) for article in listed}
    marked = {article.id: marks_of(article) for article in listed if stopping[article.id]}
    return [
        Critical(
            article.id,
            article.title,
            finding,
            tuple(
                Passage(unit.id, article.source_text(unit).plain, unit.target.plain)
                for unit in map(article.unit, dict.fromkeys(finding.units))
            ),
            any(mark.check == finding.check and mark.unit in finding.units for mark in marked[article.id]),
        )
        for article in sorted(listed, key=lambda article: -len(stopping[article.id]))
        for finding in stopping[article.id]
    ]
