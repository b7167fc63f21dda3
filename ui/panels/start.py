"""The page that is open while nothing else is: sample, recent projects, files, paste."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.i18n import _
from ui.actions import Actions
from ui.dropping import dropped_files
from ui.panels.recent import RecentList
from ui.theme import Theme, restyle

WIDTH = 640


class StartPage(QScrollArea):
    """What to begin with; files can be dropped anywhere on it. Emits `dropped` with paths, `sample` for the sample."""

    dropped = Signal(object)
    sample = Signal()

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay the page out; the projects come with `recent.show_projects`."""
        super().__init__(parent)
        self._actions = actions
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("look", "page")
        self.setWidget(page)
        self.zone = _zone()
        self.recent = RecentList(theme)
        self.recent.stepped.connect(self.ensureWidgetVisible)
        column = QVBoxLayout()
        column.setSpacing(14)
        for part in (*self._head(), self._ways(), self.zone, self.recent):
            column.addWidget(part)
        column.addStretch()
        middle = QWidget()
        middle.setMaximumWidth(round(theme.pixels(WIDTH)))
        middle.setLayout(column)
        layout = QHBoxLayout(page)
        layout.setContentsMargins(24, 48, 24, 24)
        layout.addStretch(1)
        layout.addWidget(middle, 8)
        layout.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            restyle(self.zone, "over", "true")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Look as before."""
        restyle(self.zone, "over", "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        restyle(self.zone, "over", "")
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData()))

    def _head(self) -> tuple[QLabel, QLabel]:
        title = QLabel("Gegenlesen")
        title.setProperty("tone", "huge")
        what = QLabel(
            _(
                "Lay an English story beside its German translation, see what is wrong, correct it, deliver clean text. Nothing leaves this computer."
            )
        )
        what.setProperty("tone", "soft")
        what.setWordWrap(True)
        return title, what

    def _ways(self) -> QWidget:
        sample = QPushButton(_("Open the sample"))
        self.setFocusProxy(sample)
        sample.setProperty("look", "primary")
        sample.setAutoDefault(True)
        sample.clicked.connect(self.sample)
        ways = QWidget()
        layout = QHBoxLayout(ways)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (sample, *(self._way(action_id) for action_id in ("open-pair", "open-project", "paste-pair"))):
            layout.addWidget(button)
        layout.addStretch()
        return ways

    def _way(self, action_id: str) -> QPushButton:
        action = self._actions.by_id[action_id]
        button = QPushButton(action.text())
        button.setAutoDefault(True)
        button.clicked.connect(action.trigger)
        return button


def _zone() -> QFrame:
    """The frame that says what may be dropped."""
    zone = QFrame()
    zone.setProperty("look", "drop")
    zone.setMinimumHeight(96)
    label = QLabel(
        _("Drop an English story and its German translation anywhere here, a file with both languages, a folder of pairs, or a project")
    )
    label.setProperty("tone", "soft")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    layout = QVBoxLayout(zone)
    layout.addWidget(label)
    return zone
