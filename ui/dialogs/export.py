"""Delivering the corrected story: as a file, or for a CMS; both through the gate."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.i18n import _
from app.settings import Export
from ui.dialogs.frame import deciding
from ui.dialogs.gate import Gate
from ui.session import Session
from ui.theme import Theme


class DeliveryDialog(QDialog):
    """The gate and a button; a subclass says what delivering is."""

    def __init__(self, session: Session, theme: Theme, title: str, verb: str, parent: QWidget) -> None:
        """Show the gate, and a button with this verb."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(round(theme.pixels(540)))
        self.session = session
        self.gate = Gate(session, theme, self)
        self.gate.left.connect(self.reject)
        self.gate.changed.connect(self.check)
        self.trouble = QLabel()
        self.trouble.setProperty("tone", "bad")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        buttons, self.button = deciding(self, verb)
        self.column = QVBoxLayout()
        self.column.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(self.column)
        layout.addWidget(self.gate)
        layout.addWidget(self.trouble)
        layout.addStretch()
        layout.addWidget(buttons)

    def ready(self) -> bool:
        """Whether everything needed is there."""
        return self.gate.open

    def deliver(self) -> None:
        """Do it; raises UserError."""
        raise NotImplementedError

    def check(self) -> None:
        """Allow what is possible now."""
        self.button.setEnabled(self.ready())

    def accept(self) -> None:
        """Record the reason and deliver; what goes wrong is said here, and the dialog stays."""
        try:
            self.gate.pass_through()
            self.deliver()
        except UserError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
            return
        super().accept()


class CopyDialog(DeliveryDialog):
    """Asks before a story with open critical findings is copied, or delivered again."""

    def __init__(self, session: Session, theme: Theme, title: str, verb: str, parent: QWidget) -> None:
        """Show what stops it."""
        super().__init__(session, theme, title, verb, parent)
        self.check()

    def deliver(self) -> None:
        """Let the window copy."""


class ExportDialog(DeliveryDialog):
    """Format, file and gate. `chosen` is what the next export proposes."""

    def __init__(self, session: Session, theme: Theme, proposal: Export, parent: QWidget) -> None:
        """Propose the folder and format used last, and the name of the project."""
        super().__init__(session, theme, _("Export the corrected story"), _("Export"), parent)
        came = session.came
        self._came = came.name if came else ""
        self.format = self._format_list(proposal.format)
        self._ended = self._ending()
        base = session.path or Path.home() / "story"
        folder = Path(proposal.folder) if proposal.folder else base.parent
        self.path = QLineEdit(str(folder / f"{base.stem}.de{self._ended}"))
        self.path.setAccessibleName(_("File"))
        self.path.textChanged.connect(self.check)
        self.format.currentIndexChanged.connect(self._choose)
        self.manifest = QCheckBox(_("With a manifest beside it"))
        self.manifest.setToolTip(_("Hashes, counts and what was let pass, as JSON"))
        self._told = QLabel()
        self._told.setProperty("tone", "small")
        self.column.addWidget(self.format)
        self.column.addLayout(self._file_row())
        self.column.addWidget(self.manifest)
        self.column.addWidget(self._told)
        self.format.setFocus()
        self.check()

    @property
    def chosen(self) -> Export:
        """Folder and format, for the next time."""
        return Export(folder=str(Path(self.path.text()).parent), format=self.format.currentData())

    def ready(self) -> bool:
        """Whether there is a name, and the gate is open."""
        path = Path(self.path.text().strip())
        there = path.is_file()
        self._told.setText(_("This file is there already; it will be kept as “{name}”.").format(name=f"{path.name}.bak") if there else "")
        return bool(path.name) and super().ready()

    def deliver(self) -> None:
        """Write the file."""
        path = Path(self.path.text().strip()).expanduser()
        self.session.export(self.format.currentData(), path, manifest=self.manifest.isChecked())

    def _format_list(self, proposed: str) -> QComboBox:
        """The file it came in, then all formats that can be written."""
        from app import formats
        from app.deliver.export import SAME

        listed = QComboBox()
        listed.setAccessibleName(_("Format"))
        if self._came:
            listed.addItem(_("The file it came in: {name}").format(name=self._came), SAME)
        for known in formats.FORMATS:
            if known.writes:
                listed.addItem(_(known.title), known.name)
        listed.setCurrentIndex(max(0, listed.findData(proposed)))
        return listed

    def _file_row(self) -> QHBoxLayout:
        browse = QPushButton(_("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        return row

    def _choose(self) -> None:
        """Let the name of the file end as its format does."""
        path, ending = Path(self.path.text()), self._ending()
        if path.suffix == self._ended:
            self.path.setText(str(path.with_suffix(ending)))
        self._ended = ending

    def _browse(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Export the corrected story"), self.path.text(), options=QFileDialog.Option.DontConfirmOverwrite
        )
        if path:
            self.path.setText(path)

    def _ending(self) -> str:
        from app import formats
        from app.deliver.export import SAME

        name = self.format.currentData()
        return Path(self._came).suffix if name == SAME else formats.format_named(name).endings[0]
