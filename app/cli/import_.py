"""The command `import`: a project file from whatever a newsroom has."""

import argparse
import sys
from pathlib import Path

from app import batch, formats, pipeline, store
from app.article import Project
from app.cli.project import made
from app.cli.words import Make
from app.formats.html.furniture import AROUND
from app.i18n import Message, _, ngettext
from app.safe.limits import read_limited


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "import",
        help=_("make a project file from any file"),
        description=_(
            "Read a file that holds both languages (XLIFF, TMX, PO, JSONL, a table), a story with its translation, or a story alone, and keep it in a "
            "project file. What was assumed or left out is said."
        ),
        epilog=_("Exit status: 0 made, 2 bad input."),
    )
    word.add_argument(
        "source", type=Path, metavar="FILE", help=_("a file with both languages, the English story, or a folder of pairs named alike")
    )
    word.add_argument("target", type=Path, nargs="?", metavar="TRANSLATION", help=_("its German translation"))
    word.add_argument("-o", "--out", type=Path, required=True, metavar="P.gegenlesen", help=_("the project file; it must not exist yet"))
    word.add_argument("--whole-page", action="store_true", help=_("of a saved web page, take in what surrounds the story too"))
    word.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make a project file of all articles that the files hold."""
    with made(options.out) as (file, project):
        notes = _taken_in(project, file, options)
    for article in project.articles:
        count = len(article.units)
        sys.stdout.write(ngettext("{path}: {count} row.", "{path}: {count} rows.", count).format(path=article.title, count=count) + "\n")
    for note in notes:
        sys.stdout.write(f"{note.render()}\n")
    if any(note.template == AROUND for note in notes):
        sys.stdout.write(_("To take in all of the page: gegenlesen import --whole-page.") + "\n")
    return 0


def _taken_in(project: Project, file: store.Store, options: argparse.Namespace) -> tuple[Message, ...]:
    """Read the files into the project; what a person should know about it comes back."""
    if options.target is None and options.source.is_dir():
        return batch.keep_folder(project, file, options.source)
    if options.target is None:
        data = read_limited(options.source)
        if formats.aligned_format_for(data, options.source) is not None:
            return pipeline.keep_aligned(project, file, options.source, data).notes
        source = pipeline.from_file(options.source, whole=options.whole_page)
        pair = (source, pipeline.alone(source))
    else:
        pair = pipeline.from_files(options.source, options.target, whole=options.whole_page)
    pipeline.keep(project, file, *pair)
    return tuple(note for material in pair for note in material.reading.notes)
