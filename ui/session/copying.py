"""Where the project file lies, and copies of it for others."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import places
from app.errors import UserError
from app.i18n import _
from ui.session.reviewing import Reviewing


class Copying(Reviewing):
    """Writes copies of the open project. `ready` brings the path of one that lies ready to be sent."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self._outgoing: Path | None = None
        self.saver.copied.connect(self._tell_copied)
        self.saver.noticed.connect(self._follow_file)

    def save_copy(self, path: Path) -> None:
        """Write the whole project to another file; the desk stays with this one."""
        self.settle()
        self.saver.copy(path)

    def send_copy(self) -> None:
        """Make a copy to be sent to somebody; `ready` brings it."""
        from app.store.sending import outgoing

        if self.path is None:
            return
        self.settle()
        try:
            self._outgoing = outgoing(self.path)
        except UserError as error:
            self.failed.emit(error)
            return
        self.saver.copy(self._outgoing)

    def _tell_copied(self, path: Path) -> None:
        if path == self._outgoing:
            self.ready.emit(path)
        else:
            self.told.emit(_("Copied to “{path}”.").format(path=path))

    def _follow_file(self, _notice: str) -> None:
        """The file has another place now: that is where the next start must look for it."""
        if self.path is not None:
            with suppress(UserError):  # a convenience only
                places.remember(self.path)
