"""The command `export`: the corrected story as a file."""

import argparse
from pathlib import Path

from app import pipeline
from app.article.cautions import caution_lines
from app.cli.delivery import accept, stopped, warn
from app.cli.project import add_article, open_findings, opened
from app.cli.words import Make
from app.deliver.export import SAME
from app.deliver.export import export as export_file
from app.deliver.gate import StoppedError
from app.formats import FORMATS
from app.i18n import _
from app.reports.manifest import write_manifest

EXPORTS = (SAME, *(known.name for known in FORMATS if known.writes))
"""Names of the formats that a corrected story can be written in; ``same`` is the file in which it came."""


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "export",
        help=_("write the corrected story"),
        description=_("Write the corrected story of a project. Open critical findings stop it."),
        epilog=_("Exit status: 0 written, 2 bad input, 3 stopped by open critical findings, which are listed."),
    )
    add_article(word)
    word.add_argument("--to", choices=EXPORTS, required=True, help=_("the format to write; “same” is the file it came in"))
    word.add_argument(
        "-o", "--out", type=Path, required=True, metavar="FILE", help=_("the file to write; an earlier one is kept as FILE.bak")
    )
    word.add_argument("--accept", metavar="REASON", help=_("write in spite of open critical findings or an embargo, for this reason"))
    word.add_argument("--manifest", action="store_true", help=_("also write FILE.manifest.json: hashes, counts, and what was let pass"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write a corrected story; open critical findings stop it unless a reason lets them pass."""
    with opened(options, read_only=options.accept is None) as (file, project, article):
        findings = open_findings(project, article)
        if options.accept is not None:
            accept(file, article, findings, options.accept)
        try:
            missed = export_file(article, findings, options.to, options.out, [options.project], pipeline.came(project, file, article))
        except StoppedError as stop:
            return stopped(article, stop)
        warn(*missed, *caution_lines(article, findings, project.profile))
        if options.manifest:
            write_manifest(article, findings, project.dismissals, options.out)
    return 0
