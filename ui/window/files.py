"""Opening stories and projects, and keeping copies."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.i18n import _
from ui.panels.message import Way
from ui.session.reading import ENDING
from ui.window.parts import Doors, Parts


def stories() -> str:
    """What a dialog for files shows: the files of all formats that can be read."""
    from app import formats

    return f"{_('Stories')} ({' '.join(f'*{ending}' for ending in formats.endings())})"


def project_files() -> str:
    """What a dialog for files shows: projects."""
    return _("Projects") + f" (*{ENDING})"


TABLES = "*.csv *.tsv *.xlsx *.jsonl"


class Files(QObject):
    """Doors to files."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        super().__init__(window)
        self.window = window
        window.session.ready.connect(self._offer_copy)

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "open-pair": self._open_pair,
            "open-project": self._open_project,
            "open-folder": self._open_folder,
            "open-table": self._open_table,
            "paste-pair": self._paste,
            "add-pair": self._add_pair,
            "add-folder": self._add_folder,
            "start-page": self.window.session.leave,
            "save-copy": self._save_copy,
            "send-copy": self.window.session.send_copy,
            "new-window": self.window.others.another,
            "close-window": lambda: QTimer.singleShot(0, self.window.close),
            "quit": lambda: QTimer.singleShot(0, self.window.others.quit),
        }

    def _open_pair(self) -> None:
        if paths := self._ask_pair():
            self.window.others.open_in(self.window, paths)

    def _add_pair(self) -> None:
        if paths := self._ask_pair():
            self.window.session.add_files(paths[0], paths[1])

    def _ask_pair(self) -> list[Path]:
        """Two files chosen at once, or one after the other; nothing when one thinks better of it."""
        kinds = stories()
        names, _kind = QFileDialog.getOpenFileNames(self.window, _("The English story and its German translation"), filter=kinds)
        if len(names) == 1:
            names.append(QFileDialog.getOpenFileName(self.window, _("The other language"), str(Path(names[0]).parent), kinds)[0])
        return [Path(name) for name in names[:2]] if all(names[:2]) else []

    def _open_project(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self.window, _("Open project"), filter=project_files())
        if name:
            self.window.others.open_in(self.window, [Path(name)])

    def _open_folder(self) -> None:
        if name := self._ask_folder():
            self.window.session.open_files([Path(name)])

    def _open_table(self) -> None:
        kinds = _("Tables and batches") + f" ({TABLES})"
        name, _kind = QFileDialog.getOpenFileName(self.window, _("A table with a story and its translation in each row"), filter=kinds)
        if name:
            self.window.session.open_table(Path(name))

    def _add_folder(self) -> None:
        if name := self._ask_folder():
            self.window.session.add_folder(Path(name))

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self.window, _("A folder of pairs that are named alike"))

    def _paste(self) -> None:
        from ui.dialogs.paste import PasteDialog

        PasteDialog(self.window.session, self.window).open()

    def _save_copy(self) -> None:
        path = self.window.session.path
        proposal = path.with_stem(f"{path.stem} copy") if path else Path(f"copy{ENDING}")
        name, _kind = QFileDialog.getSaveFileName(self.window, _("Save a copy"), str(proposal), project_files())
        if name:
            self.window.session.save_copy(Path(name))

    def _offer_copy(self, path: Path) -> None:
        """Put the copy on the clipboard as a file: mail and chat programs take it from there, and nothing is sent from here."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        QGuiApplication.clipboard().setMimeData(data)
        self.window.message.say(
            _("A copy of the project is on the clipboard: paste it into a mail or a chat."),
            Way(_("Show in its folder"), partial(_show_folder, path.parent)),
        )


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
