"""Words on the command line to one command and its exit status."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from app.cli import checking, projects
from app.cli.words import Make, spoken
from app.errors import UserError
from app.i18n import _, system_language, use_language
from app.model import Severity
from app.style import STARTERS

USAGE = 2
"""Bad input or usage."""

INTERRUPTED = 130
"""Ended by Ctrl+C, as shells report it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status that `--help` documents for it."""
    use_language(system_language())
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # Windows pipes its code page, which has no “⬢”
    parsed = parser().parse_args(arguments)
    try:
        return _flushed(parsed.run(parsed))
    except UserError as error:
        sys.stderr.write(f"gegenlesen: {error}\n")
        return USAGE
    except BrokenPipeError:
        # whoever read our output has gone: what is still buffered goes nowhere, quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.filename is not None:  # about a file, which is told where it is opened
            raise
        sys.stderr.write("gegenlesen: " + _("The output could not be written: {reason}.").format(reason=error.strerror or error) + "\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return USAGE
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED


def _flushed(status: int) -> int:
    """The status, once all output is out: what cannot be written is told here and not by the interpreter's last words."""
    sys.stdout.flush()
    return status


def parser() -> argparse.ArgumentParser:
    """The commands, their options and their help."""
    top = spoken(argparse.ArgumentParser)(
        prog="gegenlesen",
        description=_("Lay an English news story beside its German translation, see what is wrong, correct it, deliver clean text."),
        epilog=_(
            "Without a command it opens the desk: “gegenlesen” alone the start page, “gegenlesen STORY.en.txt STORY.de.txt” a pair, "
            "“gegenlesen PROJECT.gegenlesen” a project."
        ),
    )
    top.add_argument("--version", action="version", version=f"gegenlesen {version('gegenlesen')}", help=_("show the version and exit"))
    commands = top.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    command = spoken(commands.add_parser)
    _add_check(command)
    _add_checks(command)
    _add_create(command)
    _add_export(command)
    _add_verify(command)
    _add_recover(command)
    return top


def _add_check(command: Make) -> None:
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
    word.add_argument("--jobs", type=_count, metavar="N", help=_("processes for a batch (default: one for each processor)"))
    word.add_argument(
        "--profile", metavar="FILE", help=_("the desk's profile: a TOML file, or one of: {names}").format(names=", ".join(STARTERS))
    )
    word.add_argument("--explain", metavar="ID", help=_("print what one check does, why, and how to silence it"))
    word.set_defaults(run=checking.check, parser=word)


def _add_checks(command: Make) -> None:
    word = command("checks", help=_("list all checks"), description=_("List all checks with their severity."))
    word.set_defaults(run=checking.list_checks)


def _add_create(command: Make) -> None:
    word = command(
        "create",
        help=_("make a project file from a pair"),
        description=_("Read a pair, align it and keep it in a project file."),
        epilog=_("Exit status: 0 made, 2 bad input."),
    )
    word.add_argument("source", type=Path, metavar="SOURCE", help=_("the English story"))
    word.add_argument("target", type=Path, metavar="TARGET", help=_("its German translation"))
    word.add_argument("-o", "--out", type=Path, required=True, metavar="P.gegenlesen", help=_("the project file; it must not exist yet"))
    word.set_defaults(run=projects.create)


def _add_export(command: Make) -> None:
    word = command(
        "export",
        help=_("write the corrected story"),
        description=_("Write the corrected story of a project. Open critical findings stop it."),
        epilog=_("Exit status: 0 written, 2 bad input, 3 stopped by open critical findings, which are listed."),
    )
    word.add_argument("project", type=Path, metavar="P.gegenlesen", help=_("the project file"))
    word.add_argument("--article", type=_count, default=1, metavar="N", help=_("which article, counted from 1 (default: 1)"))
    word.add_argument("--to", choices=projects.EXPORTS, required=True, help=_("the format to write"))
    word.add_argument(
        "-o", "--out", type=Path, required=True, metavar="FILE", help=_("the file to write; an earlier one is kept as FILE.bak")
    )
    word.add_argument("--accept", metavar="REASON", help=_("write in spite of open critical findings, for this reason"))
    word.set_defaults(run=projects.export)


def _add_verify(command: Make) -> None:
    word = command(
        "verify",
        help=_("look through a project file for damage"),
        description=_("Look whether everything in a project file is as it was written, and whether its history leads to it."),
        epilog=_("Exit status: 0 sound, 1 damaged, 2 not a project, or open in a window."),
    )
    word.add_argument("project", type=Path, metavar="P.gegenlesen", help=_("the project file"))
    word.set_defaults(run=projects.verify)


def _add_recover(command: Make) -> None:
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
    word.set_defaults(run=projects.recover)


def _count(word: str) -> int:
    if not word.isascii() or not word.isdigit() or not int(word):
        raise argparse.ArgumentTypeError(_("give a whole number, 1 or more"))
    return int(word)
