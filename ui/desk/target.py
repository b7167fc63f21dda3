"""The one editor: German marks as one types, spelling under the words, a menu for what can be done here."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from app.evidence.typing import typed
from app.i18n import _
from app.model import Span
from ui.desk.field import Field
from ui.session import Session
from ui.theme import Theme

WAVE, DEPTH = 4.0, 1.6
"""Pixels at 100 %: the length of a wave under a word, and how deep it is."""
OFFERED = 7


class TargetField(Field):
    """A `Field` to write the translation of `unit` in; `menu_asked` with the menu before it opens, for what the desk adds to it."""

    menu_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Make an empty one."""
        super().__init__(theme, parent)
        self.unit = 0
        self._session = session
        self._waves: list[Span] = []
        self._instead: tuple[int, str, str] | None = None
        self.setCursorWidth(2)
        session.spelled.connect(self.spell)

    def lock(self, locked: bool) -> None:
        """Let the text only be read and selected, or written."""
        if locked != self.isReadOnly():
            flags, reading = Qt.TextInteractionFlag, Qt.TextInteractionFlag.TextSelectableByMouse
            self.setReadOnly(locked)
            self.setTextInteractionFlags(reading | flags.TextSelectableByKeyboard if locked else flags.TextEditorInteraction)

    def spell(self) -> None:
        """Look again which words of the row the dictionary does not know."""
        if self.unit and self.unit == self._session.current:
            self.wave([] if self.isReadOnly() else self._session.misspelled(self.unit))

    def wave(self, spans: Iterable[Span]) -> None:
        """Draw waves under these words instead of those before."""
        found = list(spans)
        if found != self._waves:
            self._waves = found
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write what a key becomes in the style of the house; Backspace right behind it writes the key itself."""
        if self._taken_back(event) or self._written(event):
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text and the waves under words that no dictionary knows."""
        super().paintEvent(event)
        if not self._waves:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.soft), max(1.0, self.theme.pixels(1.1))))
        for span in self._waves:
            if not span.start < self.caret <= span.end or not self.hasFocus():
                for rect in self.rects(span):
                    painter.drawPath(self._wave_under(rect))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where the mouse is, or at the caret."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.open_menu(event.globalPos() if by_mouse else None)

    def open_menu(self, place: QPoint | None = None) -> None:
        """Open the menu: spelling first, where there is something to it, then what can be done with the text."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._offer_spelling(menu)
        for text, key, act, possible in (
            (_("Undo"), QKeySequence.StandardKey.Undo, self.undo, self.document().isUndoAvailable()),
            (_("Redo"), QKeySequence.StandardKey.Redo, self.redo, self.document().isRedoAvailable()),
            (_("Cut"), QKeySequence.StandardKey.Cut, self.cut, self.textCursor().hasSelection()),
            (_("Copy"), QKeySequence.StandardKey.Copy, self.copy, self.textCursor().hasSelection()),
            (_("Paste"), QKeySequence.StandardKey.Paste, self.paste, self.canPaste()),
            (_("Select all"), QKeySequence.StandardKey.SelectAll, self.selectAll, bool(self.plain)),
        ):
            action = menu.addAction(text, act)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(possible)
        self.menu_asked.emit(menu)
        menu.popup(place or self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _written(self, event: QKeyEvent) -> bool:
        """Write something else than the key says; whether that was done."""
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        if held or not event.text() or not self._session.typing.german_marks or self.isReadOnly():
            return False
        before = self.plain[: self.selection.start]
        instead = typed(before, event.text(), self._session.project.profile.style)
        if instead is None:
            return False
        raw = before[len(before) - instead.back :] + event.text()
        self._put(instead.back, instead.text)
        self._instead = (self.caret, instead.text, raw)
        return True

    def _taken_back(self, event: QKeyEvent) -> bool:
        """Write the key that was typed, when Backspace says so at once; whether that was done."""
        instead, self._instead = self._instead, None
        plain = event.key() == Qt.Key.Key_Backspace and not event.modifiers()
        if instead is None or not plain or self.caret != instead[0] or self.textCursor().hasSelection():
            return False
        self._put(len(instead[1]), instead[2])
        return True

    def _put(self, back: int, words: str) -> None:
        """Write words instead of what is selected and of as many signs before it."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for _step in range(back):
            cursor.deletePreviousChar()
        cursor.insertText(words)
        cursor.endEditBlock()

    def _wave_under(self, glyphs: QRectF) -> QPainterPath:
        step, depth = self.theme.pixels(WAVE) / 2, self.theme.pixels(DEPTH)
        y = glyphs.bottom() + self.theme.pixels(3)
        path = QPainterPath()
        path.moveTo(glyphs.left(), y)
        x, up = glyphs.left(), True
        while x < glyphs.right():
            path.quadTo(x + step / 2, y + (-depth if up else depth), x + step, y)
            x, up = x + step, not up
        return path

    def _offer_spelling(self, menu: QMenu) -> None:
        """What the dictionary would write for the word at the caret, once it has answered, and ways to call the word right."""
        span = next((span for span in self._waves if span.start <= self.caret <= span.end), None)
        if span is None:
            return
        word = span.of(self.plain)
        first = menu.addAction(_("Looking for suggestions …"))
        first.setEnabled(False)
        menu.addAction(_("Add “{word}” to the dictionary").format(word=word), lambda: self._session.learn(word))
        menu.addAction(_("Ignore “{word}”").format(word=word), lambda: self._session.ignore(word))
        menu.addSeparator()

        def fill(asked: str, suggestions: list[str]) -> None:
            if asked == word:
                self._fill(menu, first, span, suggestions)

        self._session.suggested.connect(fill)
        menu.destroyed.connect(lambda: self._session.suggested.disconnect(fill))
        self._session.suggest(word)

    def _fill(self, menu: QMenu, first: QAction, span: Span, suggestions: list[str]) -> None:
        """Put suggestions in the place of the line that promised them."""
        first.setText(_("No suggestion"))
        first.setVisible(not suggestions)
        for word in suggestions[:OFFERED]:
            action = QAction(word, menu)
            action.triggered.connect(lambda _checked=False, word=word: self._correct(span, word))
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            menu.insertAction(first, action)
        if suggestions:
            menu.setActiveAction(menu.actions()[0])

    def _correct(self, span: Span, word: str) -> None:
        self.select(span)
        self.textCursor().insertText(word)
