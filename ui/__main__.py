"""The entry point: a command goes to the command line, everything else opens the desk. Qt is imported only for the desk."""

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.cli import COMMANDS
from app.cli import main as command
from app.errors import UserError
from app.i18n import _, system_language, use_language

QUESTIONS = frozenset({"-h", "--help", "--version"})
"""First words that go to the command line as its commands do."""

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
    from PySide6.QtWidgets import QApplication

    from app import settings
    from ui import errors
    from ui.session import Session
    from ui.window.bell import Bell, ring
    from ui.window.picture import take_picture
    from ui.window.showing import Windows, offer_tour

    app = QApplication(sys.argv[:1])
    app.setApplicationName("gegenlesen")
    app.setApplicationDisplayName("Gegenlesen")
    alone = options.sample or options.screenshot is not None
    if not alone and ring(options.paths):
        return 0
    errors.watch()
    chosen, trouble = settings.load()
    session = Session()
    session.sign(chosen.reviewer.name or getpass.getuser())
    windows = Windows(chosen)
    window = windows.show(session)
    app.commitDataRequest.connect(lambda _manager: windows.keep_now())
    bell = Bell()
    windows.recording = options.screenshot is None and bell.listen()
    bell.rung.connect(windows.open)
    if trouble is not None:
        session.noticed.emit(trouble.render())
    if not (chosen.shown.tour or options.screenshot):
        offer_tour(session)
    if options.sample:
        session.open_sample()
    elif options.paths:
        session.open_files(options.paths)
    elif windows.recording and chosen.starting.reopen:
        windows.reopen()
    if options.screenshot is not None:
        take_picture(window, options.screenshot)
    status = app.exec()
    try:
        windows.finish()  # also where the system ended the program without closing its window
    except UserError as error:
        windows.abandon()
        sys.stderr.write(f"gegenlesen: {error}\n")
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
