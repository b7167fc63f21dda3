"""The menu *Help*: help."""

from app.i18n import N_
from ui.actions.action import Action, always, story

HELP: tuple[Action, ...] = (
    Action(id="help", menu="help", icon="help-circle-outline", text=N_("&Help for this place"), keys=("F1",), enabled=always),
    Action(id="contents", menu="help", text=N_("&Manual…"), enabled=always),
    Action(id="shortcuts", menu="help", icon="keyboard-outline", text=N_("&Keys…"), keys=("Ctrl+F1",), enabled=always),
    Action(id="tour", menu="help", text=N_("&Tour of the desk"), enabled=story),
    Action(id="problem", menu="help", text=N_("&Report a problem…"), enabled=always, divided=True),
    Action(id="about", menu="help", icon="information-outline", text=N_("&About Gegenlesen"), enabled=always),
)
