"""The menu *Go*: from row to row, from finding to finding."""

from app.i18n import N_
from ui.actions.action import Action, findings, row, story
from ui.session import Session

GO: tuple[Action, ...] = (
    Action(id="next-row", menu="go", text=N_("Next row"), keys=("Ctrl+Down",), mac=("Meta+Alt+Down",), verb=Session.next_row, enabled=row),
    Action(
        id="previous-row",
        menu="go",
        text=N_("Previous row"),
        keys=("Ctrl+Up",),
        mac=("Meta+Alt+Up",),
        verb=Session.previous_row,
        enabled=row,
    ),
    Action(
        id="next-finding",
        menu="go",
        icon="arrow-down",
        text=N_("Next finding"),
        keys=("F8", "Alt+Down"),
        mac=("F8",),
        verb=Session.next_finding,
        enabled=findings,
    ),
    Action(
        id="previous-finding",
        menu="go",
        icon="arrow-up",
        text=N_("Previous finding"),
        keys=("Shift+F8", "Alt+Up"),
        mac=("Shift+F8",),
        verb=Session.previous_finding,
        enabled=findings,
    ),
    Action(
        id="next-open-row",
        menu="go",
        text=N_("Next row with a finding"),
        keys=("Ctrl+Shift+Down",),
        mac=("Meta+Shift+Down",),
        verb=Session.next_open_row,
        enabled=findings,
    ),
    Action(
        id="previous-open-row",
        menu="go",
        text=N_("Previous row with a finding"),
        keys=("Ctrl+Shift+Up",),
        mac=("Meta+Shift+Up",),
        verb=Session.previous_open_row,
        enabled=findings,
    ),
    Action(
        id="go-to-row",
        menu="go",
        icon="arrow-right-bottom",
        text=N_("Go to row…"),
        keys=("Ctrl+G",),
        mac=("Ctrl+J",),
        enabled=story,
        divided=True,
    ),
    Action(id="links", menu="go", text=N_("Links of the story…"), keys=("Ctrl+Shift+K",), enabled=story),
    Action(id="next-pane", menu="go", text=N_("Source, translation, findings"), keys=("F6",), enabled=story),
    Action(id="previous-pane", menu="go", text=N_("Findings, translation, source"), keys=("Shift+F6",), enabled=story),
)
