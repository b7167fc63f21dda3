"""The command `verify`: whether a project file is sound."""

import argparse
import sys

from app.cli.project import add_project
from app.cli.words import Make
from app.i18n import _
from app.store import DamagedError
from app.store.verifying import verify

DAMAGED = 1
"""The exit status for a project file that is not as it was written."""


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "verify",
        help=_("look through a project file for damage"),
        description=_("Look whether everything in a project file is as it was written, and whether its history leads to it."),
        epilog=_("Exit status: 0 sound, 1 damaged, 2 not a project, or open in a window."),
    )
    add_project(word)
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say whether a project file is as it was written, and what is damaged."""
    try:
        found = verify(options.project)
    except DamagedError as error:
        sys.stdout.write(f"{error}\n")
        return DAMAGED
    for damage in found:
        sys.stdout.write(f"{options.project}: {damage.render()}\n")
    if not found:
        sys.stdout.write(_("{path}: undamaged.").format(path=options.project) + "\n")
    return DAMAGED if found else 0
