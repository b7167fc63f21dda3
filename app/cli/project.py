"""What the commands on a project file share: the file, one of its articles, and who signs."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import pipeline
from app.article import Article, Project
from app.cli.words import count
from app.errors import UserError
from app.i18n import N_, _
from app.model import Finding
from app.settings import load
from app.store import Store

SHORT = 8
"""How many signs of a finding's fingerprint name it on the command line."""


def add_project(word: argparse.ArgumentParser) -> None:
    """The argument that names a project."""
    word.add_argument("project", type=Path, metavar="P.gegenlesen", help=_("the project file"))


def add_article(word: argparse.ArgumentParser) -> None:
    """The arguments that name a project and one of its articles."""
    add_project(word)
    word.add_argument("--article", type=count, default=1, metavar="N", help=_("which article, counted from 1 (default: 1)"))


@contextmanager
def made(path: Path) -> Iterator[tuple[Store, Project]]:
    """A new project file and its project; nothing is left of the file when what fills it fails. Raises UserError."""
    file = Store.create(path)
    try:
        yield file, Project()
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    file.close()


@contextmanager
def opened_project(path: Path, *, read_only: bool = False) -> Iterator[tuple[Store, Project]]:
    """A project file with its content; steps are signed with the reviewer's name from the settings. Work that went elsewhere is said."""
    file, project = Store.open(path, read_only=read_only)
    known = file.notice
    try:
        settings, _notice = load()
        project.log.who = settings.reviewer.name or getpass.getuser()
        yield file, project
    finally:
        file.close()
        if file.notice is not None and file.notice != known:
            sys.stderr.write(f"{file.notice.render()}\n")


@contextmanager
def opened(options: argparse.Namespace, *, read_only: bool = False) -> Iterator[tuple[Store, Project, Article]]:
    """The file, the project and the article that the arguments name; steps are signed with the reviewer's name from the settings.

    Raises UserError when there is no such article.
    """
    with opened_project(options.project, read_only=read_only) as (file, project):
        yield file, project, project.numbered(options.article)


def open_findings(project: Project, article: Article) -> list[Finding]:
    """The findings that nobody dismissed, here or in the whole project."""
    return project.sifted(article, pipeline.check(article, project.profile))[0]


def short(finding: Finding) -> str:
    """The name of a finding on the command line."""
    return finding.fingerprint[:SHORT]


def named(findings: list[Finding], name: str) -> list[Finding]:
    """The findings whose fingerprint begins with `name`; raises UserError when there is none, or they are of several kinds."""
    found = [finding for finding in findings if finding.fingerprint.startswith(name)] if name else []
    if len({finding.fingerprint for finding in found}) != 1:
        raise UserError(N_("No open finding is called “{name}”. “gegenlesen findings” lists them."), name=name)
    return found
