"""Being where one was: what the window adds to the place that the session remembers, and when it is written down."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from ui.window.guide import Guide
from ui.window.parts import Parts

EVERY = 250
"""Milliseconds after which a place that one has left is on its way to the disk: there within two seconds, also where the disk is busy."""


class Staying(QObject):
    """Notes caret, scroll, filter and panels of a window, and takes them up again when a story comes back to the desk."""

    def __init__(self, window: Parts) -> None:
        """Follow what moves in this window."""
        super().__init__(window)
        self._window = window
        self._returning = False
        self._pause = QTimer(self, singleShot=True, interval=EVERY)
        self._pause.timeout.connect(self.keep)
        session, view = window.session, window.desk.view
        session.opened.connect(self.take_up)
        session.leaving.connect(self._leave)
        session.pausing.connect(self.keep)
        for signal in (session.moved, session.viewed, session.drafted, session.checked, view.scrolled):
            signal.connect(self.note)
        view.current.target.cursorPositionChanged.connect(self.note)
        window.findings.filters.chosen.connect(self.note)
        window.sides.asked.connect(self.note)

    def note(self, _what: object = None) -> None:
        """Write the place down soon; a pause that has begun goes on, so that it is written while one works."""
        if not self._returning and not self._pause.isActive() and self._window.session.article is not None:
            self._pause.start()

    def keep(self) -> None:
        """Hand the place to the writer of the project file."""
        window, session = self._window, self._window.session
        if session.article is None:
            return
        view, sides = window.desk.view, window.sides
        at_row = view.current.unit == session.current
        first, inset = view.upper_edge()
        session.take_stand(caret=view.current.target.caret if at_row else 0, first=first, inset=inset)
        session.place = replace(session.place, narrowed=window.findings.filters.narrowed, left=sides.left, right=sides.right)
        session.saver.stand(session.place)

    def take_up(self) -> None:
        """Put caret, scroll, filter and panels where they were; a story that never lay here begins at its first finding."""
        window, session = self._window, self._window.session
        if session.article is None:
            return
        place, stand = session.place, session.stand
        self._returning = True
        if place.article:
            window.findings.filters.take(place.narrowed)
            window.sides.ask(left=place.left, right=place.right)
        if stand.row == session.current:
            window.desk.view.current.target.place_caret(stand.caret)
            window.desk.view.show_from(stand.first, stand.inset)
        self._returning = False

    def retire(self) -> None:
        """Leave the session to another window."""
        self.keep()
        self._window.session.leaving.disconnect(self._leave)
        self._window.session.pausing.disconnect(self.keep)
        self._pause.stop()

    def take_over(self, old: Parts) -> None:
        """Show what another window of the same session showed beside the text: its search, its tab at the right, its page of help."""
        if old.has_searched:
            self._window.search.take_over(old.search)
        self._window.right.setCurrentIndex(old.right.currentIndex())
        from ui.dialogs.manual import ManualWindow

        guide = self._window.findChild(Guide)
        for manual in old.findChildren(ManualWindow):
            if manual.isVisible() and guide is not None:
                manual.close()  # it would be found and shown again
                guide.show_page(manual.shown)

    def _leave(self) -> None:
        self._pause.stop()
        self.keep()
