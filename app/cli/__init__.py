"""The command line: the same engine as the window, without Qt."""

from app.cli.main import main

__all__ = ["main"]
