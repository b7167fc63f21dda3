"""Words on the command line to one command and its exit status."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

from app.cli.words import spoken
from app.errors import UserError
from app.i18n import _, system_language, use_language

COMMANDS = (
    "check",
    "checks",
    "create",
    "import",
    "findings",
    "dismiss",
    "accept",
    "export",
    "send",
    "report",
    "verify",
    "recover",
    "backups",
    "renew",
    "take-in",
    "combine",
    "purge",
)
"""The commands in the order of the help. Each is a module here, with a ``_`` behind a word that Python keeps for itself: ``add`` makes its parser, ``run`` does what was asked."""

USAGE = 2
"""Bad input or usage."""

INTERRUPTED = 130
"""Ended by Ctrl+C, as shells report it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status that `--help` documents for it."""
    use_language(system_language())
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # Windows pipes its code page, which has no “⬢”
    words = list(sys.argv[1:] if arguments is None else arguments)
    parsed = parser(_needed(words)).parse_args(words)
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


def _needed(words: Sequence[str]) -> Sequence[str]:
    """The commands that have to be loaded to understand these words: all of them for the help, none to tell the version."""
    if words[:1] == ["--version"]:
        return ()
    return words[:1] if words and words[0] in COMMANDS else COMMANDS


class _Version(argparse.Action):
    """Looks the version up when it is asked for: that takes longer than some commands."""

    def __call__(self, parser: argparse.ArgumentParser, *_parsed: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"gegenlesen {version('gegenlesen')}\n")
        parser.exit()


def _flushed(status: int) -> int:
    """The status, once all output is out: what cannot be written is told here and not by the interpreter's last words."""
    sys.stdout.flush()
    return status


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """These commands, their options and their help; one that was named is loaded alone."""
    top = spoken(argparse.ArgumentParser)(
        prog="gegenlesen",
        description=_("Lay an English news story beside its German translation, see what is wrong, correct it, deliver clean text."),
        epilog=_(
            "Without a command it opens the desk: “gegenlesen” alone the start page, “gegenlesen STORY.en.txt STORY.de.txt” a pair, "
            "“gegenlesen PROJECT.gegenlesen” a project."
        ),
    )
    top.add_argument("--version", action=_Version, nargs=0, help=_("show the version and exit"))
    commands = top.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    command = spoken(commands.add_parser)
    for name in names:
        import_module(f"app.cli.{name.replace('-', '_')}{'_' * iskeyword(name)}").add(command)
    return top
