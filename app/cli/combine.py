"""The command `combine`: two copies of a project that were corrected apart, as one."""

import argparse
import sys
from pathlib import Path

from app.article import Project
from app.article.combining import Conflict, decide
from app.cli.project import add_project, opened_project
from app.cli.words import Make
from app.i18n import _, ngettext
from app.store import back_up
from app.store.combining import combined

OPEN = 1
"""The exit status when rows wait for a decision."""


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "combine",
        help=_("bring two copies of a project together"),
        description=_(
            "Take into a project what was done in another copy of it, row by row and under the name of who did it. Rows that were changed in "
            "both, differently, stay as they are here and are listed."
        ),
        epilog=_("Exit status: 0 done, 1 done but for the rows listed, 2 bad input."),
    )
    add_project(word)
    word.add_argument("other", type=Path, metavar="COPY.gegenlesen", help=_("the other copy; it is only read"))
    word.add_argument("--take-theirs", action="store_true", help=_("where both changed a row, take the other copy’s version"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Combine two copies, and list or settle what both changed."""
    with opened_project(options.project) as (file, project):
        back_up(file)
        combination = combined(file, project, options.other)
        for conflict in combination.conflicts:
            if options.take_theirs:
                step = decide(project.article(conflict.article), conflict)
                if step is not None:
                    file.record(step)
            else:
                sys.stdout.write(_told(project, conflict))
    count = len(combination.performed)
    sys.stdout.write(ngettext("{count} step came in.", "{count} steps came in.", count).format(count=count) + "\n")
    return OPEN if combination.conflicts and not options.take_theirs else 0


def _told(project: Project, conflict: Conflict) -> str:
    article = project.article(conflict.article)
    theirs = conflict.theirs.target.plain if conflict.theirs else ""
    source = article.source_text(conflict.mine).plain
    return f"{article.title}\n    {source}\n  < {conflict.mine.target.plain}\n  > {theirs}  ({conflict.who})\n"
