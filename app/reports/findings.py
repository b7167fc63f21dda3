"""The report of what the checks found in an article: how grave, where, and the whole story with the words pointed at."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from app.article import Article
from app.article.labels import labels
from app.i18n import N_, _, ngettext, speaking
from app.model import Category, Finding, Severity, Side, Span, Unit
from app.quality.risk import article_risk, row_risks
from app.reports.page import Bars, Column, Facts, Kind, Report, Run, Section, Series, Strip, Table, Tone, Words, number, stamp
from app.reports.tones import GRAVEST_FIRST, NAMES, TONES, named, pointed

ISSUES = {
    Category.TERMINOLOGY: N_("Terminology"),
    Category.MISTRANSLATION: N_("Mistranslation"),
    Category.OMISSION: N_("Omission"),
    Category.UNTRANSLATED: N_("Untranslated"),
    Category.ADDITION: N_("Addition"),
    Category.DUPLICATION: N_("Repetition"),
    Category.INCONSISTENCY: N_("Inconsistency"),
    Category.GRAMMAR: N_("Grammar"),
    Category.REGISTER: N_("Register"),
    Category.LOCALE: N_("Locale convention"),
    Category.STYLE: N_("Style"),
    Category.CHARACTERS: N_("Characters"),
    Category.MISSPELLING: N_("Spelling"),
    Category.TYPOGRAPHICAL: N_("Typography"),
    Category.FORMATTING: N_("Formatting"),
    Category.NUMBERS: N_("Numbers"),
    Category.MARKUP: N_("Markup"),
    Category.WHITESPACE: N_("Spacing"),
    Category.LENGTH: N_("Length"),
    Category.UNINTELLIGIBLE: N_("Unintelligible"),
    Category.OTHER: N_("Other"),
}
"""What people call the issue types of ITS 2.0."""


def findings_report(article: Article, findings: Sequence[Finding], language: str, reviewer: str = "") -> Report:
    """The findings of an article in the words of `language` (``de`` or ``en``)."""
    with speaking(language):
        return Report(
            kind="findings",
            title=article.title,
            language=language,
            lead=_lead(findings),
            result=_("nothing suspicious") if not findings else "",
            tone=Tone.GOOD if not findings else Tone.PLAIN,
            sections=(
                Section(_("At a glance"), (_glance(article, findings, language), *_charts(article, findings))),
                Section(_("The story"), (_story(article, findings),)),
            ),
            stamp=stamp(language, reviewer, hashes(article)),
        )


def hashes(article: Article) -> tuple[tuple[str, str], ...]:
    """The SHA-256 of both texts as they came in."""
    return (_("Source (SHA-256)"), article.source.digest), (_("Translation (SHA-256)"), article.target.digest)


def by_category(findings: Sequence[Finding]) -> Bars:
    """How many findings of each severity there are by kind of issue, the most first."""
    counts: dict[Category, Counter[Severity]] = defaultdict(Counter)
    for finding in findings:
        counts[finding.category][finding.severity] += 1
    order = sorted(counts, key=lambda category: (-counts[category].total(), category.value))
    return Bars(
        _("Severity by category"),
        tuple(_(ISSUES[category]) for category in order),
        tuple(
            Series(_(NAMES[severity]), TONES[severity], tuple(counts[category][severity] for category in order))
            for severity in GRAVEST_FIRST
        ),
    )


def along(article: Article, findings: Sequence[Finding]) -> Strip:
    """The risk of each row, in the order of the text."""
    risks = row_risks(article.units, findings)
    gravest: dict[int, Severity] = {}
    for finding in findings:
        for unit in finding.units:
            gravest[unit] = max(gravest.get(unit, Severity.NEUTRAL), finding.severity, key=lambda severity: severity.rank)
    rows = [unit for unit in article.units if not unit.removed]
    names = labels(article)
    return Strip(
        _("Risk along the article"),
        tuple(names[unit.id] for unit in rows),
        tuple(risks[unit.id] for unit in rows),
        tuple(TONES[gravest[unit.id]] if unit.id in gravest else Tone.SOFT for unit in rows),
        _("Row"),
        _("Risk"),
    )


def _lead(findings: Sequence[Finding]) -> str:
    return ngettext("{count} finding.", "{count} findings.", len(findings)).format(count=len(findings))


def _glance(article: Article, findings: Sequence[Finding], language: str) -> Facts:
    counts = Counter(finding.severity for finding in findings)
    figures = [(_(NAMES[severity]), str(counts[severity])) for severity in GRAVEST_FIRST]
    risk = article_risk(row_risks(article.units, findings))
    return Facts((*figures, (_("rows expected to be wrong"), number(risk, language))), large=True)


def _charts(article: Article, findings: Sequence[Finding]) -> tuple[Bars | Strip, ...]:
    return (by_category(findings), along(article, findings)) if findings else ()


def _story(article: Article, findings: Sequence[Finding]) -> Table:
    by_unit: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        for unit_id in finding.units:
            by_unit[unit_id].append(finding)
    names = labels(article)
    rows = [unit for unit in article.units if not unit.removed]
    return Table(
        _("The whole story, row by row"),
        (
            Column(_("Row"), Kind.SHORT),
            Column(_("Source"), Kind.STORY),
            Column(_("Translation"), Kind.STORY),
            Column(_("Findings")),
        ),
        tuple((names[unit.id], *_sides(article, unit, by_unit[unit.id]), _reasons(unit, by_unit[unit.id])) for unit in rows),
        frozenset(at for at, unit in enumerate(rows) if by_unit[unit.id]),
    )


def _sides(article: Article, unit: Unit, findings: Sequence[Finding]) -> tuple[Words, Words]:
    def spans(side: Side) -> list[tuple[Span, Severity]]:
        return [(place.span, finding.severity) for finding in findings for place in finding.on(side) if place.unit == unit.id]

    return (
        pointed(article.source_text(unit).plain, spans(Side.SOURCE), article.source.language, _("nothing in the source")),
        pointed(unit.target.plain, spans(Side.TARGET), article.target.language, _("missing in the translation")),
    )


def _reasons(unit: Unit, findings: Sequence[Finding]) -> Words:
    """What was found, in the first row of each finding."""
    runs: list[Run] = []
    for finding in (each for each in findings if each.units[0] == unit.id):
        runs += [
            *([Run("\n")] if runs else []),
            *named(finding.severity).runs,
            Run(f" {finding.message.render()} "),
            Run(finding.check, Tone.SOFT),
        ]
    return Words(tuple(runs))
