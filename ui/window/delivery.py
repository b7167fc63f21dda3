"""Handing the corrected story out."""

from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from app.i18n import _
from ui.panels.message import Way
from ui.window.parts import Doors, Parts


class Delivery:
    """Doors out of the house."""

    def __init__(self, window: Parts) -> None:
        """Work on the parts of this window."""
        self.window = window

    def doors(self) -> Doors:
        """What the actions of these ids do."""
        return {
            "copy-for-cms": self._copy,
            "export": self._export,
        }

    def _export(self) -> None:
        from ui.dialogs.export import ExportDialog

        dialog = ExportDialog(self.window.session, self.window.theme, self.window.settings.export, self.window)
        dialog.accepted.connect(lambda: self.window.keep(replace(self.window.settings, export=dialog.chosen)))
        dialog.open()

    def _copy(self) -> None:
        if self.window.session.blocking():
            from ui.dialogs.export import CopyDialog

            dialog = CopyDialog(self.window.session, self.window.theme, self.window)
            dialog.accepted.connect(self._copied)
            dialog.open()
        else:
            self._copied()

    def _copied(self) -> None:
        """Put the body on the clipboard; the title goes apart."""
        payload = self.window.session.for_cms()
        data = QMimeData()
        data.setHtml(payload.html)
        data.setText(payload.text)
        QApplication.clipboard().setMimeData(data)
        told = _("The body is on the clipboard, without its title “{title}”.").format(title=payload.title)
        self.window.message.say(told, Way(_("Copy the title"), lambda: QApplication.clipboard().setText(payload.title)))
