"""The command `backups`: what is kept of a project file, what differs from it now, and how to get one back."""

import argparse
import sys

from app import store
from app.article.difference import ArticleDifference, Fate, RowDifference, differences
from app.cli.project import add_project
from app.cli.words import Make, count
from app.errors import UserError
from app.i18n import N_, _, ngettext

SIGNS = {Fate.ADDED: "+", Fate.DROPPED: "-", Fate.CHANGED: "~"}


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "backups",
        help=_("list, compare and restore the backups of a project"),
        description=_(
            "List the backups of a project, newest first; say what has changed since one of them, or put it in the project’s place."
        ),
        epilog=_("Exit status: 0 done, 2 bad input."),
    )
    add_project(word)
    what = word.add_mutually_exclusive_group()
    what.add_argument("--changes", type=count, metavar="N", help=_("say what has changed since backup N"))
    what.add_argument("--restore", type=count, metavar="N", help=_("put backup N in the project’s place; the present file is kept"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List backups, compare one, or restore one."""
    found = store.backups(options.project)
    if options.changes:
        before, after = store.contents(_chosen(found, options.changes).path), store.contents(options.project)
        sys.stdout.writelines(_told(each) for each in differences(before, after))
    elif options.restore:
        kept = store.restore(_chosen(found, options.restore), options.project)
        if kept is not None:
            sys.stdout.write(_("The present file was kept as “{path}”.").format(path=kept) + "\n")
    else:
        for number, backup in enumerate(found, 1):
            sys.stdout.write(f"{number:>3}  {backup.time.astimezone():%Y-%m-%d %H:%M}  {_steps(backup.revision)}\n")
    return 0


def _steps(number: int) -> str:
    return ngettext("{count} step", "{count} steps", number).format(count=number)


def _chosen(found: list[store.Backup], number: int) -> store.Backup:
    if number > len(found):
        raise UserError(N_("There is no backup {number}: the project has {count}."), count=len(found), number=number)
    return found[number - 1]


def _told(difference: ArticleDifference) -> str:
    return f"{SIGNS[difference.fate]} {difference.title}\n" + "".join(_row(row) for row in difference.rows)


def _row(row: RowDifference) -> str:
    before, after = (unit.target.plain if unit else "" for unit in (row.before, row.after))
    lines = [f"    {row.source}\n"]
    if before != after:
        lines += [f"  - {before}\n"] if before else []
        lines += [f"  + {after}\n"] if after else []
    return "".join(lines)
