"""The menu *Story*: opening, renewing and handing out stories."""

from app.i18n import N_
from ui.actions.action import Action, always, from_page, story, went_out
from ui.session import Session

STORY: tuple[Action, ...] = (
    Action(id="new-window", menu="story", text=N_("New window"), keys=("Ctrl+Shift+N",), enabled=always),
    Action(id="open-pair", menu="story", icon="file-compare", text=N_("Open pair…"), keys=("Ctrl+Shift+O",), enabled=always),
    Action(id="open-folder", menu="story", text=N_("Open a folder of pairs…"), enabled=always),
    Action(id="open-table", menu="story", text=N_("Open a table of stories…"), enabled=always),
    Action(id="open-project", menu="story", icon="folder-open-outline", text=N_("Open project…"), keys=("Ctrl+O",), enabled=always),
    Action(id="paste-pair", menu="story", icon="content-paste", text=N_("Paste two texts…"), enabled=always),
    Action(id="open-posts", menu="story", text=N_("Open from WordPress…"), enabled=always),
    Action(id="new-source", menu="story", text=N_("New English version…"), enabled=story, divided=True),
    Action(id="new-translation", menu="story", text=N_("New German version…"), enabled=story),
    Action(id="whole-page", menu="story", text=N_("Take in the whole web page"), verb=Session.take_whole_pages, enabled=from_page),
    Action(id="take-in-copy", menu="story", text=N_("Take in a corrected copy…"), enabled=story),
    Action(id="start-page", menu="story", text=N_("Start page"), enabled=always),
    Action(
        id="copy-for-cms", menu="story", icon="content-copy", text=N_("Copy for CMS"), keys=("Ctrl+Shift+C",), enabled=story, divided=True
    ),
    Action(id="copy-blocks", menu="story", text=N_("Copy as WordPress blocks"), enabled=story),
    Action(id="export", menu="story", icon="export-variant", text=N_("Export…"), keys=("Ctrl+E",), enabled=story),
    Action(id="send-wordpress", menu="story", text=N_("Send to WordPress…"), enabled=story),
    Action(id="restraint", menu="story", text=N_("Legal hold and embargo…"), enabled=story),
    Action(id="delivery-note", menu="story", text=N_("Delivery note…"), enabled=story),
    Action(id="deliver-again", menu="story", text=N_("Deliver again"), keys=("Ctrl+Shift+E",), enabled=went_out),
    Action(id="close-window", menu="story", text=N_("Close window"), keys=("Ctrl+W",), enabled=always, divided=True),
    Action(id="quit", menu="story", text=N_("Quit"), keys=("Ctrl+Q",), enabled=always),
)
