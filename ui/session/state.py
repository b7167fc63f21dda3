"""What is open: project, article, findings and place, with the signals that say what changed. Knows no verb."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.article import Article, Project, retold, story_of_article
from app.article.labels import labels
from app.evidence.story import Story
from app.model import Finding, Side, Step, Text, Unit
from app.places import Place, Stand
from ui.session.found import is_hint, ordered
from ui.session.saving import Saver

if TYPE_CHECKING:  # loaded with the first project
    from app.store import Store


class View(StrEnum):
    """How the translation is shown."""

    TEXT = "text"
    CHANGES = "changes"
    ORIGINAL = "original"
    OPINION = "opinion"
    COLD = "cold"


class Sifted(NamedTuple):
    """Findings that are `shown`, all that are `open`, hints among them, and those that were set `aside` as no errors."""

    shown: list[Finding]
    open: list[Finding]
    aside: list[Finding]


class DeskState(QObject):
    """One open project and the article on the desk.

    Findings count in the texts as they are shown: where a row has a draft, in the draft. `blind` passes over typography where
    changes are shown; `place` remembers where one was: in the project, and in each of its articles by its number. `leaving` is the
    moment to add to it what the session does not know; `pausing` comes before work that the window stands still for, and is the moment
    to hand to the disk whatever waits for a pause. `stuck` says why nothing can be saved, again whenever that was tried again. `surrounded`
    says what was left out around the story of a saved web page.
    """

    opened = Signal()
    leaving = Signal()
    pausing = Signal()
    came_in = Signal(int, int)
    stepped = Signal(object)
    checked = Signal()
    moved = Signal(int)
    focused = Signal(object)
    drafted = Signal(int)
    viewed = Signal(str)
    saved = Signal(object)
    stuck = Signal(object)
    told = Signal(str)
    failed = Signal(object)
    surveyed = Signal()
    noticed = Signal(str)
    surrounded = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty project."""
        super().__init__(parent)
        self.project = Project()
        self.article: Article | None = None
        self.current = 0
        self.finding: Finding | None = None
        self.view = View.TEXT
        self.blind = False
        self.place = Place()
        self._returned = False
        self.hints = False
        self.drafts: dict[int, str] = {}
        self.saver = Saver(self)
        self.saver.saved.connect(self.saved)
        self.saver.stuck.connect(self.stuck)
        self.saver.failed.connect(self.failed)
        self.saver.noticed.connect(self.noticed)
        self._story: Story | None = None
        self._told = False
        self._raw: list[Finding] = []
        self._remote: list[Finding] = []
        self._left: dict[tuple[int, int], str] = {}
        self._shown: Sifted | None = None
        self._labels: dict[int, str] = {}

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
        if self._story is None or not self._told:
            self._story, self._told = story_of_article(self.article, self._story), True
        story, drafts = self._story, self.drafts
        rows = (replace(story.rows[story.index(unit)], target=Text(text)) for unit, text in drafts.items() if story.holds(unit))
        return story.revised(rows) if drafts else story

    def _retell(self, step: Step) -> None:
        """Let the story follow a step."""
        if self.article is None or step.article not in {None, self.article.id}:
            return
        retold_story = retold(self.article, self._story, step) if self._story and self._told else None
        self._told, self._story = retold_story is not None, retold_story or self._story

    @property
    def findings(self) -> list[Finding]:
        """The open findings, gravest first; hints only when they are asked for."""
        return self._sift().shown

    def _all(self) -> list[Finding]:
        """What our own checks found, then what a server said."""
        return ordered([*self._raw, *self._remote], self.story) if self._remote else self._raw

    def hint_count(self) -> int:
        """How many open hints there are, shown or not."""
        return sum(map(is_hint, self._sift().open))

    def findings_at(self, unit_id: int) -> list[Finding]:
        """The open findings that touch a row, gravest first."""
        return [finding for finding in self.findings if unit_id in finding.units]

    @property
    def finding_here(self) -> Finding | None:
        """The finding one is at: the one gone to, or the gravest of the row."""
        return self.finding or next(iter(self.findings_at(self.current)), None)

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

    @property
    def stand(self) -> Stand:
        """How the article on the desk was left when it lay there last; a fresh Stand where it never did."""
        return self.place.stands.get(self.article.id, Stand()) if self.article is not None else Stand()

    def take_stand(self, *, caret: int = 0, first: int = 0, inset: int = 0) -> None:
        """Remember where one is in the article on the desk; what the window adds is explained at Stand."""
        if self.article is not None and self.current:
            number, stand = self.article.id, Stand(self.current, caret, self.view.value, self.blind, first, inset)
            self.place = replace(self.place, article=number, hints=self.hints, stands={**self.place.stands, number: stand})

    def _twin(self, finding: Finding | None) -> Finding | None:
        """The same finding after a re-check, None when it is gone."""
        if finding is None:
            return None
        alike = [f for f in self.findings if (f.check, f.fingerprint) == (finding.check, finding.fingerprint)]
        return next((f for f in alike if f.units == finding.units), alike[0] if alike else None)

    def _sift(self) -> Sifted:
        """The findings as they count, worked out once until something changes."""
        if self._shown is None:
            opened, aside = (
                self.project.sifted(self.article, self._all()) if self.article is not None else (list[Finding](), list[Finding]())
            )
            self._shown = Sifted([f for f in opened if self.hints or not is_hint(f)], opened, aside)
        return self._shown
