"""The command `check`: what is suspicious in a pair, in many pairs, and what a check does."""

import argparse
import json
import sys
import time
from pathlib import Path

from app import batch, pipeline
from app.article import Article, Project
from app.checks import CHECKS
from app.checks.reference import page
from app.cli.words import Make, count
from app.errors import Progress, UserError, no_progress
from app.formats import PLAIN
from app.i18n import N_, _, system_language
from app.model import Finding, Severity
from app.reports.contract import check_record
from app.reports.text import findings_as_text
from app.safe.limits import read_limited
from app.style import STARTERS, Profile, read_profile, starter

SOME, UNREAD = 1, 2


def add(command: Make) -> None:
    """Make the parser of the command."""
    word = command(
        "check",
        help=_("say what is suspicious in a translation"),
        description=_("Align a pair and say what is suspicious in the translation."),
        epilog=_(
            "Exit status: 0 nothing of that severity or worse, 1 something, 2 bad input. A batch ends with 2 if a pair could not be read."
        ),
    )
    word.add_argument("source", nargs="?", type=Path, metavar="SOURCE", help=_("the English story (.txt, .md, .html, .docx)"))
    word.add_argument("target", nargs="?", type=Path, metavar="TARGET", help=_("its German translation"))
    word.add_argument("--format", choices=("text", "json", "html"), default="text", help=_("how to print the findings (default: text)"))
    word.add_argument(
        "--fail-on",
        choices=[Severity.CRITICAL.value, Severity.MAJOR.value, Severity.MINOR.value],
        default=Severity.MAJOR.value,
        help=_("the least severity that makes the exit status 1 (default: major)"),
    )
    word.add_argument("--batch", type=Path, metavar="PAIRS.jsonl", help=_("check many pairs, one JSON object a line"))
    word.add_argument("--out", type=Path, metavar="RESULTS.jsonl", help=_("where the results of a batch go"))
    word.add_argument("--jobs", type=count, metavar="N", help=_("processes for a batch (default: one for each processor)"))
    word.add_argument(
        "--profile", metavar="FILE", help=_("the desk's profile: a TOML file, or one of: {names}").format(names=", ".join(STARTERS))
    )
    word.add_argument("--explain", metavar="ID", help=_("print what one check does, why, and how to silence it"))
    word.set_defaults(run=run, parser=word)


def run(options: argparse.Namespace) -> int:
    """Check a pair, a batch, or explain a check; the exit status is as `--help` says."""
    if options.explain:
        return explain(options.explain)
    if options.batch:
        return _batch(options)
    if options.source is None or options.target is None:
        options.parser.error(_("give SOURCE and TARGET, or --batch with --out"))
    source, target = pipeline.from_files(options.source, options.target)
    article, _step = pipeline.take_in(Project(), source, target)
    findings = pipeline.check(article, _profile(options.profile))
    for note in (*source.reading.notes, *target.reading.notes, *pipeline.strangers(article)):
        sys.stderr.write(f"gegenlesen: {note.render()}\n")
    plain = source.document.origin == target.document.origin == PLAIN
    sys.stdout.write(_printed(options.format, article, findings, options.target.name, texts=not plain))
    limit = Severity(options.fail_on).rank
    return SOME if any(f.severity.rank >= limit and not f.hint for f in findings) else 0


def _profile(name: str | None) -> Profile:
    if name is None:
        return Profile()
    path = Path(name)
    return read_profile(read_limited(path), path.name) if path.suffix == ".toml" else starter(name)


def _printed(form: str, article: Article, findings: list[Finding], name: str, *, texts: bool) -> str:
    if form == "json":
        return json.dumps(check_record(article, findings, name, texts=texts), ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        from app.reports.findings import findings_report
        from app.reports.html import html_page

        return html_page(findings_report(article, findings, system_language()))
    return findings_as_text(article, findings)


def _batch(options: argparse.Namespace) -> int:
    if options.out is None:
        options.parser.error(_("--batch needs --out RESULTS.jsonl"))
    if options.out.exists() and options.out.samefile(options.batch):
        raise UserError(N_("The results would overwrite the pairs. Give --out another name."))
    unread = batch.check_file(options.batch, options.out, options.jobs, _meter() if sys.stderr.isatty() else no_progress)
    return UNREAD if unread else 0


def _meter() -> Progress:
    began = time.monotonic()

    def show(done: int, total: int) -> None:
        speed = done / max(0.001, time.monotonic() - began)
        sys.stderr.write("\r" + _("{done} of {total} pairs, {speed:.1f} a second ").format(done=done, total=total, speed=speed))
        if done == total:
            sys.stderr.write("\n")
        sys.stderr.flush()

    return show


def explain(name: str) -> int:
    """Print a check's page; raises UserError for an id that no check has."""
    found = next((each for each in CHECKS if each.id == name), None)
    if found is None:
        raise UserError(N_("There is no check “{name}”. “gegenlesen checks” lists them all."), name=name)
    sys.stdout.write(page(found))
    return 0
