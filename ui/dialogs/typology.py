"""Which kinds of errors a project's marks may have: one of those that come with the program, or a desk's own file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from app.errors import UserError
from app.i18n import _
from app.quality.typology import TYPOLOGIES, Typology, read_typology
from app.safe.limits import read_limited
from ui.dialogs.popup import Popup
from ui.session import Session


class TypologyPopup(Popup):
    """Lists the typologies; the last entry asks for a file."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Choose the one in use."""
        super().__init__(parent, _("Kinds of errors"))
        self._session = session
        self.list = QListWidget()
        self.list.setAccessibleName(_("Kinds of errors"))
        self.list.setProperty("look", "choices")
        for known in TYPOLOGIES:
            QListWidgetItem(_("{name} – {count} kinds").format(name=_(known.name), count=len(known.types)), self.list)
        own = session.typology
        if own not in TYPOLOGIES:
            QListWidgetItem(_("{name} – {count} kinds").format(name=own.name, count=len(own.types)), self.list)
        QListWidgetItem(_("The desk’s own, from a file…"), self.list)
        self.list.setCurrentRow(TYPOLOGIES.index(own) if own in TYPOLOGIES else len(TYPOLOGIES))
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.list.setFixedHeight(max(24, self.list.sizeHintForRow(0)) * self.list.count() + 12)
        self.column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.setFocus()

    def _take(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        self.close()
        if row < len(TYPOLOGIES):
            self._use(TYPOLOGIES[row])
        elif row == self.list.count() - 1:
            self._ask()

    def _ask(self) -> None:
        """Read a desk's own typology from a file."""
        name, _kind = QFileDialog.getOpenFileName(self.parentWidget(), _("Kinds of errors"), filter="TOML (*.toml)")
        if not name:
            return
        try:
            self._use(read_typology(read_limited(Path(name)), Path(name).name))
        except UserError as error:
            self._session.failed.emit(error)

    def _use(self, chosen: Typology) -> None:
        if chosen != self._session.typology:
            self._session.use_typology(chosen)
