"""The command `report`: findings, changes, scorecard or lot as a page or a workbook."""

import argparse
from pathlib import Path

from app import durable, pipeline
from app.article import Project
from app.cli.project import add_article, opened_project
from app.cli.words import Make, count
from app.errors import UserError
from app.i18n import LANGUAGES, N_, _, system_language
from app.reports.page import Report
from app.reports.written import FORMATS, written

KINDS = ("findings", "changes", "scorecard", "delivery", "lot")


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "report",
        help=_("write a report about a project"),
        description=_("Write what was found, changed or marked in an article, or the spot check of a lot, as one file."),
        epilog=_("Exit status: 0 written, 2 bad input."),
    )
    add_article(word)
    word.add_argument("--kind", choices=KINDS, default="findings", help=_("what it is about (default: findings)"))
    word.add_argument("--lot", type=count, metavar="N", help=_("which signed lot (default: the one under work, else the last signed one)"))
    word.add_argument("--to", choices=FORMATS, default="html", help=_("the format to write (default: html)"))
    word.add_argument("--language", choices=LANGUAGES, default=system_language(), help=_("the language of the report"))
    word.add_argument("--persons", action="store_true", help=_("with figures about reviewers, under pseudonyms; off unless asked for"))
    word.add_argument("-o", "--out", type=Path, required=True, metavar="FILE", help=_("the file to write"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write a report."""
    with opened_project(options.project, read_only=True) as (_file, project):
        report = _lot(project, options) if options.kind == "lot" else _article(project, options)
    durable.write(options.out, written(report, options.to), protected=[options.project])
    return 0


def _article(project: Project, options: argparse.Namespace) -> Report:
    from app.reports.changes import changes_report
    from app.reports.delivery import delivery_note
    from app.reports.findings import findings_report
    from app.reports.scorecards import scorecard_report
    from app.review.assessing import card, marks_of, typology_of

    article = project.numbered(options.article)
    who = project.log.who
    if options.kind == "findings":
        return findings_report(article, pipeline.check(article, project.profile), options.language, who)
    if options.kind == "delivery":
        return delivery_note(article, pipeline.check(article, project.profile), options.language, who)
    if options.kind == "changes":
        return changes_report(article, options.language, who)
    typology = typology_of(project)
    return scorecard_report(article, card(article, typology), marks_of(article), typology, options.language, who)


def _lot(project: Project, options: argparse.Namespace) -> Report:
    from app.review.reporting import lot_report
    from app.review.signing import as_it_stands, signed_lots

    signed = signed_lots(project)
    if options.lot is None:
        record = as_it_stands(project) or (signed[-1] if signed else None)
    else:
        record = next((each for each in signed if each.number == options.lot), None)
    if record is None:
        raise UserError(N_("There is no such lot in this project: choose articles and a plan in the window first."))
    return lot_report(project, record, options.language, with_persons=options.persons)
