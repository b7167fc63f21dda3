"""Finding words in source, translation and notes, and replacing them in translation and notes."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.article.searching import Hit, Query, Where
from app.errors import UserError
from app.i18n import N_, _
from app.settings import Search, Searches
from ui.panels.searches import KeptSearches
from ui.session import Session

PLACES = {Where.SOURCE: N_("Source"), Where.TARGET: N_("Translation"), Where.NOTE: N_("Notes")}
OPTIONS = (
    ("case", N_("Aa"), N_("Match case")),
    ("whole", N_("Word"), N_("Whole words only")),
    ("pattern", N_(".*"), N_("Regular expression")),
)
WIDTH = 380


class FindBar(QWidget):
    """A bar over the desk.

    Emits `found` with a `Hit` to be shown, `left` when it is closed, and `previewed` with all hits that are to be replaced. The menu of
    kept `searches` says itself what is to be remembered.
    """

    found = Signal(object)
    left = Signal()
    previewed = Signal(object)

    def __init__(self, session: Session, kept: Searches, parent: QWidget | None = None) -> None:
        """Begin hidden; `kept` are the searches kept by name."""
        super().__init__(parent)
        self.setProperty("look", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._hits: list[Hit] = []
        self._at = -1
        self.field = self._line(_("Find in source, translation and notes"), self.next)
        self.field.textChanged.connect(self._search)
        self.instead = self._line(_("Replace in translation and notes"), self.replace)
        self.told = QLabel()
        self.told.setProperty("tone", "small")
        self.options = {name: self._chip(_(sign), _(told)) for name, sign, told in OPTIONS}
        self.places = {where: self._chip(_(name), _("Search here"), checked=True) for where, name in PLACES.items()}
        self._replacing = QWidget()
        self.searches = KeptSearches(kept, lambda: self.query)
        self.searches.chosen.connect(self._use)
        self._lay_out()
        session.opened.connect(self.hide)
        session.assessed.connect(self._give_way)
        self.hide()

    @property
    def query(self) -> Query:
        """What is looked for now; with a replacement while the second line is open."""
        chosen = {name: chip.isChecked() for name, chip in self.options.items()}
        places = frozenset(where for where, chip in self.places.items() if chip.isChecked())
        instead = None if self._replacing.isHidden() else self.instead.text()
        return Query(self.field.text(), instead, places, chosen["case"], chosen["whole"], chosen["pattern"])

    def open(self) -> None:
        """Show the bar and take the keyboard."""
        self._replacing.hide()
        self._open()

    def open_replace(self) -> None:
        """Show the bar with the line for what is to stand instead."""
        self._replacing.show()
        self._open()

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back."""
        self.hide()
        self.left.emit()

    def take_over(self, other: "FindBar") -> None:
        """Become what another bar was: open or not, with its words, options and places."""
        for mine, theirs in ((self.field, other.field), (self.instead, other.instead)):
            mine.setText(theirs.text())
        for name, chip in self.options.items():
            chip.setChecked(other.options[name].isChecked())
        for where, chip in self.places.items():
            chip.setChecked(other.places[where].isChecked())
        self._replacing.setVisible(not other._replacing.isHidden())  # noqa: SLF001 - of the same class
        self.setVisible(not other.isHidden())

    def next(self) -> None:
        """Show the next place, from the last to the first."""
        self._turn(1)

    def previous(self) -> None:
        """Show the place before, from the first to the last."""
        self._turn(-1)

    def replace(self) -> None:
        """Replace the place that is shown and go on to the next."""
        if 0 <= self._at < len(self._hits) and self._hits[self._at].after is not None:
            self._session.replace([self._hits[self._at]])
            self._at -= 1
        self.next()

    def replace_all(self) -> None:
        """Ask for a look at every place that would be replaced."""
        self._search()
        if chosen := [hit for hit in self._hits if hit.after is not None]:
            self.previewed.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous()
        else:
            super().keyPressEvent(event)

    def _give_way(self) -> None:
        """While one assesses, the text is only read."""
        if self._session.assessing:
            self.hide()

    def _open(self) -> None:
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout(self._replacing)
        for row in (first, second):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
        first.addWidget(self.field)
        for chip in (*self.options.values(), *self.places.values()):
            first.addWidget(chip)
        first.addWidget(self.searches)
        first.addStretch(1)
        first.addWidget(self.told)
        for text, act in ((_("Previous"), self.previous), (_("Next"), self.next), (_("Close"), self.close_bar)):
            first.addWidget(self._button(text, act))
        second.addWidget(self.instead)
        second.addWidget(self._button(_("Replace, then on"), self.replace))
        second.addWidget(self._button(_("Replace all…"), self.replace_all))
        second.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.setVerticalSpacing(6)
        layout.addLayout(first, 0, 0)
        layout.addWidget(self._replacing, 1, 0)

    def _line(self, name: str, act: object) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setMinimumWidth(160)
        line.setMaximumWidth(WIDTH)
        line.returnPressed.connect(act)
        return line

    def _chip(self, text: str, told: str, *, checked: bool = False) -> QPushButton:
        chip = QPushButton(text)
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setChecked(checked)
        chip.setToolTip(told)
        chip.setAccessibleName(f"{told}: {text}")
        chip.toggled.connect(self._search)
        return chip

    @staticmethod
    def _button(text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(act)
        return button

    def _use(self, search: Search) -> None:
        for name, chip in self.options.items():
            with QSignalBlocker(chip):
                chip.setChecked(getattr(search, name))
        for where, chip in self.places.items():
            with QSignalBlocker(chip):
                chip.setChecked(where.value in search.places)
        self._replacing.setVisible(search.replacement is not None)
        self.instead.setText(search.replacement or "")
        self.field.setText(search.words)
        self._search()

    def _search(self) -> None:
        self._at = -1
        self._look()

    def _look(self) -> None:
        """Search again, since the text may have changed; a pattern that cannot be used says why."""
        try:
            self._hits = self._session.hits(self.query)
        except UserError as error:
            self._hits = []
            self.told.setText(str(error))
            return
        self._tell()

    def _turn(self, by: int) -> None:
        self._look()
        if self._hits:
            self._at = (max(self._at, -1 if by > 0 else 0) + by) % len(self._hits)
            self.found.emit(self._hits[self._at])
            self._tell()

    def _tell(self) -> None:
        if not self.field.text():
            self.told.setText("")
        elif self._hits:
            self.told.setText(_("{number} of {total}").format(number=self._at + 1 or "–", total=len(self._hits)))
        else:
            self.told.setText(_("nothing found"))
