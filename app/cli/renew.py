"""The command `renew`: a changed English or German text taken into an article that is being corrected."""

import argparse
import sys
from pathlib import Path

from app import pipeline
from app.cli.project import add_article, opened
from app.cli.words import Make
from app.i18n import _, ngettext
from app.model import Side
from app.store import Original


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "renew",
        help=_("take in a new version of the source or the translation"),
        description=_(
            "Take in a new version of one text of an article. Rows whose text still stands keep everything; the others are listed."
        ),
        epilog=_("Exit status: 0 done, 2 bad input."),
    )
    add_article(word)
    which = word.add_mutually_exclusive_group(required=True)
    which.add_argument("--source", type=Path, metavar="FILE", help=_("the new English text"))
    which.add_argument("--translation", type=Path, metavar="FILE", help=_("the new German text"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take in a new version and list the rows that have to be read again."""
    side = Side.SOURCE if options.source else Side.TARGET
    material = pipeline.from_file(options.source or options.translation, pipeline.SOURCE if options.source else pipeline.TARGET)
    with opened(options) as (file, _project, article):
        known = {unit.id for unit in article.units}
        step = article.renew(side, material.document)
        if step is not None:
            file.keep(Original(material.document, material.name, material.data))
            file.record(step)
    changed = [unit for unit in article.units if unit.source_before or unit.target_before or unit.id not in known] if step else []
    for unit in changed:
        now, before = (article.source_text(unit).plain, unit.source_before) if options.source else (unit.target.plain, unit.target_before)
        sys.stdout.write("".join(f"  {sign} {text}\n" for sign, text in (("-", before), ("+", now)) if text))
    count = len(changed)
    sys.stdout.write(ngettext("{count} row to read again.", "{count} rows to read again.", count).format(count=count) + "\n")
    return 0
