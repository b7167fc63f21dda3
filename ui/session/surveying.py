"""What is known of the articles that are not on the desk: found by earlier sessions, or looked for beside the window's thread."""

from collections.abc import Iterable, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QObject

from app.article import Article, Project, story_of_article
from app.errors import UserError
from app.model import Finding
from app.style import Profile
from ui.jobs import Job
from ui.session.found import found_in
from ui.session.state import DeskState

if TYPE_CHECKING:  # loaded with the first project of several articles
    from app.review.queue import Entry
    from app.review.signing import Signature
    from app.store import Store

BATCH = 8
"""Articles that a worker checks before what it found is shown."""

TELL_EVERY = 1.0
"""Seconds between two sortings of the list while articles are being checked."""


class Sighting(Struct, frozen=True):
    """All findings of an article, dismissed ones too, as its last step and the profile left it."""

    revision: int
    profile: Profile
    found: Sequence[Finding]


class Known(NamedTuple):
    """An article as the queue lists it, with what that rests on: its last step, the project's last one, all its findings."""

    stands: tuple[int, int]
    found: Sequence[Finding] | None
    entry: "Entry"


class Surveying(DeskState):
    """The findings of all articles, each checked once and then only after it changed; `unchecked` until the one on the desk was."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self.unchecked = False
        self._sightings: dict[int, Sighting] = {}
        self._entries: dict[int, Known] = {}
        self._signed: tuple[int, dict[int, Signature]] | None = None
        self._last: dict[int | None, tuple[int, str]] = {}
        self._steps_read = 0
        self._waiting: list[int] = []
        self._survey_job: Job | None = None
        self._told_at = 0.0

    def found(self, articles: Iterable[int] | None = None) -> dict[int, list[Finding]]:
        """The open findings by article, of these or of all; an article that is not in it has not been checked as it is now."""
        from app.review.cache import open_findings

        listed = self.project.articles if articles is None else map(self.project.article, articles)
        known = {article: self._raw_of(article) for article in listed}
        return {article.id: open_findings(self.project, article, raw) for article, raw in known.items() if raw is not None}

    def entry(self, article: Article) -> "Entry":
        """An article as the queue lists it now, worked out once until it, its findings or the project change."""
        from app.review.cache import open_findings
        from app.review.queue import entry, weighed

        raw, (revision, who) = self._raw_of(article), self._last_step(article.id)
        stands = revision, self._last_step(None)[0]
        known = self._entries.get(article.id)
        if known is not None and known.stands == stands and known.found is raw:
            return known.entry
        opened = None if raw is None else open_findings(self.project, article, raw)
        if known is not None and known.stands == stands:
            known = Known(stands, raw, weighed(known.entry, article, opened))
        else:
            changed = self._is_changed(article, revision)
            known = Known(stands, raw, entry(article, opened, who, changed=changed))
        self._entries[article.id] = known
        return known.entry

    def _is_changed(self, article: Article, last: int) -> bool:
        """Whether an article is no longer what somebody signed."""
        signature = self._signatures().get(article.id)
        if signature is None:
            return False
        from app.review.signing import is_changed

        return is_changed(article, signature, last)

    def _signatures(self) -> "dict[int, Signature]":
        """The last signature on each article; none where a record was altered, which its report says."""
        revision = self._last_step(None)[0]
        if self._signed is None or self._signed[0] != revision:
            self._signed = revision, self._read_signatures()
        return self._signed[1]

    def _read_signatures(self) -> "dict[int, Signature]":
        if not any(step.op == "sign" for step in self.project.log.of(None)):
            return {}
        from app.review.signing import signatures

        try:
            return signatures(self.project)
        except UserError:
            return {}

    def survey(self) -> None:
        """Learn the findings of all articles: those that the file keeps first, the others one after the other."""
        project, profile = self.project, self.project.profile
        wanted = {article.id: self._last_step(article.id)[0] for article in project.articles if self._sighting(article.id) is None}
        if self.store is None:
            self._take_kept(project, profile, wanted, {})
        else:
            self.saver.ask(partial(_kept, wanted, profile), partial(self._take_kept, project, profile, wanted))

    def _raw_of(self, article: Article) -> Sequence[Finding] | None:
        if article is self.article:
            return None if self.unchecked else self._raw
        sighting = self._sighting(article.id)
        return sighting.found if sighting else None

    def _sighting(self, number: int) -> Sighting | None:
        """What is known of an article, if it still holds."""
        known = self._sightings.get(number)
        holds = known is not None and known.revision == self._last_step(number)[0] and known.profile == self.project.profile
        return known if holds else None

    def _sight(self, number: int, found: Sequence[Finding], *, keep: bool = True) -> None:
        """Remember what was found in an article as it is now, in the file too."""
        revision, profile = self._last_step(number)[0], self.project.profile
        self._sightings[number] = Sighting(revision, profile, found)
        if keep:
            self.saver.remember(number, revision, profile, found)

    def _last_step(self, number: int | None) -> tuple[int, str]:
        """The revision of the last step of an article and who performed it; 0 and nobody for one as it came in. None: of the project."""
        steps = self.project.log.steps
        for step in steps[self._steps_read :]:
            self._last[step.article] = step.revision, step.who
        self._steps_read = len(steps)
        return self._last.get(number, (0, ""))

    def _forget(self) -> None:
        """Know nothing: another project was opened."""
        self._sightings, self._entries, self._last, self._steps_read, self._waiting = {}, {}, {}, 0, []
        self._signed = None

    def _take_kept(self, project: Project, profile: Profile, wanted: dict[int, int], kept: dict[int, list[Finding]]) -> None:
        if project is not self.project:
            return
        for number, found in kept.items():
            self._sightings[number] = Sighting(wanted[number], profile, found)
        self._waiting = [number for number in wanted if self._sighting(number) is None]
        self.surveyed.emit()
        self._look_on()

    def _look_on(self) -> None:
        """Check the next articles that nobody has checked as they are."""
        if self._survey_job is not None:
            return
        batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
        articles = [self.project.shelf[number] for number in batch if number in self.project.shelf]
        if not articles:
            return
        project, profile = self.project, self.project.profile
        stories = [(article.id, self._last_step(article.id)[0], story_of_article(article)) for article in articles]
        self._survey_job = Job(self, lambda _progress: (project, profile, [(n, at, found_in(story, profile)) for n, at, story in stories]))
        self._survey_job.finished.connect(self._take_survey)
        self._survey_job.crashed.connect(self._survey_crashed)
        self._survey_job.start()

    def _take_survey(self, result: tuple[Project, Profile, list[tuple[int, int, list[Finding]]]]) -> None:
        """Keep what a worker found, as far as it still holds."""
        self._survey_job = None
        project, profile, looked = result
        for number, revision, found in looked if project is self.project else ():
            if revision == self._last_step(number)[0] and profile == self.project.profile:
                self._sight(number, found)
        if not self._waiting or monotonic() - self._told_at > TELL_EVERY:
            self._told_at = monotonic()
            self.surveyed.emit()
        self._look_on()

    def _survey_crashed(self) -> None:
        self._survey_job = None


def _kept(wanted: dict[int, int], profile: Profile, store: "Store") -> dict[int, list[Finding]]:
    """The findings in the file that hold for these articles at these revisions; runs on the writer's thread."""
    from app.review import cache

    return cache.kept(wanted, profile, store)
