"""The report of a lot: what was planned, read, marked and decided, and what it can and cannot promise."""

from collections.abc import Collection, Iterator

from app.article import Project
from app.i18n import N_, _, ngettext, speaking
from app.quality.sampling.characteristic import characteristic
from app.quality.sampling.plan import Kind, Plan, Sample
from app.quality.sampling.promises import promises
from app.quality.sampling.tables import Inspection
from app.quality.scorecard import Outcome, Scorecard
from app.reports import scorecards
from app.reports.page import Cell, Column, Curve, Facts, Item, Paragraph, Report, Section, Table, Tone, number, stamp, words
from app.reports.page import Kind as Holds
from app.review import journal, persons
from app.review.signing import SignedArticle, SignedLot, changed_since, signed_lots
from app.review.verdict import WORDS

PLANS = {
    Kind.EVERYTHING: N_("everything"),
    Kind.RISKIEST: N_("the riskiest {count}"),
    Kind.RANDOM: N_("{count} drawn by chance"),
    Kind.UNTIL: N_("what can be read in {minutes} minutes at {speed} words a minute, riskiest first"),
    Kind.ISO: N_("ISO 2859-1 single sampling, level {level}, AQL {aql}, {inspection} inspection"),
}
INSPECTIONS = {Inspection.NORMAL: N_("normal"), Inspection.TIGHTENED: N_("tightened"), Inspection.STOPPED: N_("stopped")}
STRATA = {"feed": N_("by feed"), "engine": N_("by engine")}


def lot_report(project: Project, record: SignedLot, language: str, *, with_persons: bool = False) -> Report:
    """The report of a signed lot, or of one as it stands, in the words of `language` (``de`` or ``en``).

    `with_persons` adds counts by reviewer and the agreement of second readings, under pseudonyms.
    """
    changed = changed_since(project, record) if record.digest else []
    with speaking(language):
        sections = [
            Section(_("What was decided"), _decided(record, language, changed)),
            Section(_("What this can promise"), _promised(record)),
            Section(_("Score of everything that was read"), _scored(record, language)),
            Section(_("Articles"), _articles(record, changed)),
            *_trend(project, record, language),
            *(_persons(project, record) if with_persons else []),
            Section(_("Hashes"), (_hashes(record),)),
        ]
        result, tone = _result(record)
        return Report(
            kind="lot",
            title=record.name,
            language=language,
            result=result,
            tone=tone,
            lead=_lead(record),
            sections=tuple(sections),
            stamp=stamp(language, record.signer, _stamps(record)),
        )


def described(plan: Plan) -> str:
    """A plan in words."""
    text = _(PLANS[plan.kind]).format(
        count=plan.count,
        minutes=f"{plan.minutes:g}",
        speed=f"{plan.words_per_minute:g}",
        level=plan.level,
        aql=plan.aql,
        inspection=_(INSPECTIONS[plan.inspection]),
    )
    chance = plan.kind in {Kind.RANDOM, Kind.ISO}
    more = [_(STRATA[plan.stratum])] if plan.stratum and chance else []
    more += [_("extracts of 300 words")] if plan.extracts else []
    return ", ".join([text, *more])


def operating_characteristic(plan: Plan, sample: Sample) -> Curve:
    """How often a lot passes with so many bad articles in it; the words of a plan's promises belong beside it."""
    population = sample.population
    points = characteristic(population, len(sample.drawn), sample.accept)
    share = {point.bad: (100 * point.bad / max(1, population), 100 * point.chance) for point in points}
    tenth = min(share, key=lambda bad: abs(share[bad][0] - 10))
    said = _("{bad} of {lot} bad: {percent} %").format(bad=tenth, lot=population, percent=round(share[tenth][1]))
    notes = [(*share[tenth], said, Tone.MAJOR)]
    if plan.kind is Kind.ISO:
        level = min(share.values(), key=lambda each: abs(each[0] - float(plan.aql)))
        notes.insert(0, (*level, f"AQL {plan.aql}", Tone.GOOD))
    return Curve(
        _("Operating characteristic: how often a lot passes"),
        _("bad articles in the lot"),
        _("passes"),
        tuple(share.values()),
        tuple(notes),
        percent=True,
    )


def _result(record: SignedLot) -> tuple[str, Tone]:
    if record.decision.accepted is None:
        return _("open"), Tone.PLAIN
    return (_("accepted"), Tone.GOOD) if record.decision.accepted else (_("rejected"), Tone.BAD)


