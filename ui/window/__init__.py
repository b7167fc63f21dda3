"""The window of one project."""

from ui.window.window import Window

__all__ = ["Window"]
