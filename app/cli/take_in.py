"""The command `take-in`: what somebody corrected in a copy of the story, as steps by that person."""

import argparse
import sys
from pathlib import Path

from app import pipeline
from app.article.hunks import accept, hunks
from app.cli.project import add_article, opened
from app.cli.words import Make
from app.i18n import _, ngettext


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "take-in",
        help=_("take in a copy that somebody corrected"),
        description=_(
            "Compare a story with a copy of it that somebody corrected elsewhere, and make their corrections steps under their name."
        ),
        epilog=_("Exit status: 0 done, 2 bad input."),
    )
    add_article(word)
    word.add_argument("copy", type=Path, metavar="FILE", help=_("the corrected copy"))
    word.add_argument("--by", metavar="NAME", help=_("who corrected it; without a name the corrections are only listed"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the corrections of a copy, or take them in."""
    material = pipeline.from_file(options.copy, pipeline.TARGET)
    with opened(options, read_only=not options.by) as (file, _project, article):
        found = hunks(article, material.document)
        for hunk in found:
            sys.stdout.write("".join(f"  {sign} {text}\n" for sign, text in (("-", hunk.before), ("+", hunk.after.plain)) if text))
            step = accept(article, hunk, options.by) if options.by else None
            if step is not None:
                file.record(step)
    count = len(found)
    sys.stdout.write(ngettext("{count} correction.", "{count} corrections.", count).format(count=count) + "\n")
    return 0
