"""A lot under a plan: which articles are read, what follows from the marks, and the signature that freezes it all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.article import Article, Project
from app.deliver.gate import blocking
from app.errors import UserError
from app.i18n import N_
from app.model import ArticleSplice, BlockKind, BlockStart, Step, well_formed
from app.quality.risk import article_risk, row_risks
from app.quality.sampling.plan import Candidate, Decision, Plan, RowSize, Sample, Stratum, decide, extract, take
from app.quality.sampling.tables import Inspection
from app.quality.scorecard import Outcome, Scorecard
from app.quality.words import word_count
from app.review.assessing import card, typology_of
from app.review.cache import Found
from app.review.identity import identity
from app.review.queue import ENGINE, FEED
from app.review.verdict import verdict_of

FIELD = "lot"
"""The field of the project that keeps the lot under work as JSON."""


class Lot(Struct, frozen=True, omit_defaults=True):
    """A lot under work: its articles, the plan and what the plan chose, once and for all.

    `series` names the lots that follow on each other for the switching rules, as a feed or an engine. `extracts` are the rows
    to read of each article that is not read whole.
    """

    name: str
    articles: tuple[int, ...]
    plan: Plan
    sample: Sample
    series: str = ""
    extracts: dict[str, tuple[int, ...]] = {}

    def rows_of(self, article: int) -> tuple[int, ...] | None:
        """The rows of an article that are read; None for all."""
        return self.extracts.get(str(article))


def chosen(project: Project, *, feed: str = "", engine: str = "", since: str = "") -> list[int]:
    """The articles of a lot: those of a feed, of an engine, that came in at or after a moment (UTC in ISO 8601), or all."""
    came: dict[int, str] = {}
    for step in project.log.steps:
        for head in (head for splice in step.splices if isinstance(splice, ArticleSplice) for head in splice.after):
            came.setdefault(head.id, step.when)
    return [
        article.id
        for article in project.articles
        if feed in {"", article.fields.get(FEED)} and engine in {"", article.fields.get(ENGINE)} and came.get(article.id, "") >= since
    ]


def candidates(project: Project, found: Found, articles: Iterable[int], stratum: Stratum = Stratum.NONE) -> list[Candidate]:
    """These articles as a plan sees them. Raises UserError while one has not been checked: nobody knows its risk."""
    listed = [project.article(number) for number in articles]
    if any(article.id not in found for article in listed):
        raise UserError(N_("Some articles have not been checked yet: wait until the queue shows a risk for each."))
    seen: Counter[str] = Counter()
    result = []
    for each in (_candidate(article, found, stratum) for article in listed):
        seen[each.key] += 1  # the same pair may be in a lot twice, and both must be drawn or left by themselves
        result.append(replace(each, key=f"{each.key}#{seen[each.key]}") if seen[each.key] > 1 else each)
    return result


def _candidate(article: Article, found: Found, stratum: Stratum) -> Candidate:
    findings = found[article.id]
    return Candidate(
        article=article.id,
        key=identity(article),
        words=word_count(article.source.text.plain),
        risk=article_risk(row_risks(article.units, findings)),
        criticals=len(blocking(article, findings)),
        stratum=article.fields.get(stratum.value, "") if stratum else "",
    )


def draft(project: Project, found: Found, articles: Sequence[int], plan: Plan, name: str, series: str = "") -> Step:
    """Make a lot of these articles and let the plan choose. Raises UserError for no articles, or a series that was stopped."""
    if not articles:
        raise UserError(N_("A lot needs at least one article."))
    if plan.inspection is Inspection.STOPPED:
        raise UserError(N_("Too many lots of this series were rejected: mend what makes them first, then begin with tightened inspection."))
    sample = take(plan, candidates(project, found, articles, plan.stratum))
    extracts = {str(number): extract_of(project.article(number), found) for number in sample.to_read} if plan.extracts else {}
    lot = Lot(well_formed(name), tuple(articles), replace(plan, seed=well_formed(plan.seed)), sample, series, extracts)
    return project.set_fields("plan-lot", {FIELD: msgspec.json.encode(lot).decode()})


def current(project: Project) -> Lot | None:
    """The lot under work, without articles that were purged since; None when there is none."""
    kept = project.fields.get(FIELD)
    if kept is None:
        return None
    lot = msgspec.json.decode(kept, type=Lot)
    if all(number in project.shelf for number in lot.articles):
        return lot
    articles, always, drawn = (
        tuple(number for number in numbers if number in project.shelf) for numbers in (lot.articles, lot.sample.always, lot.sample.drawn)
    )
    return replace(lot, articles=articles, sample=replace(lot.sample, always=always, drawn=drawn))


def extract_of(article: Article, found: Found) -> tuple[int, ...]:
    """The rows to read when only an extract is: title and lead, then the riskiest."""
    risks = row_risks(article.units, found.get(article.id, ()))
    rows, kind, paragraphs = [], BlockKind.PARAGRAPH, 0
    for unit in article.units:
        if isinstance(unit.opening, BlockStart):
            kind = unit.opening.kind
            paragraphs += kind is BlockKind.PARAGRAPH
        head = kind in {BlockKind.TITLE, BlockKind.DECK} or (kind is BlockKind.PARAGRAPH and paragraphs <= 1)
        if not unit.removed:
            rows.append(RowSize(unit.id, word_count(article.source_text(unit).plain), risks.get(unit.id, 0.0), head))
    return extract(rows)


def cards(project: Project, lot: Lot) -> dict[int, Scorecard]:
    """The scorecards of the articles of a lot that were read, by their marks; read is what has a verdict."""
    typology = typology_of(project)
    read = (project.article(number) for number in lot.sample.to_read)
    return {article.id: card(article, typology, lot.rows_of(article.id)) for article in read if verdict_of(article)}


def decision(lot: Lot, read: Mapping[int, Scorecard]) -> Decision:
    """What follows for the lot from the cards of what was read: accepted, rejected, or open."""
    return decide(lot.sample, {number: each.outcome is Outcome.FAIL for number, each in read.items()})
