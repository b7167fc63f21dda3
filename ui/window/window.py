"""The window: puts top bar, messages, panels, desk and status line side by side."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from app.errors import UserError
from app.i18n import N_, _
from app.model import Step
from app.settings import Settings
from ui.actions import Actions
from ui.dropping import dropped_files
from ui.models.articles import FILTERED
from ui.panels.later import Later
from ui.panels.message import Way
from ui.panels.status import StatusBar
from ui.panels.top import TopBar
from ui.session import Session
from ui.theme import Theme
from ui.window.doors import doors
from ui.window.guide import CHAPTER
from ui.window.parts import Others, Parts, stacked
from ui.window.resting import Resting
from ui.window.starting import Starting
from ui.window.staying import Staying
from ui.window.voice import Voice
from ui.window.waiting import Waiting

if TYPE_CHECKING:  # loaded when it is first shown
    from ui.panels.start import StartPage

ANNOUNCED = {
    "dismiss": N_("This no longer counts as an error anywhere in the project."),
    "drop-article": N_("The story is off the list."),
    "profile": N_("The checks of this project were changed."),
}
"""Steps of the whole project that are taken back where they are announced."""

MARKS = 2
"""Where the marks are among the tabs at the right."""

SIZE, SMALLEST = QSize(1440, 900), QSize(760, 480)
FRAME = QSize(16, 48)
"""What the system draws around a window at most: on a small screen the status line must not lie below its edge."""


class Window(Parts):
    """One project on one desk."""

    def __init__(self, session: Session, settings: Settings, theme: Theme, others: Others) -> None:
        """Lay everything out and follow the session."""
        super().__init__(session, settings, theme, others)
        self._retired = False
        self._stuck = ""
        self.voice = Voice(session, self)
        self.doors = Actions(self, session, doors(self))
        self.top = TopBar(session, self.doors)
        self.status = StatusBar(session)
        self._starting = Starting(self)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.written)
        self.right = self._right()
        self.sides.fill(Later(lambda: self.articles), self.middle, self.right)
        self.setCentralWidget(stacked(self.top, self.message, self.sides, self.status, stretched=self.sides))
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self._connect()
        self.staying = Staying(self)
        self._waiting = Waiting(self)
        self._resting = Resting(self)
        self._opened()
        self.staying.take_up()

    @cached_property
    def start(self) -> "StartPage":
        """What one begins with, made when it is first shown."""
        page = self._starting.page
        self.middle.addWidget(page)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """Load the rest of the program once the window is there."""
        super().showEvent(event)
        self._resting.begin()

    def retire(self) -> None:
        """Close for a window that takes over the session."""
        self._retired = True
        self.close()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Keep what is being typed when one turns to something else."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.session.keep_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish the project file; what cannot be saved keeps the window open, unless one insists."""
        if self._retired:
            return
        try:
            self.session.close()
        except UserError as error:
            event.ignore()
            self.message.say(str(error), Way(_("Close without saving"), self._abandon))
        else:
            self.others.closed(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self._starting.take(dropped_files(event.mimeData()))

    def _stepped(self, step: Step) -> None:
        """A step of the whole project is taken back where it is announced."""
        if step.article is None and step.op in ANNOUNCED:
            self.message.say(_(ANNOUNCED[step.op]), Way(_("Undo"), self.session.undo_project))
        self._offer_sides()

    def _offer_sides(self) -> None:
        """A queue of many goes before the findings of one, which the card shows too; before the marks it does not."""
        count, assessing = len(self.session.project.articles), self.session.assessing
        first = count >= FILTERED and not assessing
        self.sides.offer(left=count > 1, right=self.session.article is not None, left_first=first)

    def _right(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setProperty(CHAPTER, "views")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.addTab(self.findings, _("Findings"))
        tabs.addTab(Later(self._history), _("Changes"))
        tabs.addTab(Later(lambda: self.marks), _("Marks"))
        tabs.setTabVisible(MARKS, self.session.assessing)
        return tabs

    def _history(self) -> QWidget:
        from ui.panels.history import HistoryPanel

        return HistoryPanel(self.session, self.theme)

    def _assess(self) -> None:
        """Show marks and score while one assesses, and only then."""
        assessing = self.session.assessing
        self.right.setTabVisible(MARKS, assessing)
        if assessing:
            self.right.setCurrentIndex(MARKS)
        self._offer_sides()
        self.desk.focus_target()

    def _connect(self) -> None:
        self.session.opened.connect(self._opened)
        self.session.came_in.connect(self._came_in)
        self.session.assessed.connect(self._assess)
        self.session.failed.connect(self._failed)
        self.session.stuck.connect(self._cannot_save)
        self.session.saved.connect(self._can_save)
        self.session.stepped.connect(self._stepped)
        self.session.noticed.connect(self.message.say)
        self.session.saver.noticed.connect(self._moved_away)
        self.session.surrounded.connect(self._offer_page)

    def _opened(self) -> None:
        article = self.session.article
        self._offer_sides()
        self.setWindowTitle(f"{article.title} – Gegenlesen" if article else "Gegenlesen")
        self.message.hide()
        self._turn()
        if article is None:
            return
        self.desk.focus_target()
        if not self.settings.reviewer.name:
            self.message.ask(_("Your name is kept with every correction:"), self.session.project.log.who, _("Keep"), self._sign)

    def _came_in(self, _done: int, total: int) -> None:
        if not total:
            self._turn()

    def _turn(self) -> None:
        """Turn to the desk, also while its first story is being read, or to the start page."""
        empty = self.session.article is None and not self.session.busy
        self.middle.setCurrentWidget(self.start if empty else self.written)
        if empty:
            self._starting.show()

    def _sign(self, name: str) -> None:
        self.keep(replace(self.settings, reviewer=replace(self.settings.reviewer, name=name)))
        self.desk.focus_target()

    def _offer_page(self, sentence: str) -> None:
        self.message.say(sentence, Way(_("Take in the whole page"), self.session.take_whole_pages))

    def _failed(self, error: UserError) -> None:
        self.message.say(str(error))

    def _cannot_save(self, error: UserError) -> None:
        """Say what stands in the way once, not whenever saving was tried again."""
        self.status.unsaved(str(error))
        if str(error) != self._stuck:
            self._stuck = str(error)
            self.voice.say("stuck", self._stuck, urgent=True)
            self.message.say(self._stuck, Way(_("Save a copy…"), self.doors.by_id["save-copy"].trigger))

    def _can_save(self, _moment: datetime) -> None:
        if self._stuck:
            if self.message.text == self._stuck:
                self.message.hide()
            self._stuck = ""
            self.status.tell(_("Everything is saved again."))

    def _moved_away(self, notice: str) -> None:
        """Another program may have put another copy of this project in the place of ours: then offer to bring both together."""
        rival = self.session.store.rival if self.session.store is not None else None
        if rival is not None:
            self.message.say(notice, Way(_("Combine both"), lambda: self.session.combine(rival)))

    def _abandon(self) -> None:
        self.session.saver.abandon()
        self.close()
