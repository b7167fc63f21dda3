"""The menu *Finding*: what is done to a finding."""

from app.i18n import N_
from ui.actions.action import Action, finding, repairable, story
from ui.session import Session

FINDING: tuple[Action, ...] = (
    Action(
        id="apply-fix",
        menu="finding",
        icon="auto-fix",
        text=N_("Repair and go on"),
        keys=("Alt+Return", "Alt+Enter"),
        verb=Session.apply_fix,
        enabled=repairable,
    ),
    Action(id="fixes", menu="finding", text=N_("Repair or dismiss…"), keys=("Ctrl+.",), mac=("Meta+.",), enabled=finding),
    Action(
        id="dismiss",
        menu="finding",
        icon="close-circle-outline",
        text=N_("Not an error, go on"),
        keys=("Alt+Delete",),
        mac=("Meta+Backspace",),
        enabled=finding,
    ),
    Action(id="fix-alike", menu="finding", text=N_("Repair all alike…"), enabled=finding, divided=True),
    Action(
        id="house-style",
        menu="finding",
        icon="format-quote-close",
        text=N_("Apply the house style…"),
        keys=("Ctrl+Shift+H",),
        mac=("Meta+Shift+H",),
        enabled=story,
    ),
    Action(id="profile", menu="finding", icon="tune-variant", text=N_("Checks and house style…"), enabled=story, divided=True),
)
