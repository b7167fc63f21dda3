"""Spelling of the row that is being written: verdicts come when they are there, and nothing waits for them."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.model import Side, Span
from app.settings import Typing
from ui.session.proofreading import Proofreading

if TYPE_CHECKING:  # loaded with the first word that is asked about
    from app.evidence.spelling import Speller


class Spelling(Proofreading):
    """What a dictionary says of the words one writes. `spelled` when it has answered; `suggested` with a word and what it would write."""

    spelled = Signal()
    suggested = Signal(str, object)
    _heard = Signal(object)
    _proposed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self.typing = Typing()
        self._speller: Speller | None = None
        self._spelled_for: object = None
        self._ignored: set[str] = set()
        self._known: tuple[object, frozenset[str]] = (None, frozenset())
        self._heard.connect(self._take_verdicts)
        self._proposed.connect(self._take_suggestions)

    def misspelled(self, unit_id: int) -> list[Span]:
        """The words of a row's translation that the dictionary does not know, as far as it has answered; the rest is asked for."""
        if self.article is None or not self.typing.spelling or (speller := self._spell()) is None:
            return []
        from app.evidence.spelling import candidates

        found = [each for each in candidates(self.text(unit_id), self._names()) if each.word.casefold() not in self._ignored]
        verdict = speller.now(each.word for each in found)
        if verdict.open:
            speller.ask(verdict.open).add_done_callback(self._heard.emit)
        return [each.span for each in found if each.word in verdict.wrong]

    def suggest(self, word: str) -> None:
        """Ask what the dictionary would write instead; `suggested` brings it."""
        speller = self._spell()
        if speller is not None:
            speller.suggest(word).add_done_callback(lambda answer: self._proposed.emit(word, answer))

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
        self._end_spelling()

    def _end_spelling(self) -> None:
        if self._speller is not None:
            self._speller.close()
        self._speller = self._spelled_for = None

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

    def _take_verdicts(self, answer: "Future[frozenset[str]]") -> None:
        if answer.cancelled():
            return
        try:
            answer.result()
        except UserError as error:
            self._speller = None
            self.failed.emit(error)
            return
        self.spelled.emit()

    def _take_suggestions(self, word: str, answer: "Future[list[str]]") -> None:
        if answer.cancelled():
            return
        try:
            self.suggested.emit(word, answer.result())
        except UserError as error:
            self.failed.emit(error)
