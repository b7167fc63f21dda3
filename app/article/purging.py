"""The history of a project without one of its articles, as if it had never been there but for the numbers of its steps."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from app.article.log import PURGED
from app.model import ArticleHead, ArticleSplice, FieldSplice, Splice, Step


def without(steps: Iterable[Step], number: int) -> Iterator[Step]:
    """The same steps without the article `number`: its own leave only their numbers, the list is told as if it never had it."""
    listed: list[int] = []
    for step in steps:
        if step.article == number:
            yield Step(step.revision, None, PURGED, step.when, "", ())
            continue
        splices: list[Splice] = []
        for splice in step.splices:
            if isinstance(splice, FieldSplice) and is_of(splice.name, number):
                continue
            kept = _relisted(splice, number, listed) if isinstance(splice, ArticleSplice) else splice
            if kept is not None:
                splices.append(kept)
        if step.splices and not splices:
            yield Step(step.revision, None, PURGED, step.when, "", ())
        else:
            yield replace(step, splices=tuple(splices))


def is_of(field: str, number: int) -> bool:
    """Whether a field of the project is about one article: its name ends in ``/`` and the article's number."""
    return field.rpartition("/")[1:] == ("/", str(number))


def _relisted(splice: ArticleSplice, number: int, listed: list[int]) -> ArticleSplice | None:
    """A change of the list without the article, None when it was about nothing else; `listed` follows the list with it."""
    position = splice.position - listed[: splice.position].count(number)
    listed[splice.position : splice.position + len(splice.before)] = [head.id for head in splice.after]
    before, after = _others(splice.before, number), _others(splice.after, number)
    return ArticleSplice(position, before, after) if before or after else None


def _others(heads: tuple[ArticleHead, ...], number: int) -> tuple[ArticleHead, ...]:
    return tuple(head for head in heads if head.id != number)
