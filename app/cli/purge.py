"""The command `purge`: an article taken out of a project file for good."""

import argparse
import sys

from app.cli.project import add_article, opened
from app.cli.words import Make
from app.errors import UserError
from app.i18n import N_, _, ngettext
from app.store import back_up


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "purge",
        help=_("take an article out of a project for good"),
        description=_(
            "Take an article out of a project file and all its backups: its text, its history, its notes. This cannot be undone. Copies "
            "that were saved or sent elsewhere stay."
        ),
        epilog=_("Exit status: 0 done, 2 bad input."),
    )
    add_article(word)
    word.add_argument("--yes", action="store_true", help=_("do it without asking"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Purge one article, after a plain question."""
    with opened(options) as (file, _project, article):
        if not options.yes and not _agreed(article.title):
            raise UserError(N_("Nothing was purged."))
        done = file.purge(article.id)
        back_up(file)
    sys.stdout.write(
        ngettext("“{title}” is gone, from {count} backup too.", "“{title}” is gone, from {count} backups too.", done).format(
            title=article.title, count=done
        )
        + "\n"
    )
    return 0


def _agreed(title: str) -> bool:
    """Whether a person says so; nobody does where there is nobody to ask."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write(_("Purge “{title}” with its history and from all backups? This cannot be undone. Type yes: ").format(title=title))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"yes", _("yes")}
