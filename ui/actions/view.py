"""The menu *View*: how the story is shown."""

from app.i18n import N_
from ui.actions.action import Action, always, blind, several, story, viewing
from ui.session import Session, View

VIEW: tuple[Action, ...] = (
    Action(id="view-text", menu="view", text=N_("Text"), keys=("Ctrl+1",), verb=viewing(View.TEXT), enabled=story),
    Action(id="view-changes", menu="view", text=N_("Changes"), keys=("Ctrl+2",), verb=viewing(View.CHANGES), enabled=story),
    Action(id="view-original", menu="view", text=N_("Original"), keys=("Ctrl+3",), verb=viewing(View.ORIGINAL), enabled=story),
    Action(id="view-opinion", menu="view", text=N_("Second opinion"), keys=("Ctrl+4",), verb=viewing(View.OPINION), enabled=story),
    Action(id="view-cold", menu="view", text=N_("Cold read"), keys=("Ctrl+5",), verb=viewing(View.COLD), enabled=story),
    Action(
        id="typography-blind",
        menu="view",
        text=N_("Pass over typographic changes"),
        keys=("Ctrl+6",),
        verb=Session.toggle_blind,
        enabled=story,
        ticked=blind,
    ),
    Action(id="articles-panel", menu="view", text=N_("Stories"), keys=("F9",), enabled=several, divided=True),
    Action(id="findings-panel", menu="view", text=N_("Findings and changes"), keys=("Shift+F9",), enabled=story),
    Action(id="larger", menu="view", text=N_("Larger text"), keys=("Ctrl++", "Ctrl+="), enabled=always, divided=True),
    Action(id="smaller", menu="view", text=N_("Smaller text"), keys=("Ctrl+-",), enabled=always),
    Action(id="normal-size", menu="view", text=N_("Normal text size"), keys=("Ctrl+0",), enabled=always),
)
