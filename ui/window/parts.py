"""A window's parts, which the doors reach."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QMainWindow, QTabWidget

from app import settings as kept
from app.article.searching import Hit, Where
from app.errors import UserError
from app.settings import Settings
from ui.actions import Actions
from ui.desk import Desk
from ui.panels.articles import ArticlesPanel
from ui.panels.find import FindBar
from ui.panels.findings import FindingsPanel
from ui.panels.marks import MarksPanel
from ui.panels.message import MessageBar
from ui.panels.sides import Sides
from ui.panels.top import TopBar
from ui.session import Session
from ui.theme import Theme
from ui.window.voice import Voice

Doors = Mapping[str, Callable[[], object]]
"""What actions without a verb do, by their ids."""

POPUP_WIDTH = 560


class Others(Protocol):
    """What a window asks of all windows together."""

    def another(self) -> object:
        """Show another window."""

    def open_in(self, window: "Parts", paths: Sequence[Path]) -> None:
        """Open a project or the files of a story in a window, or show the one in which it is open."""

    def open(self, paths: Sequence[Path]) -> None:
        """Open a project or the files of a story where nothing is open yet, otherwise in another window."""

    def adopt(self, settings: Settings) -> None:
        """Live by changed settings."""

    def renew(self) -> None:
        """Make every window anew."""

    def closed(self, window: "Parts") -> None:
        """Let go of a window."""

    def quit(self) -> None:
        """Close all windows."""


class Parts(QMainWindow):
    """What stands in a window, before anything is laid out; `doors` are its actions."""

    doors: Actions
    right: QTabWidget
    top: TopBar
    voice: Voice

    def __init__(self, session: Session, settings: Settings, theme: Theme, others: Others) -> None:
        """Make the parts that actions reach."""
        super().__init__()
        self.session, self.settings, self.theme, self.others = session, settings, theme, others
        session.typing, session.counting = settings.typing, settings.checking.counts
        session.proofreader = settings.checking.languagetool
        self.desk = Desk(session, theme)
        self.search = FindBar(session, settings.searches)
        self.findings = FindingsPanel(session, theme)
        self.articles = ArticlesPanel(session, theme)
        self.marks = MarksPanel(session, theme)
        self.message = MessageBar()
        self.sides = Sides(theme)

    @property
    def popup_width(self) -> int:
        """How wide popups over the window are, in pixels."""
        return round(self.theme.pixels(POPUP_WIDTH))

    def keep(self, settings: Settings) -> None:
        """Keep changed settings; what shows everywhere makes the window anew."""
        anew = (settings.appearance, settings.keys) != (self.settings.appearance, self.settings.keys)
        try:
            kept.save(settings)
        except UserError as error:
            self.message.say(str(error))
        self.others.adopt(settings)
        if anew:
            self.others.renew()

    def adopt(self, settings: Settings) -> None:
        """Live by changed settings, as far as that needs no new window."""
        self.settings = settings
        self.session.typing, self.session.counting = settings.typing, settings.checking.counts
        self.session.proofreader = settings.checking.languagetool
        self.session.spelled.emit()
        self.session.sign(settings.reviewer.name or self.session.project.log.who)

    def show_match(self, hit: Hit) -> None:
        """Go to words that were found, and select them; the search keeps the keyboard."""
        self.session.go_to(hit.unit)
        current = self.desk.view.current
        if current.unit == hit.unit and hit.where is not Where.NOTE:
            (current.source if hit.where is Where.SOURCE else current.target).select(hit.span)
