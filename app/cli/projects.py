"""The commands on project files: `create`, `export`, `verify`, `recover`."""

import argparse
import getpass
import sys

from app import pipeline, store
from app.article import Article, Project
from app.deliver.export import StoppedError
from app.deliver.export import export as export_file
from app.deliver.gate import blocking, wave_through
from app.errors import UserError
from app.i18n import N_, _, ngettext
from app.reports.text import findings_as_text
from app.settings import load

EXPORTS = ("html", "md", "txt", "docx")
"""Names of the formats that a corrected story can be written in."""

STOPPED = 3
"""The exit status of an export that open critical findings stopped."""

DAMAGED = 1
"""The exit status of `verify` for a project file that is not as it was written."""


def create(options: argparse.Namespace) -> int:
    """Make a project file of one article."""
    pair = pipeline.from_files(options.source, options.target)
    project = Project()
    file = store.Store.create(options.out)
    try:
        article = pipeline.keep(project, file, *pair)
    except BaseException:
        file.close()
        options.out.unlink(missing_ok=True)
        raise
    file.close()
    count = len(article.units)
    sys.stdout.write(ngettext("{path}: {count} row.", "{path}: {count} rows.", count).format(path=options.out, count=count) + "\n")
    return 0


def export(options: argparse.Namespace) -> int:
    """Write a corrected story; open critical findings stop it unless a reason lets them pass."""
    file, project = store.Store.open(options.project, read_only=options.accept is None)
    try:
        article = _article(project, options.article)
        findings = pipeline.check(article, project.profile)
        stopping = blocking(article, findings)
        if stopping and options.accept is not None:
            settings, _notice = load()
            project.log.who = settings.reviewer.name or getpass.getuser()
            file.record(wave_through(article, stopping, options.accept))
        export_file(article, findings, options.to, options.out, [options.project])
    except StoppedError as stop:
        sys.stderr.write(f"gegenlesen: {stop}\n\n{findings_as_text(article, stop.findings)}")
        return STOPPED
    finally:
        file.close()
    return 0


def verify(options: argparse.Namespace) -> int:
    """Say whether a project file is as it was written, and what is damaged."""
    try:
        found = store.verify(options.project)
    except store.DamagedError as error:
        sys.stdout.write(f"{error}\n")
        return DAMAGED
    for damage in found:
        sys.stdout.write(f"{options.project}: {damage.render()}\n")
    if not found:
        sys.stdout.write(_("{path}: undamaged.").format(path=options.project) + "\n")
    return DAMAGED if found else 0


def recover(options: argparse.Namespace) -> int:
    """Save what is sound in a damaged project file into a new one, and say what had to be left behind."""
    for left in store.recover(options.project, options.out):
        sys.stdout.write(f"{options.project}: {left.render()}\n")
    sys.stdout.write(_("{path}: everything undamaged has been recovered.").format(path=options.out) + "\n")
    return 0


def _article(project: Project, number: int) -> Article:
    if number > len(project.articles):
        raise UserError(N_("There is no story {number}: the project has {count}."), count=len(project.articles), number=number)
    return project.articles[number - 1]
