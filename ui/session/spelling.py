"""Spelling of the row that is being written: verdicts come when they are there, and nothing waits for them."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.model import Side, Span
from app.settings import Typing
from ui.jobs import Job
from ui.session.proofreading import Proofreading

if TYPE_CHECKING:  # loaded behind the first story
    from app.evidence.spelling import Speller

READY = 300
"""Milliseconds in which a first story is painted and checked, before its spelling is looked at."""


class Spelling(Proofreading):
    """What a dictionary says of the words one writes. `spelled` when it has answered; `suggested` with a word and what it would write."""

    spelled = Signal()
    suggested = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self.typing = Typing()
        self._speller: Speller | None = None
        self._spelled_for: object = None
        self._ignored: set[str] = set()
        self._known: tuple[object, frozenset[str]] = (None, frozenset())
        self._ready = False
        self._ready_pause = QTimer(self, singleShot=True, interval=READY)
        self._ready_pause.timeout.connect(self._load)

    def misspelled(self, unit_id: int) -> list[Span]:
        """The words of a row's translation that the dictionary does not know, as far as it has answered; the rest is asked for."""
        if self.article is None or not self.typing.spelling or not self._is_ready() or (speller := self._spell()) is None:
            return []
        from app.evidence.spelling import candidates

        found = [each for each in candidates(self.text(unit_id), self._names()) if each.word.casefold() not in self._ignored]
        verdict = speller.now(each.word for each in found)
        if verdict.open:
            job = Job(self).follow(speller.ask(verdict.open))
            job.finished.connect(self.spelled)
            job.failed.connect(self._do_without)
        return [each.span for each in found if each.word in verdict.wrong]

    def suggest(self, word: str) -> None:
        """Ask what the dictionary would write instead; `suggested` brings it."""
        speller = self._spell()
        if speller is not None:
            job = Job(self).follow(speller.suggest(word))
            job.finished.connect(partial(self.suggested.emit, word))
            job.failed.connect(self.failed)

    def learn(self, word: str) -> None:
        """Write a word into the user dictionary."""
        from app.evidence.spelling import add_word

        try:
            add_word(word)
        except UserError as error:
            self.failed.emit(error)
            return
        if self._speller is not None:
            self._speller.accept(word)
        self.spelled.emit()

    def ignore(self, word: str) -> None:
        """Leave a word alone until the program is closed."""
        self._ignored.add(word.casefold())
        self.spelled.emit()

    def close(self) -> None:
        """Also keep what the dictionary said, for the next time."""
        super().close()
        self._ready_pause.stop()
        self._ready = False  # whoever is still there to ask makes no new one while the program ends
        self._end_spelling()

    def _end_spelling(self) -> None:
        if self._speller is not None:
            self._speller.close()
        self._speller = self._spelled_for = None

    def _is_ready(self) -> bool:
        """Whether the speller is loaded; if it is not, it will be, and `spelled` says so."""
        if not self._ready and not self._ready_pause.isActive():
            self._ready_pause.start()
        return self._ready

    def _load(self) -> None:
        job = Job(self, lambda _progress: import_module("app.evidence.spelling"))
        job.finished.connect(self._begin_spelling)
        job.start()

    def _begin_spelling(self) -> None:
        self._ready = True
        self.spelled.emit()

    def _do_without(self, error: UserError) -> None:
        self._speller = None
        self.failed.emit(error)

    def _spell(self) -> "Speller | None":
        """The dictionary of this story's German and this desk; None where the system has none."""
        wanted = (self.article.target.language, self.project.profile) if self.article is not None else None
        if wanted is not None and wanted != self._spelled_for:
            from app.evidence.spelling import speller_for

            self._end_spelling()
            self._spelled_for = wanted
            try:
                self._speller = speller_for(*wanted)
            except UserError as error:
                self.failed.emit(error)
        return self._speller

    def _names(self) -> frozenset[str]:
        """Words that stand in the source, and need no dictionary."""
        assert self.article is not None
        if self._known[0] is not self.article:
            from app.evidence.spelling import known_from

            self._known = self.article, known_from(self.text(unit.id, Side.SOURCE) for unit in self.article.units)
        return self._known[1]
