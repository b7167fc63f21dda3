"""The profile of a project: its checks, its house style, its names and terms, and what was called no error."""

from ui.dialogs.profile.dialog import ProfileDialog

__all__ = ["ProfileDialog"]
