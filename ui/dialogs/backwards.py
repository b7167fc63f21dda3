"""What a translation says when it is put back into English, beside what it was made from."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app import diff
from app.i18n import _
from app.model import Side, Span
from ui.dialogs.popup import Popup
from ui.session import Session
from ui.text import span_to_utf16
from ui.theme import Theme


class BackwardsPopup(Popup):
    """The source and the way back, one under the other; what differs is marked in both."""

    def __init__(self, session: Session, theme: Theme, unit_id: int, parent: QWidget) -> None:
        """Show the way back of a row."""
        super().__init__(parent, _("Put back into English"))
        source, back = session.text(unit_id, Side.SOURCE), session.backwards(unit_id)
        chunks = [chunk for chunk in diff.chunks(source, back) if chunk.change is not diff.Change.EQUAL]
        for title, text, spans, look in (
            (_("The source"), source, [chunk.before for chunk in chunks], (theme.del_, theme.del_bg)),
            (_("The translation, put back into English"), back, [chunk.after for chunk in chunks], (theme.ins, theme.ins_bg)),
        ):
            label = QLabel(title)
            label.setProperty("tone", "small")
            self.column.addWidget(label)
            self.column.addWidget(_marked(text, spans, look, title, theme))


def _marked(text: str, spans: list[Span], look: tuple[str, str], name: str, theme: Theme) -> QPlainTextEdit:
    """A text to read and to copy, some of it marked."""
    field = QPlainTextEdit(text)
    field.setReadOnly(True)
    field.setAccessibleName(name)
    field.setProperty("look", "field")
    field.setFont(theme.serif())
    form = QTextCharFormat()
    form.setForeground(QColor(look[0]))
    form.setBackground(QColor(look[1]))
    for span in spans:
        cursor = QTextCursor(field.document())
        start, length = span_to_utf16(text, span)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)
    field.setFixedHeight(round(theme.pixels(96)))
    return field
