"""What is open: project, article, findings and place, with the signals that say what changed. Knows no verb."""

import sys
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.article import Article, Project, story_of_article
from app.evidence.story import Story
from app.model import Finding, Severity, Side, Text, Unit
from ui.jobs import Job
from ui.session.found import SURE, counted, found_in, found_near, ordered
from ui.session.labels import labels
from ui.session.saving import Saver

if TYPE_CHECKING:  # loaded with the first project
    from app.store import Store

CHECK_PAUSE = 150
"""Milliseconds without a step after which the whole article is checked again."""

DRAFT_PAUSE = 50
"""Milliseconds without a key after which the row under the caret is checked again."""

REST = 2
"""How much longer than the last check of the whole article one waits before the next: long stories are checked less often."""


class View(StrEnum):
    """How the translation is shown."""

    TEXT = "text"
    CHANGES = "changes"
    ORIGINAL = "original"
    COLD = "cold"


class DeskState(QObject):
    """One open project and the article on the desk.

    Findings count in the texts as they are shown: where a row has a draft, in the draft.
    """

    opened = Signal()
    stepped = Signal(object)
    checked = Signal()
    moved = Signal(int)
    focused = Signal(object)
    drafted = Signal(int)
    viewed = Signal(str)
    saved = Signal(object)
    told = Signal(str)
    failed = Signal(object)
    surveyed = Signal()
    noticed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self.project = Project()
        self.article: Article | None = None
        self.current = 0
        self.finding: Finding | None = None
        self.view = View.TEXT
        self.hints = False
        self.drafts: dict[int, str] = {}
        self.saver = Saver(self)
        self.saver.saved.connect(self.saved)
        self.saver.failed.connect(self.failed)
        self.saver.noticed.connect(self.noticed)
        self._story: Story | None = None
        self._raw: list[Finding] = []
        self._tallies: dict[int, Counter[Severity]] = {}
        self._left: dict[tuple[int, int], str] = {}
        self._shown: list[Finding] | None = None
        self._labels: dict[int, str] = {}
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._pause.timeout.connect(self.check)
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._draft_pause.timeout.connect(self._check_drafts)

    # What is there

    @property
    def store(self) -> "Store | None":
        """The project file, None while there is none."""
        return self.saver.store

    @property
    def path(self) -> Path | None:
        """Where the project file is, None while there is none."""
        return self.saver.store.path if self.saver.store else None

    @property
    def unit(self) -> Unit | None:
        """The current row."""
        return self.article.unit(self.current) if self.article and self.current else None

    @property
    def story(self) -> Story:
        """The article as its checks see it, drafts included."""
        if self.article is None:
            return Story(())
        story = self._story = story_of_article(self.article, self._story)
        if not self.drafts:
            return story
        rows = (replace(row, target=Text(self.drafts[row.unit])) if row.unit in self.drafts else row for row in story.rows)
        return replace(story, rows=tuple(rows))

    @property
    def findings(self) -> list[Finding]:
        """The open findings, gravest first; hints only when they are asked for."""
        if self._shown is None:
            self._shown = [finding for finding in self._raw if self._counts(finding)]
        return self._shown

    def findings_at(self, unit_id: int) -> list[Finding]:
        """The open findings that touch a row, gravest first."""
        return [finding for finding in self.findings if unit_id in finding.units]

    def tally(self, number: int) -> Counter[Severity]:
        """How many open findings of each severity an article has; empty until it was checked."""
        if self.article is not None and self.article.id == number:
            return Counter(finding.severity for finding in self.findings)
        return self._tallies.get(number, Counter())

    def label(self, unit_id: int) -> str:
        """What a row is called (``¶6.1``); empty for one that is not there."""
        if not self._labels and self.article is not None:
            self._labels = labels(self.article)
        return self._labels.get(unit_id, "")

    def text(self, unit_id: int, side: Side = Side.TARGET) -> str:
        """What stands on one side of a row now, a draft included."""
        assert self.article is not None
        unit = self.article.unit(unit_id)
        if side is Side.SOURCE:
            return self.article.source_text(unit).plain
        return self.drafts.get(unit_id, unit.target.plain)

    # What changes it

    def open(
        self,
        project: Project,
        store: "Store | None" = None,
        drafts: dict[tuple[int, int], str] | None = None,
        found: list[Finding] | None = None,
    ) -> None:
        """Lay another project on the desk.

        `drafts` are by article and unit, as an interrupted session left them; `found` are the findings of the first article,
        where they are known. Raises UserError when the project before cannot be finished; it stays then.
        """
        self.saver.use(store)
        self.project, self.article = project, None
        self._tallies, self._left = {}, dict(drafts or {})
        self.show_article(project.articles[0] if project.articles else None, found)
        if len(project.articles) > 1:
            self._survey()

    def show_article(self, article: Article | None, found: list[Finding] | None = None) -> None:
        """Lay one article of the project on the desk and go to its first finding; without `found` it is checked first."""
        if self.article is not None:
            self._tallies[self.article.id] = self.tally(self.article.id)
        self.article, self.finding, self._raw, self._shown, self._labels = article, None, [], None, {}
        self._story = None
        mine = [key for key in self._left if article is not None and key[0] == article.id]
        self.drafts = {key[1]: self._left.pop(key) for key in mine}
        self.current = article.units[0].id if article and article.units else 0
        self._raw = found_in(self.story, self.project.profile) if found is None or self.drafts else found
        if self.findings and self.findings[0].units:
            self.finding = self.findings[0]
            self.current = self.finding.units[0]
        self.opened.emit()
        self.checked.emit()
        self.moved.emit(self.current)
        if self.finding is not None:
            self.focused.emit(self.finding)

    def check(self) -> None:
        """Look for findings in the whole article, away from the window's thread; one check at a time."""
        if self.article is None or self._job is not None:
            return
        self._pause.stop()
        story, profile, key, began = self.story, self.project.profile, self._key(), monotonic()
        self._job = Job(lambda _progress: (key, found_in(story, profile), monotonic() - began))
        self._job.finished.connect(self._take)
        self._job.crashed.connect(self._check_crashed)
        self._job.start()

    def _survey(self) -> None:
        """Count the findings of all articles, away from the window's thread."""
        project, profile = self.project, self.project.profile
        stories = [(article.id, story_of_article(article)) for article in project.articles]
        job = Job(lambda _progress: (project, {number: counted(story, profile) for number, story in stories}))
        job.finished.connect(self._take_survey)
        job.crashed.connect(report_crash)
        job.start()

    def _take_survey(self, result: tuple[Project, dict[int, Counter[Severity]]]) -> None:
        project, tallies = result
        if project is self.project:
            self._tallies = tallies
            self.surveyed.emit()

    def _take(self, result: tuple[object, list[Finding], float]) -> None:
        """Findings from a worker; those of an older text are dropped, and it is checked again after a pause."""
        key, found, seconds = result
        self._job = None
        self._pause.setInterval(max(CHECK_PAUSE, round(REST * 1000 * seconds)))
        if key == self._key():
            self._raw, self._shown = found, None
            self.finding = self._twin(self.finding)
            self.checked.emit()
        else:
            self._pause.start()

    def _check_crashed(self, error: BaseException) -> None:
        self._job = None
        report_crash(error)

    def _key(self) -> tuple[object, ...]:
        return (self.article, self.project.log.revision, tuple(self.drafts.items()))

    def _twin(self, finding: Finding | None) -> Finding | None:
        """The same finding after a re-check, None when it is gone."""
        if finding is None:
            return None
        alike = [f for f in self.findings if (f.check, f.fingerprint) == (finding.check, finding.fingerprint)]
        return next((f for f in alike if f.units == finding.units), alike[0] if alike else None)

    def _counts(self, finding: Finding) -> bool:
        sure = self.hints or (finding.confidence >= SURE and finding.severity is not Severity.NEUTRAL)
        everywhere = any(d.fingerprint == finding.fingerprint for d in self.project.dismissals)
        return sure and not everywhere and not (self.article is not None and self.article.dismissed(finding))

    def _check_drafts(self) -> None:
        self._check_rows(set(self.drafts))
        self.checked.emit()
        self._pause.start()

    def _check_rows(self, unit_ids: Iterable[int]) -> None:
        """Replace the findings that touch these rows by what the row checks find there now."""
        stale = set(unit_ids)
        if stale:
            story = self.story
            here = {row.unit for row in story.rows}
            kept = [f for f in self._raw if not stale.intersection(f.units) and here.issuperset(f.units)]
            fresh = found_near(story, stale, self.project.profile)
            self._raw = ordered([*kept, *fresh], story)
        self._shown = None
        self.finding = self._twin(self.finding)


def report_crash(error: BaseException) -> None:
    """Hand a worker's bug to the one hook for bugs."""
    sys.excepthook(type(error), error, error.__traceback__)
