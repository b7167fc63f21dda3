"""A text field that holds nothing but words: no format, no history of its own beyond what was typed."""

from PySide6.QtCore import QMimeData, QPoint, QPointF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.model import PARAGRAPH_BREAK, Span
from ui.desk.prose import LINE_BREAK
from ui.text import to_code_points, to_utf16


class CleanText(QTextEdit):
    """Clean text, its caret and selection; all offsets are code points."""

    def __init__(self, parent: QWidget) -> None:
        """Make an empty field on this widget."""
        super().__init__(parent)
        self._text = ""
        self.setAcceptRichText(False)

    @property
    def plain(self) -> str:
        """The text: no-break spaces kept, a paragraph break as U+2029."""
        return self._text

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return to_code_points(self._text, self.textCursor().position())

    @property
    def selection(self) -> Span:
        """What is selected; empty at the caret when nothing is."""
        cursor = self.textCursor()
        return Span(to_code_points(self._text, cursor.selectionStart()), to_code_points(self._text, cursor.selectionEnd()))

    def word(self) -> Span:
        """What is selected, or else the word at the caret."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return Span(to_code_points(self._text, cursor.selectionStart()), to_code_points(self._text, cursor.selectionEnd()))

    def forget(self) -> None:
        """End the field's own history: what was typed has become a step."""
        document = self.document()
        if document.isUndoAvailable() or document.isRedoAvailable():
            document.clearUndoRedoStacks()

    def place_caret(self, at: int) -> None:
        """Put the caret at an offset."""
        self.select(Span(at, at))

    def select(self, span: Span) -> None:
        """Select a stretch, caret at its end."""
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(self._text, min(span.start, len(self._text))))
        cursor.setPosition(to_utf16(self._text, min(span.end, len(self._text))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def drag_to(self, place: QPointF) -> None:
        """Extend the selection to a place in the field, as a mouse held down does."""
        cursor = self.textCursor()
        cursor.setPosition(self.cursorForPosition(place.toPoint()).position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def at_edge(self, *, down: bool) -> bool:
        """Whether the caret is in the last line, or in the first one."""
        cursor = self.textCursor()
        return not cursor.movePosition(QTextCursor.MoveOperation.Down if down else QTextCursor.MoveOperation.Up)

    def enter(self, x: int, *, from_above: bool) -> None:
        """Put the caret into the first or the last line, at a distance from the left."""
        y = 1 if from_above else round(self.document().size().height()) - 1
        self.setTextCursor(self.cursorForPosition(QPoint(x, y)))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, whatever the clipboard holds; breaks around them stay outside."""
        self.textCursor().insertText(source.text().replace("\r\n", "\n").strip("\n"))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; files that are dropped belong to the window."""
        return source.hasText() and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words only; no-break spaces stay, breaks become line breaks."""
        data = QMimeData()
        data.setText(self.selection.of(self._text).replace(PARAGRAPH_BREAK, "\n").replace(LINE_BREAK, "\n"))
        return data


def shared_ends(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts share at the beginning and, of the rest, at the end."""
    head = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), min(len(before), len(after)))
    rest = min(len(before), len(after)) - head
    pairs = zip(reversed(before), reversed(after), strict=False)
    tail = next((at for at, (old, new) in enumerate(pairs) if old != new), rest)
    return head, min(tail, rest)
