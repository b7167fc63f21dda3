"""Bugs: written to the log and shown in one dialog that can be copied. No text of a story goes into the log."""

import logging
import platform
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import durable, settings
from app.errors import UserError
from app.i18n import _

LOG = logging.getLogger("gegenlesen")
KEPT, SIZE = 3, 1_000_000


TAIL = 200
"""Lines of the log that a report of a problem holds."""


def versions() -> str:
    """What runs on what."""
    from importlib.metadata import version

    return f"Gegenlesen {version('gegenlesen')}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where a bug happened: versions, the kind of exception and the places in the code.

    The exception's own words are left out, since they may quote a story.
    """
    places = "".join(traceback.format_tb(trace))
    return f"{versions()}\n{places}{kind.__module__}.{kind.__qualname__}\n"


def log_file() -> Path:
    """Where the log is."""
    return settings.log_folder() / "gegenlesen.log"


def log_tail() -> str:
    """The last lines of the log; empty while nothing was logged."""
    try:
        lines = log_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(lines[-TAIL:])


def watch() -> None:
    """Send every exception that nobody handled to the log and the dialog."""

    def crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        told = report(kind, trace)
        _open_log()
        LOG.error(told)
        CrashDialog.show_report(told)

    sys.excepthook = crashed


def _open_log() -> None:
    """Let the log be written to a file; one that cannot be must not hide the fault that was to be written there."""
    from logging.handlers import RotatingFileHandler

    if LOG.handlers:
        return
    path = log_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(handler)


class ReportDialog(QDialog):
    """A report that can be read, copied and saved; nothing is sent."""

    def __init__(self, title: str, sentence: str, told: str, close: str, parent: QWidget | None) -> None:
        """Show a report under a sentence."""
        super().__init__(parent)
        self.setWindowTitle(title)
        what = QLabel(sentence)
        what.setWordWrap(True)
        self.report = QPlainTextEdit(told)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setProperty("look", "field")
        self.report.setAccessibleName(_("Report"))
        self.told = QLabel(_("Log: {path}").format(path=log_file()))
        self.told.setProperty("tone", "small")
        self.told.setWordWrap(True)
        copy, save = QPushButton(_("Copy the report")), QPushButton(_("Save as a file…"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        save.clicked.connect(self._save)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(close)
        for button in (copy, save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        for part in (what, self.report, self.told, buttons):
            layout.addWidget(part)
        self.resize(680, 420)

    def _save(self) -> None:
        """Ask where to, write, and say how it went."""
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as a file"), "gegenlesen-report.txt", _("Text") + " (*.txt)")
        if not name:
            return
        try:
            durable.write(Path(name), self.report.toPlainText().encode("utf-8"))
        except UserError as error:
            self.told.setText(str(error))
        else:
            self.told.setText(_("Saved as “{path}”.").format(path=name))


class CrashDialog(ReportDialog):
    """Says that something went wrong, that nothing is lost, and what to send."""

    def __init__(self, told: str) -> None:
        """Show a report."""
        sentence = _(
            "This is a fault of the program. Your corrections are in the project file. Please send the report below; it holds no text of your story."
        )
        super().__init__(_("Something went wrong"), sentence, told, _("Go on"), QApplication.activeWindow())

    @classmethod
    def show_report(cls, told: str) -> None:
        """Open the dialog, unless one is open: one fault often brings others."""
        if not any(isinstance(widget, cls) and widget.isVisible() for widget in QApplication.topLevelWidgets()):
            dialog = cls(told)
            dialog.open()


def problem_dialog(parent: QWidget) -> ReportDialog:
    """What to add to a message about a problem: versions and the end of the log."""
    sentence = _(
        "Add this to your message: what runs here, and the end of the log. It holds no text of any story, and nothing is sent from here."
    )
    empty = _("The log is empty.")
    told = f"{versions()}\n\n{log_tail() or empty}\n"
    return ReportDialog(_("Report a problem"), sentence, told, _("Close"), parent)
