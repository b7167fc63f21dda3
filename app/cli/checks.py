"""The command `checks`: every check there is."""

import argparse
import sys

from app.checks import CHECKS
from app.checks.reference import reference
from app.cli.words import Make
from app.i18n import _


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command("checks", help=_("list all checks"), description=_("List all checks with their severity."))
    word.add_argument(
        "--format", choices=("text", "md"), default="text", help=_("a list, or the whole reference as Markdown (default: text)")
    )
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every check: id, severity, title; or its whole page."""
    if options.format == "md":
        sys.stdout.write(reference(CHECKS))
        return 0
    width = max((len(each.id) for each in CHECKS), default=0)
    for each in CHECKS:
        sys.stdout.write(f"{each.id:<{width}}  {each.severity.value:<8}  {_(each.title)}\n")
    return 0
