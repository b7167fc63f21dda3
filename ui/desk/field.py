"""The two texts of the current row as real text fields: the source to read and select, the translation to write."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from app.model import Span
from app.model.text import after_edit
from ui.desk.cleantext import CleanText, shared_ends
from ui.desk.prose import Stretch
from ui.desk.typesetting import (
    SMALL,
    Style,
    Underline,
    char_format,
    font_of,
    indent_of,
    leading_of,
    line_rects,
    merged,
    paint_pointer,
    text_option,
)
from ui.text import span_to_utf16
from ui.theme import Theme


class Marks(QSyntaxHighlighter):
    """Shows strong, emphasis and links in a field without making them part of its text or its history."""

    def __init__(self, document: QTextDocument) -> None:
        """Begin without any."""
        super().__init__(document)
        self.stretches: list[Stretch] = []
        self.theme: Theme | None = None

    def highlightBlock(self, text: str) -> None:
        """Give one paragraph its formats; called by Qt with the paragraph."""
        whole = self.document().toRawText()
        begin = self.currentBlock().position()
        for span, looks in merged(self.stretches):
            start, length = span_to_utf16(whole, span)
            form = QTextCharFormat()
            for look in looks:
                assert self.theme is not None
                form.merge(char_format(look, self.theme))
            first, last = max(0, start - begin), min(len(text) * 2, start + length - begin)
            if first < last:
                self.setFormat(first, last - first, form)


class Field(CleanText):
    """A frameless text field as high as its text, set like the page beneath.

    What findings point to is underlined and moves with every key, so that no underline lags behind the text. `hint` is what
    an empty field says. `typed` at every change that did not come through `load`, `resized` when the text needs another
    height, `turned` with the wheel's event.
    """

    resized = Signal()
    typed = Signal()
    turned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty field on this widget."""
        super().__init__(parent)
        self.loading = False
        self.theme = theme
        self.hint = ""
        self.style_now = Style()
        self._underlines: list[Underline] = []
        self._height = 0
        self._set_in = (self.style_now, theme)
        self._marks = Marks(self.document())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(text_option().wrapMode())
        self.document().setDocumentMargin(0)
        self.document().contentsChange.connect(self._moved)
        self.document().documentLayout().documentSizeChanged.connect(self._measure)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")

    def load(self, text: str, style: Style, stretches: Iterable[Stretch] = ()) -> None:
        """Show a text from now on; its history begins here."""
        self.loading = True
        self.style_now = style
        self._underlines = []
        document = self.document()
        document.setUndoRedoEnabled(False)
        self._marks.stretches, self._marks.theme = list(stretches), self.theme
        document.setDefaultFont(font_of(style, self.theme))
        self.setPlainText(text)
        self._text = document.toRawText()
        self._set_leading()
        self._paint_colors()
        self._marks.rehighlight()
        document.setUndoRedoEnabled(True)
        document.setModified(False)
        self.loading = False

    def restyle(self, style: Style) -> None:
        """Set the same text another way; no change of looks becomes something to undo where nothing was typed."""
        if (style, self.theme) == self._set_in:
            return
        self.loading = True
        typed = self.document().isUndoAvailable()
        self.style_now = style
        self.document().setDefaultFont(font_of(style, self.theme))
        self._marks.theme = self.theme
        self._set_leading()
        self._paint_colors()
        self._marks.rehighlight()
        self.loading = False
        if not typed:
            self.forget()

    def mark(self, stretches: Iterable[Stretch]) -> None:
        """Show other inline marks over the same text."""
        found = list(stretches)
        if found != self._marks.stretches:
            self._marks.stretches = found
            self._marks.rehighlight()

    def underline(self, underlines: Iterable[Underline]) -> None:
        """Underline these stretches instead of those before."""
        found = list(underlines)
        if found != self._underlines:
            self._underlines = found
            self.viewport().update()

    def fit(self, width: int) -> int:
        """Take a width and say the height that the text needs at it."""
        indent = indent_of(self.style_now, self.theme, width)
        self.setViewportMargins(indent, 0, 0, 0)
        self.setFixedWidth(width)
        self.document().setTextWidth(width - indent)
        return max(leading_of(self.style_now, self.theme), round(self.document().size().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the lines under what findings point to."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._text and self.hint:
            painter.setFont(self.theme.sans(SMALL))
            painter.setPen(QColor(self.theme.soft))
            line = QRectF(8, 0, self.viewport().width() - 8, leading_of(self.style_now, self.theme))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.hint)
        for underline in self._underlines:
            for rect in self.rects(underline.span):
                paint_pointer(painter, rect, self.theme, underline)
        painter.end()

    def rects(self, span: Span) -> Iterator[QRectF]:
        """The parts of the lines that a stretch covers."""
        start, length = span_to_utf16(self._text, span)
        for block in self._blocks():
            origin = block.layout().position()
            for rect in line_rects(block.layout(), start - block.position(), length):
                yield rect.translated(origin)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        self.turned.emit(event)

    def _blocks(self) -> Iterable[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _set_leading(self) -> None:
        self._set_in = (self.style_now, self.theme)
        form = QTextBlockFormat()
        form.setLineHeight(leading_of(self.style_now, self.theme), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(form)

    def _paint_colors(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self.theme.soft if self.style_now.soft else self.theme.ink))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(self.theme.accent_bg))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(self.theme.ink))
        self.setPalette(palette)

    def _moved(self, position: int, removed: int, added: int) -> None:
        """Let underlines and marks follow an edit; the numbers are Qt's and may count unchanged text as replaced."""
        del position, removed, added
        before, after = self._text, self.document().toRawText()
        if before == after:
            return
        self._text = after
        head, tail = shared_ends(before, after)
        edited, grown = Span(head, len(before) - tail), len(after) - tail - head
        moved = [(underline, after_edit(underline.span, edited, grown)) for underline in self._underlines]
        self._underlines = [Underline(span, underline.severity, underline.framed) for underline, span in moved if span is not None]
        marks = [(stretch, after_edit(stretch.span, edited, grown)) for stretch in self._marks.stretches]
        self._marks.stretches = [Stretch(span, stretch.look) for stretch, span in marks if span is not None]
        if not self.loading:
            self.typed.emit()

    def _measure(self) -> None:
        height = round(self.document().size().height())
        if height != self._height:
            self._height = height
            self.resized.emit()


class SourceField(Field):
    """The source of the current row: to be read, selected and copied, by mouse and keyboard."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty one."""
        super().__init__(theme, parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
