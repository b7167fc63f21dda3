"""The current row: its two text fields, the line of its changes and the finding card, laid over the page."""

from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.model import OBJECT, Finding, Side, Span, Text, Unit
from ui.desk.card import FindingCard
from ui.desk.cleantext import shared_ends
from ui.desk.columns import Columns
from ui.desk.evidence import Evidence
from ui.desk.field import Field, SourceField
from ui.desk.painting import missing_words
from ui.desk.prose import LINE_BREAK, Prose, change_line, joined, marked
from ui.desk.target import TargetField
from ui.desk.typesetting import RUNNING, Cell, Style, leading_of, least_of
from ui.models.findings import SEVERITIES
from ui.models.units import state_name
from ui.session import Session, View
from ui.theme import Theme

LINE = Style(size=0.87, soft=True, leading=1.5)
NOTE = Style(size=0.8, soft=True, sans=True, leading=1.45)
"""How the line of changes and a note are set."""

DESCENT = 4
"""Pixels below the last line that underlines may need."""

AWAY = -30_000
"""Where the fields lie while the row is out of sight; they stay visible to Qt, so that the keyboard stays with them."""


class CurrentRow(QObject):
    """The widgets of the current row.

    `resized` when it needs another height, `acted` when the card did something, `carried` when the caret was moved or
    something typed, `pointed` with the field that was clicked, `paged` with 1 or -1 when a page key was pressed.
    """

    resized = Signal()
    acted = Signal()
    carried = Signal()
    paged = Signal(int)
    pointed = Signal(object)

    def __init__(self, session: Session, theme: Theme, page: QWidget) -> None:
        """Make the widgets on the page, empty."""
        super().__init__(page)
        self._session = session
        self.theme = theme
        self.unit = 0
        self.style = RUNNING
        self.source = SourceField(theme, page)
        self.target = TargetField(session, theme, page)
        self.card = FindingCard(session, theme, page)
        self.line: Cell | None = None
        self.note: Cell | None = None
        self._imported = ""
        self._width = 0
        for field in (self.source, self.target):
            field.hide()
            field.resized.connect(self.resized)
            field.installEventFilter(self)
            field.viewport().installEventFilter(self)
        self.target.typed.connect(self._draft)
        self.target.typed.connect(self.target.spell)  # behind the draft, so that no wave lags one key behind
        self.target.cursorPositionChanged.connect(self._carry)
        self.card.acted.connect(self.acted)

    @property
    def editable(self) -> bool:
        """Whether the row has an editor in this view: not where it is folded, and not for what has no words."""
        unit = self._session.unit
        if unit is None or unit.removed or self._session.view is View.ORIGINAL:
            return False
        return bool(unit.source is not None or unit.target.plain) and unit.target.plain.strip() != OBJECT

    def load(self, style: Style) -> None:
        """Take up the session's current row."""
        article, unit = self._session.article, self._session.unit
        assert article is not None
        assert unit is not None
        self.unit = self.target.unit = unit.id
        self.style = style
        self._imported = article.imported_text(unit).plain
        source = article.source_text(unit)
        self.source.setLocale(QLocale(article.source.language))
        self.target.setLocale(QLocale(article.target.language))
        self.source.load(source.plain, style, marked(source))
        text = self._text(unit)
        self.target.load(text.plain, style, marked(text))
        self.target.hint = _invitation(self._session)
        self._name(unit)
        self.compare()

    def follow(self) -> None:
        """Show the row as a step left it: the caret stays, the field's own history ends."""
        unit = self._session.unit
        if unit is None or unit.id != self.unit:
            return
        text = self._text(unit)
        self._name(unit)
        if text.plain == self.target.plain:
            self.target.forget()
            self.target.mark(marked(text))
            self.compare()
            return
        caret, (head, tail) = self.target.caret, shared_ends(self.target.plain, text.plain)
        kept = caret if caret <= head else max(head, caret + len(text.plain) - len(self.target.plain)) if tail else len(text.plain)
        self.target.load(text.plain, self.style, marked(text))
        self.target.place_caret(min(kept, len(text.plain)))
        self.compare()

    def show_findings(self, evidence: Evidence) -> None:
        """Underline what findings point to, and show the current one."""
        quiet = self._session.view in {View.COLD, View.ORIGINAL}
        for field, side in ((self.source, Side.SOURCE), (self.target, Side.TARGET)):
            field.underline([] if quiet else evidence.underlines(self.unit, side))
        self.target.spell()
        self.card.show_finding(None if quiet else self._finding(evidence), self.theme)
        if self._session.unit is not None:
            self._name(self._session.unit)

    def select(self, finding: Finding) -> None:
        """Select in the editor what a finding points to; without such a place the caret stays at the beginning."""
        places = [place for place in finding.on(Side.TARGET) if place.unit == self.unit]
        spans = [place.span for place in places if place.span.length] or [Span(0, 0)]
        self.target.select(spans[0])

    def height(self, columns: Columns) -> tuple[int, int]:
        """The height of the two texts with the line of changes, and that of the card beneath."""
        if self._width != columns.cell:
            self._width = columns.cell
            self.compare()
        heights = [leading_of(RUNNING, self.theme), least_of(self.style, self.theme)]
        source, target = self.shown()
        if source:
            heights.append(self.source.fit(columns.cell) + self._under(self.note))
        if target:
            heights.append(self.target.fit(columns.cell) + self._under(self.line))
        card = self.card.height_at(columns.right - columns.source - 12) if self.card.finding else 0
        return max(heights), card

    def show(self, *, source: bool, target: bool) -> None:
        """Which of the two fields there are."""
        self.source.setVisible(source)
        self.target.setVisible(target)
        self.target.lock(self._session.assessing)
        self.target.hint = _invitation(self._session)

    def shown(self) -> tuple[bool, bool]:
        """Which of the two fields there are: source, translation."""
        page = self.target.parentWidget()
        assert page is not None
        return self.source.isVisibleTo(page), self.target.isVisibleTo(page)

    def place(self, columns: Columns, tops: tuple[int, int] | None) -> None:
        """Lay the widgets over the row whose texts and finding begin at `tops`; None while it is out of sight."""
        top, card = tops or (AWAY, AWAY)
        self.source.setGeometry(columns.source, top, columns.cell, self._text_height(self.source) + DESCENT)
        self.target.setGeometry(columns.target, top, columns.cell, self._text_height(self.target) + DESCENT)
        if self.card.finding is not None:
            width = columns.right - columns.source - 12
            self.card.setGeometry(columns.source, card, width, self.card.height_at(width))

    def line_tops(self) -> tuple[int, int]:
        """How far under the top of the texts the note and the line of changes begin."""
        gap = round(self.theme.pixels(4))
        return self._text_height(self.source) + gap, self._text_height(self.target) + gap

    def set_theme(self, theme: Theme) -> None:
        """Take another look and text size."""
        self.theme = theme
        for field in (self.source, self.target):
            field.theme = theme
        self.card.show_finding(self.card.finding, theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a missing translation begins it: there is no text yet that it could divide."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(watched, Field):
            return self._key(watched, event)
        if event.type() is QEvent.Type.MouseButtonRelease and watched in {self.source.viewport(), self.target.viewport()}:
            QTimer.singleShot(0, self, partial(self.pointed.emit, self.source if watched is self.source.viewport() else self.target))
        return False

    def _key(self, field: Field, event: QKeyEvent) -> bool:
        """Keys that leave the field: the arrows beyond its first and last line, the pages; True when that was it."""
        down, key = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}, event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.paged.emit(1 if down else -1)
            return True
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and field.at_edge(down=down):
            self._step_out(field, down=down)
            return True
        return key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and field is self.target and not field.plain

    def _step_out(self, field: Field, *, down: bool) -> None:
        """Go to the neighbouring row, caret in its nearest line at the same distance from the left."""
        before, x = self.unit, field.cursorRect().left()
        (self._session.next_row if down else self._session.previous_row)()
        if self.unit != before:
            field.enter(x, from_above=down)

    def restyle(self, style: Style) -> None:
        """Set the same texts another way, or in another theme; caret and history stay."""
        self.style = style
        for field in (self.source, self.target):
            field.restyle(style)
        self._width = 0

    def _text(self, unit: Unit) -> Text:
        draft = self._session.drafts.get(unit.id)
        return unit.target if draft is None else Text(draft)

    def _finding(self, evidence: Evidence) -> Finding | None:
        here = evidence.at(self.unit)
        return self._session.finding if self._session.finding in here else next(iter(here), None)

    def _draft(self) -> None:
        self._session.draft(self.unit, self.target.plain)
        self.compare()
        self.resized.emit()

    def _carry(self) -> None:
        if self.target.hasFocus() and not self.target.loading:
            self.carried.emit()

    def compare(self) -> None:
        """Set the line of changes, or of what another translation has instead, and the note."""
        line = self._changes() if self._width else Prose("")
        self.line = Cell(line, LINE, max(50, self._width), self.theme) if line.text else None
        unit = self._session.unit
        said = _said(unit, self.source.plain) if unit is not None and unit.id == self.unit and self._width else Prose("")
        self.note = Cell(said, NOTE, self._width, self.theme) if said.text else None

    def _changes(self) -> Prose:
        now, session, unit = self.target.plain, self._session, self._session.unit
        if unit is not None and unit.id == self.unit and unit.target_before and session.view is View.TEXT:
            return change_line(unit.target_before, now, blind=session.blind)
        if session.view is View.OPINION and (other := session.opinion(self.unit)):
            return change_line(now, other, blind=session.blind)
        if session.view is View.COLD or not self._imported:
            return Prose("")
        return change_line(self._imported, now, blind=session.blind)

    def _under(self, cell: Cell | None) -> int:
        """The room of a line under a text."""
        return cell.height + round(self.theme.pixels(6)) if cell else 0

    def _text_height(self, field: Field) -> int:
        return max(leading_of(self.style, self.theme), round(field.document().size().height()))

    def _name(self, unit: Unit) -> None:
        """What a screen reader says of the fields."""
        label = self._session.label(unit.id)
        self.source.setAccessibleName(_("Source, row {row}").format(row=label))
        self.target.setAccessibleName(_("Translation, row {row}").format(row=label))
        findings = self._session.findings_at(unit.id)
        grave = (f"{_(SEVERITIES[finding.severity])}: {finding.message.render()}" for finding in findings)
        self.target.setAccessibleDescription(" ".join([f"{state_name(unit)}.", *grave]))


def _said(unit: Unit, source: str) -> Prose:
    """What stands under the source: how a new version of it differs from what was translated, and the note."""
    changed = change_line(unit.source_before, source) if unit.source_before else Prose("")
    note = Prose(_("Note: {note}").format(note=unit.note) if unit.note else "")
    if not changed.text:
        return note
    return joined([(Prose(_("Source changed:")), " "), (changed, LINE_BREAK if note.text else ""), (note, "")])


def _invitation(session: Session) -> str:
    """What is said where there is no translation; who only reads is not asked to write it."""
    if session.unit is None or not session.unit.source:
        return ""
    return missing_words() if session.assessing else _("missing in the translation – type here")
