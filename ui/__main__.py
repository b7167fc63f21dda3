"""The entry point: a command goes to the command line, everything else opens the desk. Qt is imported only for the desk."""

import argparse
import builtins
import gc
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import settings
from app.cli import COMMANDS
from app.cli import main as command
from app.errors import UserError
from app.i18n import Message, _, system_language, use_language

if TYPE_CHECKING:  # loaded with Qt, for the desk only
    from ui.window.showing import Windows

QUESTIONS = frozenset({"-h", "--help", "--version"})
"""First words that go to the command line as its commands do."""

LAST_WAIT = 5.0
"""Seconds that work under way has to end once the last window is closed: a story being sent may still arrive."""

HEARD_AFTER = 250
"""Milliseconds after which later starts are heard where a story is opened: what that takes is loaded while one begins to read."""

SCREENS = frozenset({"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
"""Where Linux tells programs of a screen; without any, Qt ends the program with a core dump."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command or the desk; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and (words[0] in COMMANDS or words[0] in QUESTIONS):
        return command(words)
    options = _desk_parser().parse_args(words)
    if len(options.paths) == 1 and _is_mistyped(options.paths[0]):
        use_language(system_language())
        sentence = _("There is no command “{word}” and no file of this name. “gegenlesen --help” lists the commands.")
        sys.stderr.write("gegenlesen: " + sentence.format(word=options.paths[0]) + "\n")
        return 2
    return desk(options)


def _is_mistyped(path: Path) -> bool:
    """Whether a word looks like a command: no folder, no ending, no file."""
    return path.name == str(path) and not path.suffix and not path.exists()


def _desk_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gegenlesen", add_help=False)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--screenshot", type=Path, metavar="FILE")
    return parser


def desk(options: argparse.Namespace) -> int:
    """Open the window on what the options name, and stay until it is closed."""
    if sys.platform == "linux" and os.environ.keys().isdisjoint(SCREENS):
        use_language(system_language())
        sys.stderr.write(
            "gegenlesen: " + _("There is no screen to open a window on. “gegenlesen --help” lists what works without one.") + "\n"
        )
        return 2
    gc.disable()
    from PySide6.QtWidgets import QApplication

    _import_plainly()
    from ui import errors
    from ui.window.showing import Windows

    gc.freeze()  # what was loaded stays: nobody need look through it for garbage while one types
    gc.enable()
    app = QApplication([*sys.argv[:1], "-style", "fusion"])  # set later, it would bring a type that takes as long as a start page
    app.setApplicationName("gegenlesen")
    app.setApplicationDisplayName("Gegenlesen")
    if not (options.sample or options.screenshot is not None):
        from ui.window.bell import ring

        if ring(options.paths):
            return 0
    errors.watch()
    chosen, trouble = settings.load()
    windows = Windows(chosen)
    app.commitDataRequest.connect(lambda _manager: windows.keep_now())
    _show(windows, options, trouble)
    return _end(windows, app.exec())


def _show(windows: "Windows", options: argparse.Namespace, trouble: Message | None) -> None:
    """Show the first window on what the options name, or on what was open last."""
    from PySide6.QtCore import QTimer

    from ui.session import Session
    from ui.window.showing import offer_tour

    chosen, session = windows.settings, Session()
    session.sign(chosen.reviewer.name or getpass.getuser())
    if options.sample:
        session.open_sample()
    elif options.paths:
        session.open_files(options.paths)
    window = windows.show(session)
    if options.screenshot is None:
        QTimer.singleShot(HEARD_AFTER, windows, lambda: _listen(windows)) if session.busy else _listen(windows)
    if trouble is not None:
        session.noticed.emit(trouble.render())
    if not (chosen.shown.tour or options.screenshot):
        offer_tour(session)
    if not session.busy and windows.recording and chosen.starting.reopen:
        windows.reopen()
    if options.screenshot is not None:
        from ui.window.picture import take_picture

        take_picture(window, options.screenshot)


def _listen(windows: "Windows") -> None:
    """Hear later starts of the program; the first one to hear remembers what is open."""
    from ui.window.bell import Bell

    bell = Bell(windows)
    if bell.listen():
        windows.begin_recording()
    bell.rung.connect(windows.open)


def _end(windows: "Windows", status: int) -> int:
    """Finish the files, also where the system ended the program without closing its windows; returns the exit status."""
    from ui.jobs import Job

    try:
        windows.finish()
    except UserError as error:
        windows.abandon()
        sys.stderr.write(f"gegenlesen: {error}\n")
        status = 1
    if not Job.end(LAST_WAIT):
        sys.stderr.flush()
        os._exit(status)  # all files are closed, and nobody waits for a check
    return status


def _import_plainly() -> None:
    """Import as Python does: the hook that PySide leaves behind reads the source of every module, for a feature that is not used here."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
