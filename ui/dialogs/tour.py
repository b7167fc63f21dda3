"""The tour: a bubble beside one part of the window after another."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n import N_, _
from ui.theme import Theme

WIDTH, GAP = 360, 12
"""Pixels at 100 %: how wide the bubble is, and how far it keeps from what it tells about."""


class Stop(Struct, frozen=True):
    """What is told about one part."""

    title: str
    sentence: str


STOPS = (
    Stop(
        N_("What is wrong"),
        N_("The card under a row says in one sentence what is doubtful. {next-finding} goes to the next finding, gravest first."),
    ),
    Stop(
        N_("Correct it"),
        N_(
            "{apply-fix} takes the repair that is offered and goes on. Or simply type: the doubtful words are selected. "
            "{undo} takes anything back, tomorrow too."
        ),
    ),
    Stop(
        N_("Look at it another way"),
        N_("The text, what you changed, the import, another translation, or the German alone: {view-text} to {view-cold}."),
    ),
    Stop(
        N_("The whole story"),
        N_("All findings, to narrow down and to work off together. {dismiss} says of one that it is no error."),
    ),
    Stop(
        N_("Hand it out"),
        N_(
            "{export} writes the clean text, {copy-for-cms} copies it for a CMS. Critical findings stop both. {help} helps wherever you are."
        ),
    ),
)
"""The five stops."""


class Tour(QFrame):
    """The bubble with a frame around what it tells about; `said` with every stop in words, `ended` when it is over."""

    said = Signal(str)
    ended = Signal()

    def __init__(self, parts: Sequence[QWidget], spell: Callable[[str], str], theme: Theme, window: QWidget) -> None:
        """Lead through these parts of the window, one a stop; `spell` puts keys into a sentence."""
        super().__init__(window)
        self._parts, self._spell, self._theme, self._window = parts, spell, theme, window
        self._at = 0
        self.setProperty("look", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._frame = QFrame(window)
        self._frame.setProperty("look", "spot")
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title, self._sentence, self._number = QLabel(), QLabel(), QLabel()
        self._title.setProperty("tone", "strong")
        self._number.setProperty("tone", "small")
        self._sentence.setWordWrap(True)
        self._skip, self._back, self.next = QPushButton(_("Skip")), QPushButton(_("Back")), QPushButton()
        self.next.setProperty("look", "primary")
        self._skip.clicked.connect(self.close)
        self._back.clicked.connect(lambda: self.go(self._at - 1))
        self.next.clicked.connect(lambda: self.go(self._at + 1))
        self._lay_out()
        window.installEventFilter(self)
        self.destroyed.connect(self._frame.deleteLater)

    def start(self) -> None:
        """Show the first stop."""
        self.show()
        self.go(0)

    def go(self, at: int) -> None:
        """Show a stop; after the last one the tour is over."""
        if at >= len(STOPS):
            self.close()
            return
        self._at = at
        stop = STOPS[at]
        number = _("{number} of {total}").format(number=at + 1, total=len(STOPS))
        sentence = self._spell(_(stop.sentence))
        self._title.setText(_(stop.title))
        self._sentence.setText(sentence)
        self._number.setText(number)
        self._back.setEnabled(at > 0)
        self.next.setText(_("Next") if at + 1 < len(STOPS) else _("Done"))
        self.setAccessibleName(f"{_(stop.title)}. {sentence} {number}")
        self._place()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(self.accessibleName())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the part when the window changes its size."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Escape skips the rest."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            button = self.focusWidget()
            (button if isinstance(button, QPushButton) else self.next).click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the frame away, and say that it is over."""
        self._window.removeEventFilter(self)
        self._frame.hide()
        self.ended.emit()
        event.accept()

    def _lay_out(self) -> None:
        px = self._theme.pixels
        buttons = QHBoxLayout()
        buttons.addWidget(self._number)
        buttons.addStretch(1)
        for button in (self._skip, self._back, self.next):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(round(px(16)) for _side in range(4)))
        whole.setSpacing(round(px(8)))
        whole.addWidget(self._title)
        whole.addWidget(self._sentence)
        whole.addLayout(buttons)

    def _place(self) -> None:
        """Stand below the part where there is room, otherwise above or to its left, and frame it."""
        gap = round(self._theme.pixels(GAP))
        part, room = self._box(self._parts[self._at]), self._window.rect().adjusted(gap, gap, -gap, -gap)
        width = min(room.width(), max(round(self._theme.pixels(WIDTH)), self.minimumSizeHint().width()))
        self.setFixedSize(width, max(self.sizeHint().height(), self.heightForWidth(width)))
        top, left = part.bottom() + gap, part.left()
        if top + self.height() > room.bottom():
            top = part.top() - gap - self.height()
        if top < room.top():
            top, left = part.top() + gap, part.left() - gap - self.width()
        left = max(room.left(), min(left, room.right() - self.width()))
        self.move(left, max(room.top(), min(top, room.bottom() - self.height())))
        self._frame.setGeometry(part.adjusted(-3, -3, 3, 3).intersected(self._window.rect()))
        self._frame.show()
        self._frame.raise_()
        self.raise_()

    def _box(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
