"""The open project: the reviewer's verbs as slots, and the signals by which the windows learn what happened.

The only door from the windows to the engine. Every change goes through a verb here, becomes a Step, is saved, and is
announced; nothing in `ui` changes an article in any other way.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from app import checks
from app.article import Article, Project, story_of_article
from app.errors import UserError
from app.evidence.story import Story
from app.model import Finding, Fix, Opening, RowSplice, Severity, Step, Unit
from ui.jobs import Job

CHECK_PAUSE = 250
"""Milliseconds without a step after which the whole article is checked again."""


class Session(QObject):
    """One open project and the article on the desk."""

    opened = Signal()
    stepped = Signal(object)
    checked = Signal()
    moved = Signal(int)
    focused = Signal(object)
    saved = Signal(object)
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self.project = Project()
        self.article: Article | None = None
        self.findings: list[Finding] = []
        self.current = 0
        self.finding: Finding | None = None
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._pause.timeout.connect(self.check)

    # What is there

    @property
    def unit(self) -> Unit | None:
        """The current row."""
        return self.article.unit(self.current) if self.article and self.current else None

    def findings_at(self, unit_id: int) -> list[Finding]:
        """The open findings that touch a row, gravest first."""
        return [finding for finding in self.findings if unit_id in finding.units]
