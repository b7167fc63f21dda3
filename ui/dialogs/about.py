"""What this program is."""

import platform
from importlib.metadata import version

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from app.i18n import _
from ui.dialogs.frame import closing

LINE = 66
"""Characters of a line."""


class AboutDialog(QDialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget) -> None:
        """Say it."""
        super().__init__(parent)
        self.setWindowTitle(_("About Gegenlesen"))
        name = QLabel("Gegenlesen")
        name.setProperty("tone", "huge")
        what = QLabel(_("Lays an English story beside its German translation, shows what is wrong, and delivers clean text."))
        versions = QLabel(
            _("Version {version} · Python {python} · Qt {qt}").format(
                version=version("gegenlesen"), python=platform.python_version(), qt=qVersion()
            )
        )
        licence = QLabel(_("Free software under the GNU General Public License, version 3 or later; without any warranty."))
        buttons = closing(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        for label in (what, versions, licence):
            label.setWordWrap(True)
        for label in (name, what, versions, licence):
            layout.addWidget(label)
        versions.setProperty("tone", "small")
        licence.setProperty("tone", "soft")
        layout.addWidget(buttons)
        width = self.fontMetrics().averageCharWidth() * LINE
        self.resize(width, layout.heightForWidth(width))
