"""The finding under the current row: what it is, the evidence of both texts, why, and what can be done about it."""

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.diff import Change, Chunk, chunks
from app.i18n import N_, _
from app.model import Finding, Fix, Severity, Side, Span
from ui.desk.buttons import KeyButton, Run, key_of
from ui.models.findings import SEVERITIES, check_title
from ui.session import ARTICLE, EVERYWHERE, HERE, REASONS, Session
from ui.session.sentences import clipped
from ui.theme import Theme, paint_shape

LONGEST = 48
"""Characters of evidence that are shown of each text."""

QUOTED = 24
"""Characters by which evidence is recognised in the reason."""

SCOPES = ((HERE, N_("Not an error here")), (ARTICLE, N_("Not an error in this story")), (EVERYWHERE, N_("Not an error anywhere")))

WORD = re.compile(r"[ \u00a0]?[\w’'-]+")
NEXT_TO_WORD = re.compile(r"[\w’'-]+[ \u00a0]?\Z")
"""A word behind or before a place, a space apart at most."""

MOST_NUMBERED = 9
"""Entries of a menu that one key chooses."""


def fix_runs(session: Session, finding: Finding, fix: Fix) -> list[Run]:
    """What a fix does to the text, as it is written on its button: what goes struck through, then what comes.

    Where the fix changes a part of the evidence, the evidence stands around it; a sign, which cannot be seen struck through,
    stands with its word, before and after.
    """
    if len(fix.edits) != 1 or fix.remove:
        return [Run(fix.label.render())]
    edit = fix.edits[0]
    text = session.text(edit.unit)
    around = [place.span for place in finding.on(Side.TARGET) if place.unit == edit.unit and place.span.covers(edit.span)]
    whole = min(around, key=lambda span: span.length, default=edit.span)
    if whole.length + len(edit.text) > LONGEST:
        whole = edit.span
    signs = not any(char.isalnum() for char in edit.span.of(text) + edit.text)
    if signs:
        whole = with_word(text, edit.span)
    head, tail = Span(whole.start, edit.span.start).of(text), Span(edit.span.end, whole.end).of(text)
    before, after = whole.of(text), f"{head}{edit.text}{tail}"
    if len(before) + len(after) > 2 * LONGEST or not edit.text.strip():
        return [Run(fix.label.render())]
    if signs:
        return [Run(before), Run(" → "), Run(after)]
    return [run for chunk in chunks(before, after) for run in _runs(chunk, before, after) if run.words]


def with_word(text: str, span: Span) -> Span:
    """A stretch with the word it touches, the one before if there are two: a comma alone says nothing on a button."""
    before = NEXT_TO_WORD.search(text[: span.start])
    if before is not None:
        return Span(before.start(), span.end)
    after = WORD.match(text[span.end :])
    return Span(span.start, span.end + after.end()) if after else span


def _runs(chunk: Chunk, before: str, after: str) -> tuple[Run, ...]:
    old, new = chunk.before.of(before), chunk.after.of(after)
    if chunk.change is Change.EQUAL:
        return (Run(new),)
    return Run(old, struck=True), Run(" " if old and new else ""), Run(new)


