"""The command line: the same engine as the window, without Qt."""

from app.cli.main import COMMANDS, main

__all__ = ["COMMANDS", "main"]
