"""The report of a scorecard: what was marked, what it adds up to, and whether it passes."""

from collections.abc import Sequence

from app.article import Article
from app.article.labels import labels
from app.i18n import _, speaking
from app.model import ErrorMark, Severity, Side
from app.quality.effort import Effort
from app.quality.scorecard import Outcome, Scorecard
from app.quality.typology import Typology
from app.reports.findings import hashes
from app.reports.page import Bars, Cell, Column, Facts, Kind, Paragraph, Report, Section, Series, Table, Tone, number, stamp, words
from app.reports.tones import GRAVEST_FIRST, NAMES, TONES, named


def scorecard_report(
    article: Article, card: Scorecard, marks: Sequence[ErrorMark], typology: Typology, done: Effort, language: str, reviewer: str = ""
) -> Report:
    """The scorecard of an article in the words of `language` (``de`` or ``en``); `done` is what was changed since it came in."""
    with speaking(language):
        return Report(
            kind="scorecard",
            title=article.title,
            language=language,
            result=outcome(card),
            tone=Tone.BAD if card.outcome is Outcome.FAIL else Tone.GOOD,
            lead=card.reason.render(),
            sections=(
                Section(_("Score"), (glance(card, language), counts(card, typology), *chart(card, typology), _effort(done, language))),
                Section(_("Marked errors"), (_marks(article, marks, typology),) if marks else (Paragraph(_("Nothing was marked.")),)),
            ),
            stamp=stamp(language, reviewer, ((_("Typology"), _(typology.name)), *hashes(article))),
        )


def _effort(done: Effort, language: str) -> Facts:
    """How much was corrected, which changes no score: that is of the text as it came in."""
    figures = {"edits": number(done.edits, language, 0), "words": number(done.words, language, 0)}
    share = number(100 * done.share, language)
    said = _("{edits} of {words} words ({share} %)").format(share=share, **figures)
    return Facts(((_("Corrected since it came in (edit distance)"), said),))


def outcome(card: Scorecard) -> str:
    """Passed or failed, in a word."""
    return _("failed") if card.outcome is Outcome.FAIL else _("passed")


def glance(card: Scorecard, language: str) -> Facts:
    """The figures of a card; points per 1,000 words never stand without the words."""
    relative = "–" if card.per_thousand is None else number(card.per_thousand, language)
    facts = [
        (_("errors"), str(card.errors)),
        (_("penalty points"), number(card.points, language)),
        (_("points per 1,000 words"), relative),
        (_("words of the source"), number(card.words, language, 0)),
    ]
    return Facts((*facts, *([(_("score, 0 to 100"), str(card.score))] if card.score is not None else [])), large=True)


def counts(card: Scorecard, typology: Typology) -> Table:
    """Counts by kind and severity, with the points of each kind and the sums."""
    severities = [severity for severity in GRAVEST_FIRST if severity in typology.severities or card.of_severity(severity)]
    kinds = [kind.id for kind in typology.types if kind.id in card.counts] + [k for k in card.counts if k not in _ids(typology)]
    rows: list[tuple[Cell, ...]] = [
        (kind_name(typology, kind), *(card.counts[kind].get(each) for each in severities), _points(card, typology, kind)) for kind in kinds
    ]
    rows.append((_("Together"), *(card.of_severity(each) for each in severities), card.points))
    columns = (Column(_("Kind of error")), *(Column(_(NAMES[each]), Kind.NUMBER) for each in severities), Column(_("Points"), Kind.NUMBER))
    return Table(_("Errors by kind and severity"), columns, tuple(rows), frozenset({len(rows) - 1}))


def chart(card: Scorecard, typology: Typology) -> tuple[Bars, ...]:
    """The same as bars; nothing where nothing was marked."""
    order = sorted(card.counts, key=lambda kind: -sum(card.counts[kind].values()))
    series = tuple(Series(_(NAMES[each]), TONES[each], tuple(card.counts[kind].get(each, 0) for kind in order)) for each in GRAVEST_FIRST)
    return (Bars(_("Severity by category"), tuple(kind_name(typology, kind) for kind in order), series),) if order else ()


def kind_name(typology: Typology, kind: str) -> str:
    """What people call a kind of error; its id where the typology does not have it any more."""
    return next((_(each.name) for each in typology.types if each.id == kind), kind)


def _ids(typology: Typology) -> set[str]:
    return {kind.id for kind in typology.types}


def _points(card: Scorecard, typology: Typology, kind: str) -> float:
    return round(sum(typology.points(kind, severity) * count for severity, count in card.counts[kind].items()), 6)


def _marks(article: Article, marks: Sequence[ErrorMark], typology: Typology) -> Table:
    names = labels(article)
    return Table(
        _("The errors in the order of the text"),
        (
            Column(_("Row"), Kind.SHORT),
            Column(_("Words"), Kind.STORY),
            Column(_("Side"), Kind.SHORT),
            Column(_("Kind of error")),
            Column(_("Severity"), Kind.SHORT),
            Column(_("Points"), Kind.NUMBER),
            Column(_("Note")),
        ),
        tuple(
            (
                names.get(mark.unit),
                words(mark.quote, article.source.language if mark.side is Side.SOURCE else article.target.language),
                _("source") if mark.side is Side.SOURCE else _("translation"),
                kind_name(typology, mark.category),
                named(mark.severity),
                typology.points(mark.category, mark.severity),
                mark.note or None,
            )
            for mark in marks
        ),
        frozenset(at for at, mark in enumerate(marks) if mark.severity is Severity.CRITICAL),
    )
