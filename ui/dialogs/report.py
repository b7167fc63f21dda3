"""Writing a report: what it is about, in which format and language."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import durable
from app.errors import UserError
from app.i18n import N_, _, interface_language
from app.reports.page import KINDS, LOT, Report
from ui.dialogs.frame import deciding
from ui.session import Session

FORMATS = {
    "html": N_("Page for the browser (HTML)"),
    "pdf": N_("Print (PDF)"),
    "xlsx": N_("Workbook (XLSX)"),
    "csv": N_("Tables (CSV)"),
}
LANGUAGES = {"de": N_("German"), "en": N_("English")}


class ReportDialog(QDialog):
    """Takes kind, format, language and file, and writes the report; figures about persons only where the settings allow them."""

    def __init__(self, session: Session, persons: bool, parent: QWidget, kind: str = "") -> None:
        """Propose this kind of report, else the lot where one is under work, else the findings of the article."""
        super().__init__(parent)
        self.setWindowTitle(_("Report"))
        self._session = session
        self.kind, self.format, self.language = QComboBox(), QComboBox(), QComboBox()
        self.persons = QCheckBox(_("With figures about persons, under pseudonyms"))
        self.path, self.told = QLineEdit(), QLabel()
        self._allowed = persons
        for name, said in KINDS.items():
            if name != LOT or len(session.project.articles) > 1:
                self.kind.addItem(_(said), name)
        for box, entries in ((self.format, FORMATS), (self.language, LANGUAGES)):
            for value, said in entries.items():
                box.addItem(_(said), value)
        self.language.setCurrentIndex(self.language.findData(interface_language()))
        wanted = kind or (LOT if session.lot() is not None else "")
        self.kind.setCurrentIndex(max(0, self.kind.findData(wanted)))
        for box in (self.kind, self.format):
            box.currentIndexChanged.connect(self._propose)
        self._lay_out()
        self._propose()
        self.kind.setFocus()

    def accept(self) -> None:
        """Write the report; what goes wrong is said here, and the dialog stays."""
        path = Path(self.path.text().strip())
        try:
            durable.write(path, self._written(), protected=[self._session.path] if self._session.path else [])
        except UserError as error:
            self.told.setText(str(error))
            self.told.show()
            return
        self._session.told.emit(_("Report written to “{path}”.").format(path=path))
        super().accept()

    def _written(self) -> bytes:
        report, form = self._report(), self.format.currentData()
        if form == "pdf":
            from ui.printing import pdf

            return pdf(report)
        from app.reports.written import written

        return written(report, form)

    def _report(self) -> Report:
        """The report that is asked for; raises UserError."""
        with_persons = self.persons.isChecked() and self._allowed
        return self._session.report(self.kind.currentData(), self.language.currentData(), with_persons=with_persons)

    def _propose(self) -> None:
        """Propose a file beside the project; offer figures about persons where there are any."""
        base = self._session.path or Path.home() / "story"
        ending = self.format.currentData()
        self.path.setText(str(base.with_name(f"{base.stem}-{self.kind.currentData()}.{ending}")))
        self.persons.setVisible(self._allowed and self.kind.currentData() == LOT)

    def _browse(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, _("Report"), self.path.text())
        if name:
            self.path.setText(name)

    def _lay_out(self) -> None:
        browse = QPushButton(_("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        file = QHBoxLayout()
        file.addWidget(self.path, 1)
        file.addWidget(browse)
        self.path.setAccessibleName(_("File"))
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("About"), self.kind)
        form.addRow(_("Format"), self.format)
        form.addRow(_("Language"), self.language)
        form.addRow(_("File"), file)
        form.addRow("", self.persons)
        self.told.setProperty("tone", "bad")
        self.told.setWordWrap(True)
        self.told.hide()
        buttons, _write = deciding(self, _("Write report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addStretch()
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 90)
