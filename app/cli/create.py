"""The command `create`: a project file from a pair."""

import argparse
import sys
from pathlib import Path

from app import pipeline
from app.cli.project import made
from app.cli.words import Make
from app.i18n import _, ngettext


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "create",
        help=_("make a project file from a pair"),
        description=_("Read a pair, align it and keep it in a project file."),
        epilog=_("Exit status: 0 made, 2 bad input."),
    )
    word.add_argument("source", type=Path, metavar="SOURCE", help=_("the English story"))
    word.add_argument("target", type=Path, metavar="TARGET", help=_("its German translation"))
    word.add_argument("-o", "--out", type=Path, required=True, metavar="P.gegenlesen", help=_("the project file; it must not exist yet"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make a project file of one article."""
    pair = pipeline.from_files(options.source, options.target)
    with made(options.out) as (file, project):
        article = pipeline.keep(project, file, *pair)
    count = len(article.units)
    sys.stdout.write(ngettext("{path}: {count} row.", "{path}: {count} rows.", count).format(path=options.out, count=count) + "\n")
    return 0
