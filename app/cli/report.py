"""The command `report`: findings, changes, scorecard or lot as a page or a workbook."""

import argparse
from pathlib import Path

from app import durable
from app.cli.project import add_article, open_findings, opened_project
from app.cli.words import Make, count
from app.i18n import LANGUAGES, _, system_language
from app.reports.page import KINDS, LOT
from app.reports.written import FORMATS, written


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
    from app.review.reports import article_report, report_of_lot

    with opened_project(options.project, read_only=True) as (_file, project):
        if options.kind == LOT:
            report = report_of_lot(project, options.language, options.lot, with_persons=options.persons)
        else:
            article = project.numbered(options.article)
            report = article_report(options.kind, project, article, options.language, lambda: open_findings(project, article))
    durable.write(options.out, written(report, options.to), protected=[options.project])
    return 0
