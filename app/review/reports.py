"""Every kind of report about a project under its name: what the window and the command line offer alike."""

from collections.abc import Callable, Sequence

from app.article import Article, Project
from app.errors import UserError
from app.i18n import N_
from app.model import Finding
from app.reports.changes import changes_report
from app.reports.delivery import delivery_note
from app.reports.findings import findings_report
from app.reports.page import Report
from app.reports.scorecards import scorecard_report
from app.review import lot
from app.review.assessing import article_effort, card, marks_of, typology_of
from app.review.reporting import lot_report
from app.review.signing import SignedLot, as_it_stands, signed_lots

Look = Callable[[], Sequence[Finding]]
"""Gives the open findings of the article; asked only by reports that speak of them."""


def article_report(kind: str, project: Project, article: Article, language: str, look: Look) -> Report:
    """A report of one of `ARTICLE_REPORTS` in the words of `language` (``de`` or ``en``); raises KeyError for any other kind."""
    return ARTICLE_REPORTS[kind](project, article, language, look)


def report_of_lot(project: Project, language: str, number: int | None = None, *, with_persons: bool = False) -> Report:
    """The report of a signed lot by its number; without one of the lot under work, else of the last one that was signed.

    Raises UserError where there is no such lot, and for a record that is not as it was signed.
    """
    record = record_of(project, number)
    if record is None:
        none_yet, not_this = N_("There is no lot yet: draw a sample first."), N_("There is no lot {number} in this project.")
        raise UserError(none_yet if number is None else not_this, number=number)
    return lot_report(project, record, language, with_persons=with_persons)


def record_of(project: Project, number: int | None = None) -> SignedLot | None:
    """The record of a lot, chosen as in `report_of_lot`; None where there is none. Raises UserError for one that was altered."""
    signed = signed_lots(project)
    if number is not None:
        return next((each for each in signed if each.number == number), None)
    return as_it_stands(project) or (signed[-1] if signed else None)


def _findings(project: Project, article: Article, language: str, look: Look) -> Report:
    return findings_report(article, look(), language, project.log.who)


def _changes(project: Project, article: Article, language: str, _look: Look) -> Report:
    return changes_report(article, language, project.log.who)


def _delivery(project: Project, article: Article, language: str, look: Look) -> Report:
    return delivery_note(article, look(), language, project.log.who, project.profile)


def _scorecard(project: Project, article: Article, language: str, _look: Look) -> Report:
    """By the rows that are read in the lot under work, where that is an extract: the card the reader sees beside the text."""
    typology, under_work = typology_of(project), lot.current(project)
    rows = under_work.rows_of(article.id) if under_work else None
    marks = [mark for mark in marks_of(article) if rows is None or mark.unit in rows]
    return scorecard_report(article, card(article, typology, rows), marks, typology, article_effort(article), language, project.log.who)


ARTICLE_REPORTS: dict[str, Callable[[Project, Article, str, Look], Report]] = {
    "findings": _findings,
    "changes": _changes,
    "delivery": _delivery,
    "scorecard": _scorecard,
}
