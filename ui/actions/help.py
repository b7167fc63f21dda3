"""The menu *Help*: help."""

from app.i18n import N_
from ui.actions.action import Action, always

HELP: tuple[Action, ...] = (
    Action(id="shortcuts", menu="help", icon="keyboard-outline", text=N_("Keys…"), keys=("F1",), enabled=always),
    Action(id="about", menu="help", icon="information-outline", text=N_("About Gegenlesen"), enabled=always),
)
