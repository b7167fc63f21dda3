"""A window's parts, which the doors reach."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from app import settings as kept
from app.article.searching import Hit, Where
from app.errors import UserError
from app.settings import Settings
from ui.actions import Actions
from ui.desk import Desk
from ui.panels.find import FindBar
from ui.panels.findings import FindingsPanel
from ui.panels.message import MessageBar
from ui.panels.sides import Sides
from ui.panels.top import TopBar
from ui.session import Session
from ui.theme import Theme
from ui.window.voice import Voice

Doors = Mapping[str, Callable[[], None]]
"""What actions without a verb do, by their ids."""

POPUP_WIDTH = 560


class Parts(QMainWindow):
    """What stands in a window, before anything is laid out; `doors` are its actions."""

    doors: Actions
    top: TopBar
    voice: Voice
    restyled = Signal(object)
    """Carries settings that need the window to be made anew."""

    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        """Make the parts that actions reach."""
        super().__init__()
        self.session, self.settings, self.theme = session, settings, theme
        session.typing, session.counting = settings.typing, settings.checking.counts
        self.desk = Desk(session, theme)
        self.search = FindBar(session, settings.searches)
        self.findings = FindingsPanel(session, theme)
        self.message = MessageBar()
        self.sides = Sides(theme)

    @property
    def popup_width(self) -> int:
        """How wide popups over the window are, in pixels."""
        return round(self.theme.pixels(POPUP_WIDTH))

    def keep(self, settings: Settings) -> None:
        """Keep changed settings; what shows everywhere makes the window anew."""
        anew = (settings.appearance, settings.keys) != (self.settings.appearance, self.settings.keys)
        self.settings = settings
        self.session.typing, self.session.counting = settings.typing, settings.checking.counts
        self.session.spelled.emit()
        try:
            kept.save(settings)
        except UserError as error:
            self.message.say(str(error))
        self.session.sign(settings.reviewer.name or self.session.project.log.who)
        if anew:
            self.restyled.emit(settings)

    def show_match(self, hit: Hit) -> None:
        """Go to words that were found, and select them; the search keeps the keyboard."""
        self.session.go_to(hit.unit)
        current = self.desk.view.current
        if current.unit == hit.unit and hit.where is not Where.NOTE:
            (current.source if hit.where is Where.SOURCE else current.target).select(hit.span)
