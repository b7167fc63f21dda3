"""Opening projects and articles, and keeping the findings true: a few rows at once, all of them when there is a pause."""

from collections.abc import Iterable
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.article import Article, Project
from app.evidence.story import Story
from app.model import Finding
from app.places import Place, Stand
from ui.jobs import Job
from ui.session.found import found_in, found_near, is_ready, ordered
from ui.session.state import View
from ui.session.surveying import Surveying

if TYPE_CHECKING:  # loaded with the first project
    from app.store import Store

READ_PAUSE = 60
"""Milliseconds in which a story is painted before it is checked."""

CHECK_PAUSE = 150
"""Milliseconds without a step after which the whole article is checked again."""

DRAFT_PAUSE = 50
"""Milliseconds without a key after which the row under the caret is checked again."""

LONG = 400
"""Rows from which on an article is shown before it is checked, and a row checked again beside the window's thread."""

QUICK = 0.03
"""Seconds: where the whole article is checked faster than this, it is done at once, and no finding is ever out of date."""

MANY = 500
"""Texts after which what the checks remember is mostly about texts that nobody will see again: every key makes a new one."""

REST = 2
"""How much longer than the last check of the whole article one waits before the next: long stories are checked less often."""


class Checking(Surveying):
    """What lies on the desk, checked again whenever it changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self._job: Job | None = None
        self._checked: tuple[object, ...] = ()
        self._seconds = inf
        self._texts_checked = 0
        self._read_pause = QTimer(self, singleShot=True, interval=READ_PAUSE)
        self._read_pause.timeout.connect(self.check)
        self._pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._pause.timeout.connect(self.check)
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._draft_pause.timeout.connect(self._check_drafts)

    def open(
        self,
        project: Project,
        store: "Store | None" = None,
        drafts: dict[tuple[int, int], str] | None = None,
        story: Story | None = None,
        place: Place | None = None,
    ) -> None:
        """Lay another project on the desk, as it was left where `place` knows that.

        `drafts` are by article and unit, as an interrupted session left them; `story` is the article to begin with as its checks
        see it, where that is known. Raises UserError when the project before cannot be finished; it stays then.
        """
        self.leaving.emit()
        self.saver.use(store)
        self.project, self.article, self.place = project, None, place or Place()
        self.hints = self.place.hints
        self._left = dict(drafts or {})
        self._forget()
        self.show_article(begun(project, self.place), story)
        if len(project.articles) > 1:
            self.survey()

    def show_article(self, article: Article | None, story: Story | None = None) -> None:
        """Lay one article of the project on the desk, as it was left, or go to its first finding where it never lay there.

        With `story`, which is the article as its checks see it, and where it is long, the text is there at once; the findings
        come when they are found, and the first one is gone to unless the reader went somewhere else meanwhile.
        """
        if self.article is not None:
            self.leaving.emit()
        self._leave()
        self.article, self.finding, self._raw, self._shown, self._labels = article, None, [], None, {}
        self._remote = []
        self._story, self._told = story, story is not None
        self.view, self.blind = view_of(self.stand), self.stand.blind
        mine = [key for key in self._left if article is not None and key[0] == article.id]
        self.drafts = {key[1]: self._left.pop(key) for key in mine}
        self.current = article.units[0].id if article and article.units else 0
        self._returned = article is not None and article.holds(self.stand.row)
        known = self._sighting(article.id) if article is not None and not self.drafts else None
        self.unchecked = article is not None and known is None and (self._told or self._is_slow())
        if not self.unchecked:
            self._raw = found_in(self.story, self.project.profile) if known is None else ordered(known.found, self.story)
        self._checked = () if self.unchecked else self._key()
        self._face_place()
        self.opened.emit()
        self.checked.emit()
        self.moved.emit(self.current)
        if self.finding is not None and not self._returned:
            self.focused.emit(self.finding)
        self._seconds = inf
        if self.unchecked:
            self._read_pause.start()
        else:
            self._pause.start()

    def _face_place(self) -> None:
        """Make the row current in which the article was left, without going to a finding; otherwise the first finding."""
        if self._returned:
            self.current = self.stand.row
            self.finding = next(iter(self.findings_at(self.current)), None)
        else:
            self._face_first()

    def _leave(self) -> None:
        """Remember what was found in the article on the desk, if that is what its text says now."""
        if self.article is not None and self._checked == self._key() and self._sighting(self.article.id) is None:
            self._sight(self.article.id, self._raw)

    def _face_first(self) -> bool:
        """Make the first finding the current one, and its row; whether there is one."""
        first = next(iter(self.findings), None)
        if first is None or not first.units:
            return False
        self.finding, self.current = first, first.units[0]
        return True

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
        if self._texts_checked > MANY:
            _forget()
            self._texts_checked, self._seconds = 0, inf
        story, profile, key, began = self.story, self.project.profile, self._key(), monotonic()
        self._job = Job(self, lambda _progress: (key, found_in(story, profile), monotonic() - began))
        self._job.finished.connect(self._take)
        self._job.crashed.connect(self._check_crashed)
        self._job.start()

    def check_now(self) -> None:
        """Make sure that the findings are those of the text as it stands: nothing leaves the house on older ones."""
        if self.article is not None and self._checked != self._key():
            self.pausing.emit()
            self._put(found_in(self.story, self.project.profile))

    def _put(self, found: list[Finding]) -> None:
        """Take the findings of the whole article as it is now."""
        first, self.unchecked = self.unchecked, False
        self._raw, self._shown, self._checked = found, None, self._key()
        self.finding = self._twin(self.finding)
        assert self.article is not None
        unmoved = not self.drafts and not self._returned and self.current == self.article.units[0].id
        arrives = first and unmoved and self._face_first()
        self.checked.emit()
        if arrives and self.finding is not None:
            self.moved.emit(self.current)
            self.focused.emit(self.finding)

    def _take(self, result: tuple[object, list[Finding], float]) -> None:
        """Findings from a worker; those of an older text are dropped, and it is checked again after a pause."""
        key, found, seconds = result
        self._job, self._seconds = None, seconds
        self._pause.setInterval(max(CHECK_PAUSE, round(REST * 1000 * seconds)))
        if key == self._key():
            self._put(found)
        elif self.unchecked:
            self.check()
        else:
            self._pause.start()

    def _check_crashed(self) -> None:
        self._job = None

    def _key(self) -> tuple[object, ...]:
        return (self.article, self.project.log.revision, tuple(self.drafts.items()))

    def _check_drafts(self) -> None:
        if self._is_slow():
            self._texts_checked += len(self.drafts)
            self._look_beside(set(self.drafts))
        else:
            self._check_rows(set(self.drafts))
            self.checked.emit()
        self._pause.start()

    def _check_rows(self, unit_ids: Iterable[int]) -> None:
        """Replace the findings that touch these rows by what the row checks find there now; all of them where that is quick."""
        stale = set(unit_ids)
        self._texts_checked += len(stale)
        if stale and not self.unchecked:
            self._look_again(stale)
        self._shown = None
        self.finding = self._twin(self.finding)

    def _look_again(self, stale: set[int]) -> None:
        story = self.story
        if self._seconds < QUICK:
            self._raw, self._checked = found_in(story, self.project.profile), self._key()
        else:
            slow = self._is_slow()  # asked once: the engine may come meanwhile
            self._mingle(stale, [] if slow else found_near(story, stale, self.project.profile))
            if slow:
                self._look_beside(stale)

    def _mingle(self, stale: set[int], fresh: Iterable[Finding]) -> None:
        """Take what was found in some rows instead of what was known of them."""
        story = self.story
        kept = [f for f in self._raw if not stale.intersection(f.units) and all(map(story.holds, f.units))]
        self._raw, self._shown = ordered([*kept, *fresh], story), None

    def _is_slow(self) -> bool:
        """Whether nobody can wait for the findings of a row: the story is long, or the engine is not there yet."""
        return self.article is not None and (len(self.article.units) > LONG or not is_ready())

    def _look_beside(self, stale: set[int]) -> None:
        """Check some rows away from the window's thread; what they say meanwhile is not waited for."""
        if self.unchecked or not stale:
            return
        article, story, profile = self.article, self.story, self.project.profile
        job = Job(self, lambda _progress: (article, story, stale, found_near(story, stale, profile)))
        job.finished.connect(self._take_rows)
        job.start()

    def _take_rows(self, result: tuple[Article, Story, set[int], list[Finding]]) -> None:
        """What a worker found in some rows; dropped where they were changed since, because they are being checked again."""
        article, story, stale, fresh = result
        now = self.story if article is self.article else Story(())
        if all(now.holds(unit) and now.row(unit) == story.row(unit) for unit in stale if story.holds(unit)):
            self._mingle(stale, fresh)
            self.finding = self._twin(self.finding)
            self.checked.emit()


def _forget() -> None:
    from app.evidence.remembered import forget  # loaded with the first story, so that the window is there at once

    forget()


def begun(project: Project, place: Place) -> Article | None:
    """The article to begin with: the one that lay on the desk, otherwise the first."""
    last = next((article for article in project.articles if article.id == place.article), None)
    return last or next(iter(project.articles), None)


def view_of(stand: Stand) -> View:
    """The view in which an article was left."""
    return next((view for view in View if view == stand.view), View.TEXT)
