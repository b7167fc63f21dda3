"""The one table of actions, by menu."""

from PySide6.QtGui import QKeySequence

from app.i18n import N_
from ui.actions.action import Action
from ui.actions.block import BLOCK
from ui.actions.edit import EDIT
from ui.actions.finding import FINDING
from ui.actions.go import GO
from ui.actions.help import HELP
from ui.actions.opinion import OPINION
from ui.actions.row import ROW
from ui.actions.story import STORY
from ui.actions.view import VIEW

MENUS = (
    ("story", N_("&Story")),
    ("edit", N_("&Edit")),
    ("go", N_("&Go")),
    ("row", N_("&Row")),
    ("block", N_("&Block")),
    ("finding", N_("&Finding")),
    ("opinion", N_("Second &opinion")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)

ACTIONS: tuple[Action, ...] = (*STORY, *EDIT, *GO, *ROW, *BLOCK, *FINDING, *OPINION, *VIEW, *HELP)


def plain(text: str) -> str:
    """A menu text without the mark of its letter."""
    return text.replace("&", "")


def key_text(action: Action) -> str:
    """The first shortcut as it is written on this system; empty when there is none."""
    return QKeySequence(action.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.shortcuts else ""
