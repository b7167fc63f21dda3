"""The one table of actions, by menu."""

from PySide6.QtGui import QKeySequence

from app.i18n import N_
from ui.actions.action import Action
from ui.actions.assess import ASSESS
from ui.actions.block import BLOCK
from ui.actions.edit import EDIT
from ui.actions.finding import FINDING
from ui.actions.go import GO
from ui.actions.help import HELP
from ui.actions.opinion import OPINION
from ui.actions.project import PROJECT
from ui.actions.row import ROW
from ui.actions.story import STORY
from ui.actions.view import VIEW

MENUS = (
    ("story", N_("&Story")),
    ("project", N_("&Project")),
    ("edit", N_("&Edit")),
    ("go", N_("&Go")),
    ("row", N_("&Row")),
    ("block", N_("&Block")),
    ("finding", N_("&Finding")),
    ("assess", N_("&Assess")),
    ("opinion", N_("Second &opinion")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)

ACTIONS: tuple[Action, ...] = (*STORY, *PROJECT, *EDIT, *GO, *ROW, *BLOCK, *FINDING, *ASSESS, *OPINION, *VIEW, *HELP)

READING = {"confirm", "confirm-paragraph", "confirm-to-here", "reopen", "needs-work", "note"}
"""What is done to rows without changing a word."""

CORRECTING = {action.id for action in (*ROW, *BLOCK, *OPINION)} - READING | {
    *("replace", "spelling", "no-break-space", "fixes", "fix-alike", "house-style")
}
"""What changes the text, and is out of reach while one assesses."""


def plain(text: str) -> str:
    """A menu text without the mark of its letter."""
    return text.replace("&", "")


def key_text(action: Action) -> str:
    """The first shortcut as it is written on this system; empty when there is none."""
    return QKeySequence(action.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.shortcuts else ""