def _lead(record: SignedLot) -> str:
    failed, read = len(record.decision.failed), len(record.sample.drawn)
    return _("{failed} of {read} drawn articles failed; up to {accept} may.").format(failed=failed, read=read, accept=record.sample.accept)


def _stamps(record: SignedLot) -> list[tuple[str, str]]:
    signed = [(_("Signed (UTC)"), record.signed), (_("Signature (SHA-256)"), record.digest)] if record.digest else []
    return [
        *signed,
        (_("Typology"), _(record.typology.name)),
        (_("Profile (SHA-256)"), record.profile),
        (_("Checks, version"), str(record.engine)),
    ]


def _decided(record: SignedLot, language: str, changed: Collection[int]) -> tuple[Item, ...]:
    sample = record.sample
    facts = Facts(
        (
            (_("articles in the lot"), number(sample.lot, language, 0)),
            (_("always read"), str(len(sample.always))),
            (_("drawn"), str(len(sample.drawn))),
            (_("failed"), f"{len(record.decision.failed)} / {sample.accept}"),
        ),
        large=True,
    )
    details = [(_("Plan"), described(record.plan)), (_("Seed"), record.plan.seed)]
    details += [(_("Code letter"), sample.letter)] if sample.letter else []
    details += [(_("Accepts up to, rejects from"), f"{sample.accept} / {sample.accept + 1}")]
    details += [(_("Series"), record.series)] if record.series else []
    return (facts, *(Paragraph(each, Tone.BAD) for each in _warnings(record, len(changed))), Facts(tuple(details)))


def _warnings(record: SignedLot, changed: int) -> Iterator[str]:
    """What keeps the lot from being what was signed."""
    if changed:
        yield ngettext("{count} article was changed after signing.", "{count} articles were changed after signing.", changed).format(
            count=changed
        )
    if record.purged:
        yield ngettext("{count} article was purged since.", "{count} articles were purged since.", record.purged).format(
            count=record.purged
        )
    if not record.digest:
        left = len(record.decision.unread)
        waits = ngettext(
            "Not signed yet: {count} article waits for a verdict.", "Not signed yet: {count} articles wait for a verdict.", left
        )
        yield waits.format(count=left) if left else _("Not signed yet.")


def _promised(record: SignedLot) -> tuple[Item, ...]:
    said = [Paragraph(each.render()) for each in promises(record.plan, record.sample)]
    by_chance = record.sample.random and record.plan.kind in {Kind.RANDOM, Kind.ISO}
    return (*said, *([operating_characteristic(record.plan, record.sample)] if by_chance else []))


def _scored(record: SignedLot, language: str) -> tuple[Item, ...]:
    card = record.card
    return (
        scorecards.glance(card, language),
        Paragraph(_together(card)),
        *([scorecards.counts(card, record.typology)] if card.counts else []),
        *scorecards.chart(card, record.typology),
    )


def _together(card: Scorecard) -> str:
    said = _("Taken as one text: {result}. {reason} What decides about the lot are the drawn articles alone.")
    return said.format(result=scorecards.outcome(card), reason=card.reason.render())


def _articles(record: SignedLot, changed: Collection[int]) -> tuple[Table, ...]:
    read = sorted((each for each in record.articles if each.card), key=_failed_first)
    unread = [each for each in record.articles if not each.card]
    columns = (
        Column(_("Article")),
        Column(_("Chosen"), Holds.SHORT),
        Column(_("Verdict")),
        Column(_("Errors"), Holds.NUMBER),
        Column(_("Points"), Holds.NUMBER),
        Column(_("Words"), Holds.NUMBER),
        Column(_("Points per 1,000"), Holds.NUMBER),
        Column(_("Edited, %"), Holds.NUMBER),
        Column(_("Result"), Holds.SHORT),
    )
    tables = [Table(_("Articles that were read"), columns, tuple(_article(each, record, _title(each, changed)) for each in read))]
    if unread:
        rows = tuple((_title(each, changed), _verdict(each)) for each in unread)
        tables.append(Table(_("Articles that were not read"), (Column(_("Article"), Holds.WIDE), Column(_("Verdict"))), rows))
    return tuple(tables)


def _failed_first(each: SignedArticle) -> bool:
    return each.card is not None and each.card.outcome is Outcome.PASS