class Heading(QWidget):
    """Shape and name of the finding."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self.theme = theme
        self.finding: Finding | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_finding(self, theme: Theme, finding: Finding) -> None:
        """Show another one."""
        self.theme, self.finding = theme, finding
        self.setAccessibleName(f"{_(SEVERITIES[finding.severity])}: {check_title(finding)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Shape and words."""
        px = self.theme.pixels
        words = check_title(self.finding) if self.finding else ""
        return QSize(round(px(18) + QFontMetricsF(self._font()).horizontalAdvance(words)) + 2, round(px(20)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shape and words."""
        if self.finding is not None:
            painter, size = QPainter(self), self.theme.pixels(11)
            paint_shape(painter, self.theme, self.finding.severity, QRectF(1, (self.height() - size) / 2, size, size))
            painter.setFont(self._font())
            painter.setPen(self.theme.color(self.finding.severity))
            box = QRectF(self.theme.pixels(18), 0, self.width(), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, check_title(self.finding))
            painter.end()

    def _font(self) -> QFont:
        return self.theme.sans(13, QFont.Weight.DemiBold)


class FindingCard(QWidget):
    """The current finding; asks the session to act. `acted` once a button was pressed, so that the keyboard goes back to the text."""

    acted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        """Make an empty, hidden card."""
        super().__init__(parent)
        self._session = session
        self.theme = theme
        self.finding: Finding | None = None
        self._fitted = (0, 0)
        self.setAccessibleName(_("Finding"))
        self._heading = Heading(theme, self)
        self._evidence, self._reason, self._number = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._evidence, self._reason, self._number):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._evidence, self._reason):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fix, self._dismiss, self._more = (KeyButton(theme, self) for _ in range(3))
        self._fix.clicked.connect(self._apply)
        self._dismiss.clicked.connect(self.dismiss)
        self._more.clicked.connect(self.more)
        self._arrange()
        self.hide()

    def show_finding(self, finding: Finding | None, theme: Theme) -> None:
        """Show this finding, or nothing."""
        self.finding, self.theme, self._fitted = finding, theme, (0, 0)
        self.setVisible(finding is not None)
        if finding is None:
            return
        soft, ink = f"color: {theme.soft};", f"color: {theme.ink};"
        self._heading.show_finding(theme, finding)
        for label, size, style in ((self._evidence, 13, ink), (self._reason, 13, soft), (self._number, 12, soft)):
            label.setFont(theme.sans(size))
            label.setStyleSheet(style)
        words = self.evidence(finding)
        self._evidence.setText(words)
        self._evidence.setVisible(bool(words))
        self._reason.setText(finding.message.render())
        self._number.setText(self._place())
        self._buttons(finding)

    def height_at(self, width: int) -> int:
        """How high the card is at a width; worked out once for what it shows, since the desk asks at every key."""
        if self.finding is None:
            return 0
        if self._fitted[0] != width:
            layout = self.layout()
            assert layout is not None
            self._squeeze(width)
            layout.activate()
            self._fitted = width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        return self._fitted[1]

    def _squeeze(self, width: int) -> None:
        """Where all does not fit in a line, leave the keys of the lesser buttons away, then the number of findings."""
        lesser = (self._dismiss, self._more)
        for button in lesser:
            button.terse = False
        shown = [button for button in (self._fix, *lesser) if not button.isHidden()]
        number = QFontMetricsF(self._number.font()).horizontalAdvance(self._number.text()) + 8
        gaps = self.theme.pixels(7) * len(shown)
        self._number.setVisible(True)
        if sum(button.sizeHint().width() for button in shown) + gaps + number > width:
            for button in lesser:
                button.terse = True
            self._number.setVisible(sum(button.sizeHint().width() for button in shown) + gaps + number <= width)
        for button in lesser:
            button.updateGeometry()

    def evidence(self, finding: Finding) -> str:
        """The words of both texts that the finding points at, each in its quotes; nothing when the reason quotes them anyway."""
        parts, reason, told = [], finding.message.render(), 0
        for side, template in ((Side.SOURCE, "“{words}”"), (Side.TARGET, "„{words}“")):
            here = [place for place in finding.on(side) if self._session.label(place.unit)]
            words = list(dict.fromkeys(place.span.of(self._session.text(place.unit, side)).strip() for place in here))
            shown = clipped(" … ".join(clipped(word, LONGEST) for word in words if word), 2 * LONGEST)
            if shown:
                parts.append(template.format(words=shown))
                told += shown[:QUOTED] in reason
        return "" if told == len(parts) else "  ·  ".join(parts)

    def dismiss(self) -> None:
        """Call it no error here; a critical finding asks for one of a few reasons."""
        if self.finding is None:
            return
        if self.finding.severity is Severity.CRITICAL:
            menu = QMenu(self)
            self._add_reasons(menu, HERE)
            self._pop(menu, self._dismiss)
        else:
            self._session.dismiss(HERE, "", self.finding)
            self.acted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Divide the finding from the texts."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    def more(self) -> None:
        """Offer all repairs and the wider scopes."""
        if self.finding is None:
            return
        menu = QMenu(self)
        for fix in self.finding.fixes:
            action = _numbered(menu, fix.label.render())
            action.triggered.connect(lambda _=False, fix=fix: self._session.fix(fix))
        if self.finding.fixes:
            menu.addSeparator()
        for scope, title in SCOPES:
            if self.finding.severity is Severity.CRITICAL:
                wider = QMenu(menu)
                _numbered(menu, _(title)).setMenu(wider)
                self._add_reasons(wider, scope)
            else:
                _numbered(menu, _(title)).triggered.connect(lambda _=False, scope=scope: self._session.dismiss(scope, "", self.finding))
        self._pop(menu, self._more)

    def _add_reasons(self, menu: QMenu, scope: str) -> None:
        for reason in REASONS:
            _numbered(menu, _(reason)).triggered.connect(lambda _=False, reason=reason: self._session.dismiss(scope, reason, self.finding))

    def _pop(self, menu: QMenu, button: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(lambda _action: self.acted.emit())
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _apply(self) -> None:
        self._session.apply_fix()
        self.acted.emit()

    def _place(self) -> str:
        """``2 of 9 · F8 next``."""
        number, total = self._session.finding_number(), len(self._session.findings)
        if not number:
            return ""
        return _("{number} of {total}  ·  {key} next").format(number=number, total=total, key=key_of("next-finding"))

    def _buttons(self, finding: Finding) -> None:
        assessing = self._session.assessing
        self._fix.setVisible(bool(finding.fixes) or assessing)
        self._more.setVisible(not assessing)
        if assessing:
            self._fix.show_as(self.theme, [Run(_("Count as an error"))], key_of("apply-fix"), primary=True)
        elif finding.fixes:
            self._fix.show_as(self.theme, fix_runs(self._session, finding, finding.fixes[0]), key_of("apply-fix"), primary=True)
            self._fix.setAccessibleDescription(finding.fixes[0].label.render())
        self._dismiss.show_as(self.theme, [Run(_("Not an error"))], key_of("dismiss"))
        self._more.show_as(self.theme, [Run(_("More"))], key_of("fixes"))

    def _arrange(self) -> None:
        px = self.theme.pixels
        first = QHBoxLayout()
        first.setSpacing(round(px(10)))
        first.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        first.addWidget(self._evidence, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(round(px(7)))
        for button in (self._fix, self._dismiss, self._more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._number)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, round(px(8)), 0, round(px(2)))
        whole.setSpacing(round(px(3)))
        whole.addLayout(first)
        whole.addWidget(self._reason)
        whole.addSpacing(round(px(5)))
        whole.addLayout(buttons)


def _numbered(menu: QMenu, text: str) -> QAction:
    """An entry that its number chooses, counted from 1."""
    number = 1 + sum(not action.isSeparator() for action in menu.actions())
    plain = text.replace("&", "&&")
    return menu.addAction(f"&{number}  {plain}" if number <= MOST_NUMBERED else plain)
