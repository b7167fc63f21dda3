"""Going to a row by its name."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.i18n import _
from ui.dialogs.popup import Popup
from ui.session import Session


def row_named(session: Session, words: str) -> int:
    """The id of the row whose name begins like this (``6.1`` or ``¶6.1``); 0 when there is none."""
    wanted = words.strip().removeprefix("¶").strip().replace(",", ".")
    if session.article is None or not wanted:
        return 0
    names = {unit.id: session.label(unit.id).removeprefix("¶") for unit in session.article.units}
    for fits in (str.__eq__, lambda name, want: name.startswith(f"{want}."), lambda name, want: name == f"{want}+"):
        if (found := next((unit_id for unit_id, name in names.items() if fits(name, wanted)), 0)) != 0:
            return found
    return 0


class GoToRow(Popup):
    """Asks for the name of a row and goes there."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Begin with the current row's name."""
        super().__init__(parent, _("Go to row"))
        self._session = session
        self.field = QLineEdit(session.label(session.current).removeprefix("¶"))
        self.field.setAccessibleName(_("Paragraph and sentence"))
        self.field.setPlaceholderText(_("Paragraph, or paragraph.sentence"))
        self.field.selectAll()
        self.field.returnPressed.connect(self._go)
        self._told = QLabel()
        self.field.textEdited.connect(self._told.hide)
        self._told.setProperty("tone", "bad")
        self._told.hide()
        title = QLabel(_("Go to row"))
        title.setProperty("tone", "strong")
        for part in (title, self.field, self._told):
            self.column.addWidget(part)
        self.setFocusProxy(self.field)
        self.field.setFocus()

    def _go(self) -> None:
        unit_id = row_named(self._session, self.field.text())
        if unit_id:
            self._session.go_to(unit_id)
            self.close()
        else:
            self._told.setText(_("There is no row “{name}”.").format(name=self.field.text()))
            self._told.show()
            self.adjustSize()