def _title(each: SignedArticle, changed: Collection[int]) -> str:
    return _("{title} – changed after signing").format(title=each.title) if each.article in changed else each.title


def _article(each: SignedArticle, record: SignedLot, title: str) -> tuple[Cell, ...]:
    assert each.card is not None
    how = _("always") if each.article in record.sample.always else _("drawn")
    tone = Tone.BAD if each.card.outcome is Outcome.FAIL else Tone.GOOD
    edited = round(100 * each.edits / each.words, 1) if each.words else None
    score = words(scorecards.outcome(each.card), tone=tone)
    return (title, how, _verdict(each), each.card.errors, each.card.points, each.card.words, each.card.per_thousand, edited, score)


def _verdict(each: SignedArticle) -> str | None:
    if each.verdict is None:
        return None
    said = _(WORDS[each.verdict.decision])
    whom = _("{verdict} to {name}").format(verdict=said, name=each.verdict.to) if each.verdict.to else said
    return f"{whom}: {each.verdict.reason}" if each.verdict.reason else whom


def _trend(project: Project, record: SignedLot, language: str) -> list[Section]:
    past = [each for each in journal.lots(signed_lots(project), record.series) if each.per_thousand is not None]
    if len(past) < 2:
        return []
    heights = [each.per_thousand or 0.0 for each in past]
    notes = tuple(
        (float(at), height, f"{each.name}: {number(height, language)}", Tone.GOOD if each.accepted else Tone.BAD)
        for at, (each, height) in enumerate(zip(past, heights, strict=True))
    )
    curve = Curve(
        _("Penalty points per 1,000 words, lot by lot"),
        _("lots of this series, oldest first"),
        _("points"),
        tuple((float(at), height) for at, height in enumerate(heights)),
        notes,
        record.typology.limits.points,
        tuple(each.name for each in past),
    )
    table = Table(
        _("Lots of this series"),
        (
            Column(_("Lot")),
            Column(_("Signed (UTC)"), Holds.SHORT),
            Column(_("Read"), Holds.NUMBER),
            Column(_("Failed"), Holds.NUMBER),
            Column(_("Words"), Holds.NUMBER),
            Column(_("Points per 1,000"), Holds.NUMBER),
            Column(_("Result"), Holds.SHORT),
        ),
        tuple(
            (
                each.name,
                each.signed[:16].replace("T", " "),
                each.read,
                each.failed,
                each.words,
                each.per_thousand,
                words(_("accepted") if each.accepted else _("rejected"), tone=Tone.GOOD if each.accepted else Tone.BAD),
            )
            for each in past
        ),
    )
    return [Section(_("Trend"), (curve, table))]


def _persons(project: Project, record: SignedLot) -> list[Section]:
    listed = {article.id for article in project.articles}
    readers = {each.article: each.reader for each in record.articles if each.read and each.article in listed}
    rows = tuple((each.name, each.verdicts, each.marks) for each in persons.shares(project, readers))
    columns = (Column(_("Reviewer")), Column(_("Verdicts"), Holds.NUMBER), Column(_("Marks"), Holds.NUMBER))
    items: list[Item] = [
        Paragraph(_("Figures about persons were switched on for this report. Names are replaced by letters."), Tone.SOFT),
        Table(_("By reviewer"), columns, rows),
    ]
    twice = persons.second_readings(project, readers)
    if twice:
        items.append(
            Table(
                _("Agreement of two readings"),
                (
                    Column(_("Article")),
                    Column(_("Rows alike"), Holds.SHORT),
                    Column(_("Cohen’s kappa"), Holds.NUMBER),
                    Column(_("Overlap of marks"), Holds.NUMBER),
                ),
                tuple(
                    (project.article(article).title, f"{each.same} / {each.rows}", each.kappa, each.overlap)
                    for article, each in twice.items()
                ),
            )
        )
    return [Section(_("Reviewers"), tuple(items))]


def _hashes(record: SignedLot) -> Table:
    columns = (Column(_("Article")), Column(_("Source (SHA-256)"), Holds.CODE), Column(_("Translation (SHA-256)"), Holds.CODE))
    more = (*columns, Column(_("State when signed (SHA-256)"), Holds.CODE))
    return Table(
        _("What tells these articles from all others"),
        more,
        tuple((each.title, each.source, each.received, each.state) for each in record.articles),
    )
