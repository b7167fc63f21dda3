"""Figures about persons, under pseudonyms. Nothing calls this unless a desk has switched it on."""

from collections import Counter
from collections.abc import Iterable
from string import ascii_uppercase

from msgspec import Struct

from app.article import Project
from app.model import MarkSplice
from app.quality.agreement import Agreement, agreement


class Share(Struct, frozen=True):
    """What one reviewer did in some articles: verdicts given, errors marked that still stand."""

    name: str
    verdicts: int
    marks: int


def pseudonyms(names: Iterable[str]) -> dict[str, str]:
    """A letter for each name in the order of the alphabet, beyond Z two letters; empty names have none."""
    found = sorted({name for name in names if name})
    letters = [*ascii_uppercase, *(a + b for a in ascii_uppercase for b in ascii_uppercase)]
    return dict(zip(found, letters, strict=False))


def markers(project: Project, article: int) -> dict[int, str]:
    """For each mark of an article who set it first."""
    who: dict[int, str] = {}
    for step in project.log.of(article):
        for splice in step.splices:
            for mark in splice.after if isinstance(splice, MarkSplice) else ():
                who.setdefault(mark.id, step.who)
    return who


def shares(project: Project, readers: dict[int, str]) -> list[Share]:
    """What each reviewer did in these articles, each with who gave its verdict."""
    verdicts = Counter(name for name in readers.values() if name)
    marks: Counter[str] = Counter()
    for article in readers:
        who = markers(project, article)
        marks.update(who[mark.id] for mark in project.article(article).marks if who.get(mark.id))
    names = pseudonyms([*verdicts, *marks])
    return [Share(letter, verdicts[name], marks[name]) for name, letter in names.items()]


def second_readings(project: Project, articles: Iterable[int]) -> dict[int, Agreement]:
    """The agreement of both readings in each of these articles that was read twice."""
    found: dict[int, Agreement] = {}
    for number in articles:
        article = project.article(number)
        if any(mark.reading == 2 for mark in article.marks):
            found[number] = agreement([unit.id for unit in article.units], article.marks)
    return found
