"""What begins a day: the start page with its projects, and files that are dropped on the window."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app import places
from app.errors import UserError
from app.i18n import _
from ui.panels.message import Way
from ui.session.reading import ENDING
from ui.window.files import project_files
from ui.window.parts import Parts

if TYPE_CHECKING:  # loaded when it is first shown
    from ui.panels.start import StartPage

PAIR = 2


class Starting(QObject):
    """Lists the projects of the start page, and opens what is chosen there or dropped."""

    def __init__(self, window: Parts) -> None:
        """Work for this window."""
        super().__init__(window)
        self._window = window

    @cached_property
    def page(self) -> "StartPage":
        """The start page, made when it is first shown."""
        from ui.panels.start import StartPage

        window = self._window
        page = StartPage(window.doors, window.theme)
        page.sample.connect(window.session.open_sample)
        page.dropped.connect(self.take)
        page.recent.chosen.connect(lambda path: window.others.open_in(window, [path]))
        page.recent.sought.connect(self._look_for)
        page.recent.pinned.connect(lambda path, pinned: self._note(partial(places.pin, path, pinned=pinned)))
        page.recent.forgotten.connect(lambda path: self._note(partial(places.forget, path)))
        return page

    def show(self) -> None:
        """Show the page with the projects as they are now."""
        self.page.recent.show_projects(places.recent())
        self.page.setFocus()

    def take(self, paths: Sequence[Path]) -> None:
        """Open what was dropped: projects each in a window; where the two files of a story could join the open project, ask first."""
        window = self._window
        projects = [path for path in paths if path.suffix.lower() == ENDING]
        if projects == list(paths):
            for path in projects[:1]:
                window.others.open_in(window, [path])
            for path in projects[1:]:
                window.others.open([path])
        elif window.session.article is None or len(paths) != PAIR or projects:
            window.others.open_in(window, paths)
        else:
            self._ask(paths[0], paths[1])

    def _ask(self, first: Path, second: Path) -> None:
        window = self._window
        words = _("“{first}” and “{second}”: a project of their own, or another story of this one?")
        window.message.say(
            words.format(first=first.name, second=second.name),
            Way(_("Open"), lambda: window.others.open_in(window, [first, second])),
            Way(_("Add to this project"), lambda: window.session.add_files(first, second)),
        )

    def _look_for(self, path: Path) -> None:
        """Ask where a project is now, beginning at what is left of its folder."""
        folder = next((each for each in path.parents if each.is_dir()), Path.home())
        name, _kind = QFileDialog.getOpenFileName(
            self._window, _("Where is “{name}” now?").format(name=path.stem), str(folder), project_files()
        )
        if name:
            self._note(partial(places.moved, path, Path(name)))
            self._window.others.open_in(self._window, [Path(name)])

    def _note(self, change: Callable[[], None]) -> None:
        """Change the list of projects, and show it as it is then."""
        try:
            change()
        except UserError as error:
            self._window.message.say(str(error))
        self.page.recent.show_projects(places.recent())
