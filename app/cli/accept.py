"""The command `accept`: a critical finding may go out as it is."""

import argparse
import sys

from app.cli.project import add_article, named, open_findings, opened
from app.cli.words import Make
from app.deliver.gate import blocking, wave_through
from app.i18n import _


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "accept",
        help=_("let a critical finding pass, for a reason"),
        description=_("Let a critical finding pass the gate, for a reason that is kept in the history with your name."),
        epilog=_("Exit status: 0 accepted, 2 bad input, or a finding that blocks nothing."),
    )
    add_article(word)
    word.add_argument("finding", metavar="FINDING", help=_("its name in the list of “findings”"))
    word.add_argument("--reason", required=True, metavar="WORDS", help=_("why it may go out as it is"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Wave all findings of this name through."""
    with opened(options) as (file, project, article):
        found = named(blocking(article, open_findings(project, article)), options.finding)
        file.record(wave_through(article, found, options.reason))
    sys.stdout.write(_("It may pass: {message}").format(message=found[0].message.render()) + "\n")
    return 0
