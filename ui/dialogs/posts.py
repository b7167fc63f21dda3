"""Two posts of a site as a pair to work on."""

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _
from app.settings import WordPress
from ui.dialogs.frame import deciding
from ui.dialogs.site import SiteForm
from ui.session import Session
from ui.theme import Theme


class PostsDialog(QDialog):
    """Asks for the site and for two posts, by address, number or slug."""

    def __init__(self, session: Session, theme: Theme, kept: WordPress, parent: QWidget) -> None:
        """Propose the site used last."""
        super().__init__(parent)
        self.setWindowTitle(_("Open from WordPress"))
        self.setMinimumWidth(round(theme.pixels(540)))
        self.site = SiteForm(session, kept, self)
        self.source, self.target = QLineEdit(), QLineEdit()
        for name, field in ((_("English post"), self.source), (_("German post"), self.target)):
            self.site.add_field(name, field)
            field.setPlaceholderText(_("Address, number or slug"))
            field.textChanged.connect(self._check)
        buttons, self.button = deciding(self, _("Open"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(14)
        layout.addWidget(self.site)
        layout.addStretch()
        layout.addWidget(buttons)
        self.site.changed.connect(self._check)
        self._check()

    def accept(self) -> None:
        """Hold the password and let the posts be fetched."""
        self.site.remember()
        super().accept()

    def _check(self) -> None:
        self.button.setEnabled(self.site.complete and bool(self.source.text().strip() and self.target.text().strip()))
