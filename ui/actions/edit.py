"""The menu *Edit*: undo, search, settings."""

from app.i18n import N_
from ui.actions.action import Action, always, redoable, row, story, undoable

EDIT: tuple[Action, ...] = (
    Action(id="undo", menu="edit", icon="undo", text=N_("Undo"), keys=("Ctrl+Z",), enabled=undoable),
    Action(
        id="redo",
        menu="edit",
        icon="redo",
        text=N_("Redo"),
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        mac=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=redoable,
    ),
    Action(id="find", menu="edit", icon="magnify", text=N_("Find"), keys=("Ctrl+F",), enabled=story, divided=True),
    Action(id="replace", menu="edit", text=N_("Replace"), keys=("Ctrl+H",), mac=("Ctrl+Alt+F",), enabled=story),
    Action(id="find-next", menu="edit", text=N_("Find next"), keys=("F3",), mac=("Ctrl+G", "F3"), enabled=story),
    Action(id="find-previous", menu="edit", text=N_("Find previous"), keys=("Shift+F3",), mac=("Ctrl+Shift+G", "Shift+F3"), enabled=story),
    Action(id="spelling", menu="edit", icon="spellcheck", text=N_("Spelling and more…"), keys=("F7",), enabled=row, divided=True),
    Action(id="no-break-space", menu="edit", text=N_("No-break space"), keys=("Ctrl+Shift+Space",), enabled=row),
    Action(id="palette", menu="edit", icon="console-line", text=N_("All commands…"), keys=("Ctrl+Shift+P",), enabled=always, divided=True),
    Action(id="settings", menu="edit", icon="cog-outline", text=N_("Settings…"), keys=("Ctrl+,",), enabled=always),
)
