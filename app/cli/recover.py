"""The command `recover`: save what is sound in a damaged project file."""

import argparse
import sys
from pathlib import Path

from app.cli.words import Make
from app.i18n import _
from app.store.recovering import recover


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "recover",
        help=_("save what is sound in a damaged project file"),
        description=_("Write every row and step of a damaged project file that is sound to a new one. The damaged file stays."),
        epilog=_("Exit status: 0 recovered (what is lost is listed), 2 nothing could be recovered."),
    )
    word.add_argument("project", type=Path, metavar="P.gegenlesen", help=_("the damaged project file"))
    word.add_argument(
        "-o", "--out", type=Path, required=True, metavar="Q.gegenlesen", help=_("the new project file; it must not exist yet")
    )
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Save what is sound in a damaged project file into a new one, and say what had to be left behind."""
    for left in recover(options.project, options.out):
        sys.stdout.write(f"{options.project}: {left.render()}\n")
    sys.stdout.write(_("{path}: everything undamaged has been recovered.").format(path=options.out) + "\n")
    return 0
