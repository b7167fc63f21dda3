"""The side-by-side view: rows and heights, painting, the editor, the ruler and the finding card."""

from ui.desk.desk import Desk

__all__ = ["Desk"]
