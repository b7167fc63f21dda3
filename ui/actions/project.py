"""The menu *Project*: the list of its stories, its backups and its copies."""

from app.i18n import N_
from ui.actions.action import Action, changed_list, kept, several, story
from ui.session import Session

PROJECT: tuple[Action, ...] = (
    Action(id="add-pair", menu="project", text=N_("Add a story to the project…"), enabled=story),
    Action(id="add-folder", menu="project", text=N_("Add a folder of pairs to the project…"), enabled=story),
    Action(id="drop-article", menu="project", text=N_("Take the story off the list"), verb=Session.drop_article, enabled=several),
    Action(
        id="undo-project", menu="project", text=N_("Undo the last change of the project"), verb=Session.undo_project, enabled=changed_list
    ),
    Action(id="rename-article", menu="project", text=N_("Rename the story…"), enabled=story),
    Action(id="article-up", menu="project", text=N_("Move the story up"), enabled=several),
    Action(id="article-down", menu="project", text=N_("Move the story down"), enabled=several),
    Action(id="purge-article", menu="project", text=N_("Purge the story…"), enabled=several),
    Action(id="combine", menu="project", text=N_("Combine with another copy…"), enabled=kept, divided=True),
    Action(id="backups", menu="project", text=N_("Backups…"), enabled=kept),
    Action(id="save-copy", menu="project", icon="content-save-outline", text=N_("Save a copy…"), keys=("Ctrl+Shift+S",), enabled=story),
    Action(id="send-copy", menu="project", text=N_("Send a copy"), enabled=kept),
)
