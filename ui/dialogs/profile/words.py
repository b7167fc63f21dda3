"""Words of the desk: names and loanwords that are always right, and terms with the only renderings allowed."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n import _
from app.safe.limits import read_limited
from app.style import Profile, Term
from ui.dialogs.frame import small
from ui.dialogs.profile.pairs import EntryTable

BETWEEN = ";"
"""What stands between several renderings of one term."""


class NamesPage(QWidget):
    """Names and loanwords, one a line."""

    def __init__(self) -> None:
        """Lay out two fields."""
        super().__init__()
        self.names, self.loanwords = QPlainTextEdit(), QPlainTextEdit()
        layout = QVBoxLayout(self)
        for title, told, field in (
            (_("Names"), _("Spelled right as they are written here, one a line; no check doubts them."), self.names),
            (
                _("Loanwords"),
                _("English words that your German may use, one a line, besides those that German news uses anyway."),
                self.loanwords,
            ),
        ):
            field.setProperty("look", "field")
            field.setTabChangesFocus(True)
            field.setAccessibleName(title)
            field.setAccessibleDescription(told)
            label, explained = QLabel(title), small(told)
            label.setBuddy(field)
            for part in (label, explained, field):
                layout.addWidget(part, int(part is field))

    def show_profile(self, profile: Profile) -> None:
        """Show the words of a profile."""
        self.names.setPlainText("\n".join(sorted(profile.names, key=str.casefold)))
        self.loanwords.setPlainText("\n".join(sorted(profile.loanwords, key=str.casefold)))

    def changed(self, profile: Profile) -> Profile:
        """The profile with the words that stand here."""
        return replace(profile, names=_lines(self.names), loanwords=_lines(self.loanwords))


class TermsPage(QWidget):
    """Terms: typed, or read from a glossary. Emits `failed` with a UserError for a file that is none."""

    failed = Signal(object)

    def __init__(self) -> None:
        """Lay out the table."""
        super().__init__()
        self.table = EntryTable(_("Terms"), (_("English"), _("German"), _("never")))
        self._from_file = QPushButton(_("Terms from a file…"))
        self._from_file.setAutoDefault(False)
        self._from_file.clicked.connect(self._ask)
        told = small(
            _("Several renderings are parted by a semicolon. Glossaries in TBX, CSV or TSV are taken instead of what stands here.")
        )
        row = QHBoxLayout()
        row.addWidget(self._from_file)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)

    def show_profile(self, profile: Profile) -> None:
        """Show the terms of a profile."""
        joined = f"{BETWEEN} "
        self.table.show_entries([(term.source, joined.join(term.targets), joined.join(term.forbidden)) for term in profile.terms])

    def changed(self, profile: Profile) -> Profile:
        """The profile with the terms that stand here; a row without English, or without any German, is none."""
        terms = (Term(source, _parted(targets), _parted(forbidden)) for source, targets, forbidden in self.table.entries)
        return replace(profile, terms=tuple(term for term in terms if term.source and (term.targets or term.forbidden)))

    def take_file(self, path: Path) -> None:
        """Show the terms of a glossary."""
        from app.evidence.termbase import read_terms

        try:
            terms = read_terms(read_limited(path), path.name)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.show_profile(Profile(terms=tuple(terms)))

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Terms from a file…"), filter=_("Terms") + " (*.tbx *.xml *.csv *.tsv)")
        if name:
            self.take_file(Path(name))


def _lines(field: QPlainTextEdit) -> frozenset[str]:
    return frozenset(filter(None, map(str.strip, field.toPlainText().splitlines())))


def _parted(words: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, words.split(BETWEEN))))
