"""The page that is open while nothing else is: sample, recent projects, files, paste."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.i18n import _
from ui.actions import Actions
from ui.panels.labels import Elided
from ui.theme import Theme, restyle

WIDTH = 640
RECENT_SHOWN = 8


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files of something dragged here."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropZone(QFrame):
    """Takes a project, or the two files of a story in any order."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say what may be dropped."""
        super().__init__(parent)
        self.setProperty("look", "drop")
        self.setAcceptDrops(True)
        self.setMinimumHeight(96)
        label = QLabel(_("Drop an English story and its German translation here, or a project"))
        label.setProperty("tone", "soft")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(label)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._show_over("true")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._show_over("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._show_over("")
        self.dropped.emit(dropped_files(event.mimeData()))

    def _show_over(self, over: str) -> None:
        restyle(self, "over", over)


class StartPage(QScrollArea):
    """What to begin with. Emits `chosen` with paths, or with nothing for the sample."""

    chosen = Signal(object)
    sample = Signal()

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay the page out; `refresh` fills in the recent projects."""
        super().__init__(parent)
        self._actions = actions
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        page.setProperty("look", "page")
        self.setWidget(page)
        self.zone = DropZone()
        self.zone.dropped.connect(self.chosen)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._heading = QLabel(_("Recent projects").upper())
        self._heading.setProperty("tone", "heading")
        column = QVBoxLayout()
        column.setSpacing(14)
        for part in (*self._head(), self._ways(), self.zone, self._heading):
            column.addWidget(part)
        column.addLayout(self._recent)
        column.addStretch()
        middle = QWidget()
        middle.setMaximumWidth(round(theme.pixels(WIDTH)))
        middle.setLayout(column)
        layout = QHBoxLayout(page)
        layout.setContentsMargins(24, 48, 24, 24)
        layout.addStretch(1)
        layout.addWidget(middle, 8)
        layout.addStretch(1)

    def refresh(self, recent: Sequence[Path]) -> None:
        """Show these recent projects; those that are gone cannot be chosen."""
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for path in recent[:RECENT_SHOWN]:
            self._recent.addWidget(self._entry(path))
        self._heading.setVisible(bool(recent))

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
        button.clicked.connect(action.trigger)
        return button

    def _entry(self, path: Path) -> QPushButton:
        there = path.is_file()
        entry = QPushButton()
        entry.setProperty("look", "row")
        entry.setEnabled(there)
        entry.setMinimumHeight(32)
        entry.setAccessibleName(path.stem if there else _("{name}, missing").format(name=path.stem))
        entry.setToolTip(str(path))
        entry.clicked.connect(lambda: self.chosen.emit([path]))
        name, folder = QLabel(path.stem), Elided("small")
        name.setProperty("tone", "strong" if there else "soft")
        name.setTextFormat(Qt.TextFormat.PlainText)
        folder.say(str(path.parent) if there else _("missing: {folder}").format(folder=path.parent))
        folder.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(entry)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.addWidget(name)
        layout.addWidget(folder, 1)
        return entry
