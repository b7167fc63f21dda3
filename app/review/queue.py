"""The articles of a project in the order in which they should be looked at."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from app.article import Article, Project
from app.model import Finding, Severity
from app.quality.risk import article_risk, row_risks
from app.quality.words import word_count
from app.review.assessing import marks_of
from app.review.cache import Found
from app.review.verdict import Verdict, verdict_of

FEED, ENGINE, REVIEWER = "feed", "engine", "reviewer"
"""Fields of an article: where it came from, what translated it, who looks at it."""


class Stage(StrEnum):
    """How far an article is."""

    UNREAD = "unread"
    READING = "reading"
    JUDGED = "judged"


class Entry(Struct, frozen=True):
    """An article as the queue lists it.

    `counts` are its open findings by severity, hints left out; `risk` is the expected number of rows with a grave error, None
    where it has not been checked. `done` of `rows` are confirmed; removed rows do not count. `words` are those of the source.
    `changed` says that it is no longer what somebody signed.
    """

    article: int
    title: str
    stage: Stage
    counts: dict[Severity, int]
    risk: float | None
    done: int
    rows: int
    words: int
    marks: int
    reviewer: str
    feed: str
    engine: str
    verdict: Verdict | None
    changed: bool = False

    @property
    def criticals(self) -> int:
        """The number of open critical findings."""
        return self.counts.get(Severity.CRITICAL, 0)


def queue(project: Project, found: Found) -> list[Entry]:
    """All articles, riskiest first; those that have not been checked come last, in the order of the project."""
    last = {step.article: step.who for step in project.log.steps if step.article is not None and step.who}
    entries = [entry(article, found.get(article.id), last.get(article.id, "")) for article in project.articles]
    return sorted(entries, key=lambda entry: (entry.risk is None, -(entry.risk or 0.0)))


def entry(article: Article, findings: Iterable[Finding] | None, last: str = "", *, changed: bool = False) -> Entry:
    """One article as the queue lists it; `last` is who changed something in it last, `changed` whether that was after signing."""
    rows = [unit for unit in article.units if not unit.removed]
    done = sum(unit.confirmed for unit in rows)
    verdict = verdict_of(article)
    begun = done or article.marks or any(article.edited(unit) for unit in rows) or len(rows) < len(article.units)
    made = Entry(
        article=article.id,
        title=article.title,
        stage=Stage.JUDGED if verdict else Stage.READING if begun else Stage.UNREAD,
        counts={},
        risk=None,
        done=done,
        rows=len(rows),
        words=word_count(article.source.text.plain),
        marks=len(marks_of(article)),
        reviewer=article.fields.get(REVIEWER, last),
        feed=article.fields.get(FEED, ""),
        engine=article.fields.get(ENGINE, ""),
        verdict=verdict,
        changed=changed,
    )
    return weighed(made, article, findings)


def weighed(known: Entry, article: Article, findings: Iterable[Finding] | None) -> Entry:
    """An entry of an article that is as it was, by other findings."""
    if findings is None:
        return replace(known, counts={}, risk=None)
    seen = list(findings)
    counts = Counter(finding.severity for finding in seen if not finding.hint)
    return replace(known, counts=dict(counts), risk=article_risk(row_risks(article.units, seen)))


def matching(entries: Iterable[Entry], words: str = "", stages: Iterable[Stage] = (), *, criticals: bool = False) -> list[Entry]:
    """The entries with all of these words in title, feed, engine or reviewer, at one of these stages (any, where none is given)."""
    wanted, allowed = words.casefold().split(), set(stages)
    return [
        each
        for each in entries
        if (not allowed or each.stage in allowed)
        and (not criticals or each.criticals)
        and all(word in f"{each.title} {each.feed} {each.engine} {each.reviewer}".casefold() for word in wanted)
    ]
