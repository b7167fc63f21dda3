"""Opening projects and articles, and keeping the findings true: a few rows at once, all of them when there is a pause."""

from collections import Counter
from collections.abc import Iterable
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.article import Article, Project, story_of_article
from app.model import Finding, Severity
from ui.jobs import Job
from ui.session.found import counted, found_in, found_near, ordered
from ui.session.state import DeskState, View, report_crash

if TYPE_CHECKING:  # loaded with the first project
    from app.store import Store

CHECK_PAUSE = 150
"""Milliseconds without a step after which the whole article is checked again."""

DRAFT_PAUSE = 50
"""Milliseconds without a key after which the row under the caret is checked again."""

QUICK = 0.03
"""Seconds: where the whole article is checked faster than this, it is done at once, and no finding is ever out of date."""

REST = 2
"""How much longer than the last check of the whole article one waits before the next: long stories are checked less often."""


class Checking(DeskState):
    """What lies on the desk, checked again whenever it changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self._job: Job | None = None
        self._checked: tuple[object, ...] = ()
        self._seconds = inf
        self._pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._pause.timeout.connect(self.check)
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._draft_pause.timeout.connect(self._check_drafts)

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
        self._tallies, self._left, self.ways = {}, dict(drafts or {}), {}
        self.show_article(project.articles[0] if project.articles else None, found)
        if len(project.articles) > 1:
            self._survey()

    def show_article(self, article: Article | None, found: list[Finding] | None = None) -> None:
        """Lay one article of the project on the desk and go to its first finding; without `found` it is checked first."""
        if self.article is not None:
            self._tallies[self.article.id] = self.tally(self.article.id)
        self.article, self.finding, self._raw, self._shown, self._labels = article, None, [], None, {}
        self._story = None
        self.view, self.blind = self.ways.get(article.id, (View.TEXT, False)) if article else (View.TEXT, False)
        mine = [key for key in self._left if article is not None and key[0] == article.id]
        self.drafts = {key[1]: self._left.pop(key) for key in mine}
        self.current = article.units[0].id if article and article.units else 0
        self._raw = found_in(self.story, self.project.profile) if found is None or self.drafts else found
        self._checked = self._key()
        if self.findings and self.findings[0].units:
            self.finding = self.findings[0]
            self.current = self.finding.units[0]
        self.opened.emit()
        self.checked.emit()
        self.moved.emit(self.current)
        if self.finding is not None:
            self.focused.emit(self.finding)
        self._seconds = inf
        self._pause.start()

    def show_hints(self, wanted: bool) -> None:
        """Count hints among the findings, or not."""
        self.hints, self._shown = wanted, None
        self.finding = self._twin(self.finding)
        self.checked.emit()

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

    def check_now(self) -> None:
        """Make sure that the findings are those of the text as it stands: nothing leaves the house on older ones."""
        if self.article is not None and self._checked != self._key():
            self._put(found_in(self.story, self.project.profile))

    def _put(self, found: list[Finding]) -> None:
        """Take the findings of the whole article as it is now."""
        self._raw, self._shown, self._checked = found, None, self._key()
        self.finding = self._twin(self.finding)
        self.checked.emit()

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
        self._job, self._seconds = None, seconds
        self._pause.setInterval(max(CHECK_PAUSE, round(REST * 1000 * seconds)))
        if key == self._key():
            self._put(found)
        else:
            self._pause.start()

    def _check_crashed(self, error: BaseException) -> None:
        self._job = None
        report_crash(error)

    def _key(self) -> tuple[object, ...]:
        return (self.article, self.project.log.revision, tuple(self.drafts.items()))

    def _check_drafts(self) -> None:
        self._check_rows(set(self.drafts))
        self.checked.emit()
        self._pause.start()

    def _check_rows(self, unit_ids: Iterable[int]) -> None:
        """Replace the findings that touch these rows by what the row checks find there now; all of them where that is quick."""
        stale, story = set(unit_ids), self.story
        if stale and self._seconds < QUICK:
            self._raw, self._checked = found_in(story, self.project.profile), self._key()
        elif stale:
            here = {row.unit for row in story.rows}
            kept = [f for f in self._raw if not stale.intersection(f.units) and here.issuperset(f.units)]
            fresh = found_near(story, stale, self.project.profile)
            self._raw = ordered([*kept, *fresh], story)
        self._shown = None
        self.finding = self._twin(self.finding)
