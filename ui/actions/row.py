"""The menu *Row*: what is done to a row."""

from app.i18n import N_
from ui.actions.action import Action, inserted, present, removed, row
from ui.session import Session

ROW: tuple[Action, ...] = (
    Action(
        id="confirm",
        menu="row",
        icon="check",
        text=N_("Confirm and go on"),
        keys=("Ctrl+Return", "Ctrl+Enter"),
        verb=Session.confirm,
        enabled=row,
    ),
    Action(
        id="confirm-paragraph",
        menu="row",
        text=N_("Confirm the paragraph"),
        keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        verb=Session.confirm_paragraph,
        enabled=row,
    ),
    Action(id="confirm-to-here", menu="row", text=N_("Confirm down to here"), verb=Session.confirm_to_here, enabled=row),
    Action(id="reopen", menu="row", text=N_("Take the confirmation back"), verb=Session.reopen, enabled=row),
    Action(id="needs-work", menu="row", icon="flag-outline", text=N_("Needs work"), keys=("Ctrl+U",), verb=Session.needs_work, enabled=row),
    Action(id="note", menu="row", icon="note-edit-outline", text=N_("Note…"), keys=("Ctrl+M",), mac=("Meta+M",), enabled=row),
    Action(
        id="restore",
        menu="row",
        icon="restore",
        text=N_("Restore the imported text"),
        keys=("Ctrl+R",),
        verb=Session.restore,
        enabled=row,
        divided=True,
    ),
    Action(id="copy-source", menu="row", text=N_("Copy the source"), keys=("F4",), verb=Session.copy_source, enabled=row),
    Action(id="strong", menu="row", text=N_("Strong"), keys=("Ctrl+B",), enabled=present),
    Action(id="emphasis", menu="row", text=N_("Emphasis"), keys=("Ctrl+I",), enabled=present),
    Action(id="rows", menu="row", text=N_("Change the rows…"), keys=("Ctrl+L",), enabled=row, divided=True),
    Action(id="join", menu="row", text=N_("&Join with the next row"), keys=("Ctrl+J",), mac=("Meta+J",), verb=Session.join, enabled=row),
    Action(id="split", menu="row", text=N_("&Split at the caret"), keys=("Ctrl+Shift+J",), mac=("Meta+Shift+J",), enabled=row),
    Action(id="border-up", menu="row", text=N_("Move the border &up"), verb=Session.border_up, enabled=row),
    Action(id="border-down", menu="row", text=N_("Move the border &down"), verb=Session.border_down, enabled=row),
    Action(id="detach", menu="row", text=N_("&Take the two sides apart"), verb=Session.detach, enabled=row),
    Action(id="link", menu="row", text=N_("&Link with the next row"), verb=Session.link, enabled=row),
    Action(id="insert-row", menu="row", text=N_("&Insert a row below"), verb=Session.insert_row, enabled=row),
    Action(id="insert-subhead", menu="row", text=N_("Insert a sub&head below"), verb=Session.insert_subhead, enabled=row),
    Action(id="delete-row", menu="row", text=N_("D&elete the inserted row"), verb=Session.delete_row, enabled=inserted),
    Action(id="realign-from-here", menu="row", text=N_("Align again &from here"), verb=Session.realign_from_here, enabled=row),
    Action(id="realign", menu="row", text=N_("&Align all rows again"), verb=Session.realign, enabled=row),
    Action(
        id="remove-passage",
        menu="row",
        icon="text-box-remove-outline",
        text=N_("&Remove the passage"),
        verb=Session.remove_passage,
        enabled=present,
        divided=True,
    ),
    Action(
        id="bring-back",
        menu="row",
        icon="text-box-plus-outline",
        text=N_("&Bring the passage back"),
        verb=Session.bring_back,
        enabled=removed,
    ),
)

ROW_MENU = (
    "join",
    "split",
    "border-up",
    "border-down",
    "detach",
    "link",
    "insert-row",
    "insert-subhead",
    "delete-row",
    "realign-from-here",
    "realign",
    "remove-passage",
    "bring-back",
)
"""What Ctrl+L offers, by the letter underlined in its text."""
