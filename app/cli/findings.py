"""The command `findings`: what is open in a story of a project."""

import argparse
import json
import sys

from app.cli.project import add_article, open_findings, opened, short
from app.cli.words import Make
from app.i18n import _
from app.model import Side
from app.reports.contract import check_record
from app.reports.text import WORDS, quoted


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "findings",
        help=_("list the open findings of a story in a project"),
        description=_("List the open findings of a story, each with the name by which “dismiss” and “accept” know it."),
        epilog=_("Exit status: 0 listed, 2 bad input."),
    )
    add_article(word)
    word.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print the findings (default: text)"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print one line a finding, or the object of the schema ``gegenlesen.check/1``."""
    with opened(options, read_only=True) as (_file, project, article):
        findings = open_findings(project, article)
        if options.format == "json":
            sys.stdout.write(json.dumps(check_record(article, findings, article.title, texts=True), ensure_ascii=False, indent=1) + "\n")
            return 0
        for finding in findings:
            words = quoted(article, finding, Side.TARGET) or quoted(article, finding, Side.SOURCE)
            sys.stdout.write(f"{short(finding)}  {_(WORDS[finding.severity]):<9} {finding.check:<28} {words}\n")
    return 0
