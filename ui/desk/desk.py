"""The desk: the head of the columns, the page and the ruler beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.i18n import N_, _
from app.model import MarkKind, Span
from ui.desk.ruler import Ruler
from ui.desk.view import ReadingView
from ui.models.units import UnitModel
from ui.session import Session, View
from ui.theme import Theme

LANGUAGES = {"en": N_("English"), "de": N_("German")}
"""What the languages of the desk are called."""

VIEWS = {View.CHANGES: N_("changes"), View.ORIGINAL: N_("as imported"), View.OPINION: N_("second opinion"), View.COLD: N_("cold read")}
"""What is said of the translation when it is not simply the text."""

PARTING = " · "


class Head(QWidget):
    """``ENGLISH · SOURCE`` and ``GERMAN · TRANSLATION`` over their columns; the languages alone over narrow ones."""

    def __init__(self, session: Session, view: ReadingView, theme: Theme, parent: QWidget) -> None:
        """Stand over this view."""
        super().__init__(parent)
        self._session = session
        self._view = view
        self.set_theme(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.opened.connect(self.update)
        session.viewed.connect(self.update)
        view.scrolled.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self.setFixedHeight(round(theme.pixels(34)))

    def titles(self) -> tuple[str, str]:
        """What stands over the two columns."""
        article = self._session.article
        if article is None:
            return "", ""
        source, target = (_(LANGUAGES.get(document.language[:2], document.language)) for document in (article.source, article.target))
        kind = _(VIEWS.get(self._session.view, N_("translation")))
        return f"{source}{PARTING}{_('source')}".upper(), f"{target}{PARTING}{kind}".upper()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the titles; a line below once the page is scrolled."""
        painter, theme, columns = QPainter(self), self._theme, self._view.sheet.columns
        painter.fillRect(self.rect(), QColor(theme.bg))
        font = theme.sans(11, QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme.pixels(0.6))
        painter.setFont(font)
        painter.setPen(QColor(theme.soft))
        source, target = self.titles()
        for x, title in ((columns.target, target),) if columns.alone else ((columns.source, source), (columns.target, target)):
            shown = title if painter.fontMetrics().horizontalAdvance(title) <= columns.cell else title.partition(PARTING)[0]
            painter.drawText(QRectF(x, 4, columns.cell, self.height() - 4), Qt.AlignmentFlag.AlignVCenter, shown)
        if self._view.sheet.scroll.value:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(columns.left, self.height() - 1, columns.right, self.height() - 1)
        painter.end()


class Desk(QWidget):
    """Everything in the middle of the window, and what actions ask of it."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the session's article."""
        super().__init__(parent)
        self.session = session
        self.model = UnitModel(session, self)
        self.view = ReadingView(session, self.model, theme, self)
        self.ruler = Ruler(session, self.view, theme, self)
        self.head = Head(session, self.view, theme, self)
        self.setFocusProxy(self.view)
        self.setAccessibleName(_("Desk"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.head, 0, 0)
        grid.addWidget(self.view, 1, 0)
        grid.addWidget(self.ruler, 0, 1, 2, 1)
        self._dress(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another look or text size."""
        self._dress(theme)
        for part in (self.view, self.ruler, self.head):
            part.set_theme(theme)
            part.update()

    def _dress(self, theme: Theme) -> None:
        self.theme = theme
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(theme.bg))
        self.setPalette(palette)

    # What actions ask

    def commit(self) -> None:
        """Make a step of what is being typed."""
        self.view.commit()

    def undo(self) -> None:
        """Take back what was typed in the open row while there is something, then steps."""
        field = self.view.current.target
        if field.document().isUndoAvailable():
            field.undo()
        else:
            self.session.undo()

    def redo(self) -> None:
        """Repeat what undo took back."""
        field = self.view.current.target
        if field.document().isRedoAvailable():
            field.redo()
        else:
            self.session.redo()

    def caret(self) -> tuple[int, int]:
        """Where the carets of the current row are, in source and translation; for splitting the row."""
        current = self.view.current
        return current.source.caret, current.target.caret

    def toggle_mark(self, kind: MarkKind) -> None:
        """Make the selected words, or the word at the caret, strong or emphasised, or plain again."""
        field = self.view.current.target
        span = field.word()
        if field.isVisible() and span.length:
            self.session.settle()
            unit = self.session.unit
            assert unit is not None
            self.session.edit(unit.id, unit.target.toggled(span, kind))

    def link(self) -> tuple[Span, str]:
        """The link at the caret with its address; the selected words, or the word at the caret, and no address where there is none."""
        self.session.settle()
        unit, field = self.session.unit, self.view.current.target
        at = field.selection
        links = [mark for mark in unit.target.marks if mark.kind is MarkKind.LINK] if unit else []
        here = next((mark for mark in links if mark.span.start <= at.start and at.end <= mark.span.end), None)
        return (here.span, dict(here.attributes).get("href", "")) if here else (field.word(), "")

    def words(self, span: Span) -> str:
        """A stretch of the translation of the current row."""
        return span.of(self.view.current.target.plain)

    def set_link(self, span: Span, words: str, address: str) -> None:
        """Make words over a stretch of the current row a link; an empty address leaves plain words."""
        unit = self.session.unit
        if unit is not None:
            self.session.edit(unit.id, unit.target.linked(span, words, address))
            self.view.current.target.place_caret(span.start + len(words))
        self.focus_target()

    def focus_target(self) -> None:
        """Bring the keyboard to the translation."""
        self.view.focus_target()

    def focus_source(self) -> None:
        """Bring the keyboard to the source."""
        self.view.focus_source()

    def show_row(self, unit_id: int) -> None:
        """Go to a row and bring it into sight."""
        self.session.go_to(unit_id)
        self.view.reveal(centred=True)

    def copy(self) -> None:
        """Copy what is selected in the source or the translation."""
        current = self.view.current
        (current.source if current.source.hasFocus() or not current.target.selection.length else current.target).copy()

    def choose_fix(self) -> None:
        """Open the menu of repairs and scopes of the finding."""
        self.view.reveal()
        self.view.current.card.more()

    def dismiss(self) -> None:
        """Call the finding no error and go on; a critical one asks why."""
        self.view.reveal()
        self.view.current.card.dismiss()
