"""The command `check`: what is suspicious in a pair, in many pairs, and what a check does."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from app import durable, pipeline
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

if TYPE_CHECKING:  # loaded for a batch alone
    from app import batch

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "html", "xlsx")
"""How findings can be printed."""

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
    word.add_argument("--format", choices=FORMATS, default="text", help=_("how to print the findings (default: text)"))
    word.add_argument(
        "--fail-on",
        choices=[Severity.CRITICAL.value, Severity.MAJOR.value, Severity.MINOR.value],
        default=Severity.MAJOR.value,
        help=_("the least severity that makes the exit status 1 (default: major)"),
    )
    word.add_argument("--out", type=Path, metavar="FILE", help=_("where the findings go, or the results of a batch as JSON lines"))
    word.add_argument(
        "--batch", type=Path, metavar="PAIRS", help=_("check many pairs: a JSONL file, a table (.csv, .tsv, .xlsx) or a folder of pairs")
    )
    word.add_argument("--project", type=Path, metavar="P.gegenlesen", help=_("put the pairs of a batch into this project, checked"))
    word.add_argument("--jobs", type=count, metavar="N", help=_("processes for a batch (default: one for each processor)"))
    word.add_argument("--scheduler", metavar="tls://HOST:PORT", help=_("work a batch off on this Dask cluster (needs the extra “cluster”)"))
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
        options.parser.error(_("give SOURCE and TARGET, or --batch with --out or --project"))
    source, target = pipeline.from_files(options.source, options.target)
    project = Project()
    project.use(_profile(options.profile))
    article, _step = pipeline.take_in(project, source, target)
    findings = pipeline.check(article, project.profile)
    for note in (*source.reading.notes, *target.reading.notes, *pipeline.strangers(article)):
        sys.stderr.write(f"gegenlesen: {note.render()}\n")
    limit = Severity(options.fail_on)
    _write(printed(options.format, article, findings, (options.source, options.target), limit), options)
    return SOME if any(f.severity.rank >= limit.rank and not f.hint for f in findings) else 0


def printed(form: str, article: Article, findings: list[Finding], paths: tuple[Path, Path], limit: Severity) -> str | bytes:
    """The findings in one of `FORMATS`."""
    name = paths[1].name
    match form:
        case "json" | "jsonl":
            texts = not article.source.origin == article.target.origin == PLAIN
            record = check_record(article, findings, name, texts=texts)
            return json.dumps(record, ensure_ascii=False, indent=1 if form == "json" else None) + "\n"
        case "sarif":
            from app.reports.sarif import sarif

            names = (quote(paths[0].as_posix()), quote(paths[1].as_posix()))
            return json.dumps(sarif(article, findings, names), ensure_ascii=False, indent=1) + "\n"
        case "junit":
            from app.reports.junit import junit

            return junit(article, findings, name, limit)
        case "html" | "xlsx":
            from app.reports.findings import findings_report
            from app.reports.written import written

            return written(findings_report(article, findings, system_language()), form)
        case _:
            return findings_as_text(article, findings)


def _write(data: str | bytes, options: argparse.Namespace) -> None:
    if options.out is not None:
        whole = data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace")
        durable.write(options.out, whole, protected=[options.source, options.target])
    elif isinstance(data, str):
        sys.stdout.write(data)
    elif options.format == "xlsx" and sys.stdout.isatty():
        raise UserError(N_("A workbook is no text: give --out FILE.xlsx."))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def _profile(name: str | None) -> Profile:
    if name is None:
        return Profile()
    path = Path(name)
    return read_profile(read_limited(path), path.name) if path.suffix == ".toml" else starter(name)


def _batch(options: argparse.Namespace) -> int:
    from app import batch

    if (options.out is None) == (options.project is None):
        options.parser.error(_("--batch needs --out RESULTS.jsonl or --project P.gegenlesen"))
    setting = batch.Setting(profile=_profile(options.profile), language=system_language())
    meter = _meter() if sys.stderr.isatty() else no_progress
    if options.project is not None:
        return _filled(options, setting, meter)
    if options.out.exists() and options.out.samefile(options.batch):
        raise UserError(N_("The results would overwrite the pairs. Give --out another name."))
    pairs = _pairs(options.batch)
    return UNREAD if batch.check_file(pairs, options.out, options.jobs, meter, setting=setting, scheduler=options.scheduler) else 0


def _pairs(path: Path) -> "batch.Input":
    """The pairs of a batch; what had to be left out is said."""
    from app import batch

    found = batch.read_input(path)
    for note in found.notes:
        sys.stderr.write(f"gegenlesen: {note.render()}\n")
    return found


def _filled(options: argparse.Namespace, setting: "batch.Setting", meter: Progress) -> int:
    from app import batch

    done = batch.fill(_pairs(options.batch), options.project, setting, options.jobs, meter, scheduler=options.scheduler)
    for name, error in done.unread:
        sys.stderr.write(f"gegenlesen: {name}: {error}\n")
    said = _("{path}: {added} articles added, {there} were there already.")
    sys.stdout.write(said.format(path=options.project, added=done.added, there=done.there) + "\n")
    return UNREAD if done.unread else 0


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
