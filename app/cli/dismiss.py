"""The command `dismiss`: a finding is no error."""

import argparse
import sys

from app.cli.project import add_article, named, open_findings, opened
from app.cli.words import Make
from app.i18n import _
from app.model import Dismissal

SCOPES = HERE, ARTICLE, PROJECT = "here", "article", "project"


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "dismiss",
        help=_("say that a finding is no error"),
        description=_("Say that a finding is no error. It comes back only when what it found changes."),
        epilog=_("Exit status: 0 dismissed, 2 bad input."),
    )
    add_article(word)
    word.add_argument("finding", metavar="FINDING", help=_("its name in the list of “findings”"))
    word.add_argument("--scope", choices=SCOPES, default=HERE, help=_("where this holds (default: here)"))
    word.add_argument("--reason", default="", metavar="WORDS", help=_("why, kept in the history"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Dismiss all findings of this name."""
    with opened(options) as (file, project, article):
        found = named(open_findings(project, article), options.finding)
        if options.scope == PROJECT:
            file.record(project.dismiss(Dismissal(found[0].fingerprint, found[0].check, options.reason)))
        else:
            for finding in found[:1] if options.scope == ARTICLE else found:
                step = article.dismiss(finding, everywhere=options.scope == ARTICLE, reason=options.reason)
                if step is not None:
                    file.record(step)
    sys.stdout.write(_("No error: {message}").format(message=found[0].message.render()) + "\n")
    return 0
