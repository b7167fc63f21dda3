"""A window's parts, which the doors reach."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from app import settings as kept
from app.article.searching import Hit, Where
from app.errors import UserError
from app.settings import Searches, Settings
from ui.actions import Actions
from ui.desk import Desk
from ui.panels.findings import FindingsPanel
from ui.panels.message import MessageBar
from ui.panels.sides import Sides
from ui.panels.top import TopBar
from ui.session import Session
from ui.theme import Theme
from ui.window.voice import Voice

if TYPE_CHECKING:  # loaded when they are first asked for
    from ui.panels.articles import ArticlesPanel
    from ui.panels.find import FindBar
    from ui.panels.marks import MarksPanel

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
    """What stands in a window, before anything is laid out; `doors` are its actions.

    Emits `replacing` with all hits that are to be replaced, `changing` with a mark that is to be changed, `judged` with the letter of a
    verdict, and `lot` when the spot check is wanted.
    """

    replacing = Signal(object)
    changing = Signal(object)
    judged = Signal(str)
    lot = Signal()

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
        self.findings = FindingsPanel(session, theme)
        self.message = MessageBar()
        self.sides = Sides(theme)
        self.written = stacked(self.desk)

    @cached_property
    def articles(self) -> "ArticlesPanel":
        """The queue, made when there is more than one story."""
        from ui.panels.articles import ArticlesPanel

        panel = ArticlesPanel(self.session, self.theme)
        panel.judged.connect(self.judged)
        panel.lot.connect(self.lot)
        return panel

    @cached_property
    def search(self) -> "FindBar":
        """The bar over the desk, made when one first searches."""
        from ui.panels.find import FindBar

        bar = FindBar(self.session, self.settings.searches)
        bar.found.connect(self.show_match)
        bar.left.connect(self.desk.focus_target)
        bar.previewed.connect(self.replacing)
        bar.searches.kept.connect(self._keep_searches)
        layout = self.written.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, bar)
        return bar

    @property
    def has_searched(self) -> bool:
        """Whether there is a bar over the desk."""
        return "search" in vars(self)

    @cached_property
    def marks(self) -> "MarksPanel":
        """The marks of who assesses, made when one first assesses."""
        from ui.panels.marks import MarksPanel

        panel = MarksPanel(self.session, self.theme)
        panel.changing.connect(self.changing)
        return panel

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

    def _keep_searches(self, kept: Searches) -> None:
        self.keep(replace(self.settings, searches=kept))


def stacked(*parts: QWidget, stretched: QWidget | None = None) -> QWidget:
    """Widgets one under the other without gaps; the last, or the one named, takes the room."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is (stretched or parts[-1])))
    return whole
