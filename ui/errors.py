"""Bugs: written to the log and shown in one dialog that can be copied. No text of a story goes into the log."""

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from app import settings
from app.i18n import _

LOG = logging.getLogger("gegenlesen")
KEPT, SIZE = 3, 1_000_000


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where a bug happened: versions, the kind of exception and the places in the code.

    The exception's own words are left out, since they may quote a story.
    """
    from importlib.metadata import version

    places = "".join(traceback.format_tb(trace))
    system = f"Gegenlesen {version('gegenlesen')}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{system}\n{places}{kind.__module__}.{kind.__qualname__}\n"


def watch() -> None:
    """Send every exception that nobody handled to the log and the dialog."""
    path = settings.log_folder() / "gegenlesen.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)

    def crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        told = report(kind, trace)
        LOG.error(told)
        CrashDialog.show_report(told, path)

    sys.excepthook = crashed


class CrashDialog(QDialog):
    """Says that something went wrong, that nothing is lost, and what to send."""

    def __init__(self, told: str, log: Path) -> None:
        """Show a report."""
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(_("Something went wrong"))
        what = QLabel(
            _(
                "This is a fault of the program. Your corrections are in the project file. Please send the report below; it holds no text of your story."
            )
        )
        what.setWordWrap(True)
        self.report = QPlainTextEdit(told)
        self.report.setReadOnly(True)
        self.report.setProperty("look", "field")
        self.report.setAccessibleName(_("Report"))
        where = QLabel(_("Log: {path}").format(path=log))
        where.setProperty("tone", "small")
        where.setWordWrap(True)
        copy = QPushButton(_("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Go on"))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        for part in (what, self.report, where, buttons):
            layout.addWidget(part)
        self.resize(640, 380)

    @classmethod
    def show_report(cls, told: str, log: Path) -> None:
        """Open the dialog, unless one is open: one fault often brings others."""
        if not any(isinstance(widget, cls) and widget.isVisible() for widget in QApplication.topLevelWidgets()):
            dialog = cls(told, log)
            dialog.open()
