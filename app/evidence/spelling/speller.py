"""A dictionary behind a process of its own: a long compound takes Hunspell a tenth of a second, and nothing may wait for it."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import resources
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from app import workers
from app.errors import Cancelled, UserError
from app.evidence.spelling import verdicts
from app.evidence.spelling.compounds import is_compound
from app.evidence.spelling.dictionaries import Dictionary
from app.i18n import N_

if TYPE_CHECKING:
    from hunspell import Hunspell

Answer = TypeVar("Answer", bool, str)


class Spelled(Struct, frozen=True):
    """What is known of some words without waiting: those that are `wrong`, and those that are still `open`."""

    wrong: frozenset[str]
    open: frozenset[str]


class Speller:
    """Verdicts on German words, remembered in memory and in a file.

    Every method returns at once and may be called from the window's thread; what takes time comes as a Future. Close it when the
    work is done: that keeps the verdicts for the next session.
    """

    def __init__(self, dictionary: Dictionary, accepted: Iterable[str] = ()) -> None:
        """Take a dictionary and the words that are right whatever it says; its process starts with the first question."""
        self._dictionary = dictionary
        self._accepted = {word.casefold() for word in accepted}
        self._verdicts: dict[str, bool] = {}
        self._loaded = False
        self._worker = self._hired()
        self._closed = False
        self._asking = ThreadPoolExecutor(1, "spelling")

    def now(self, words: Iterable[str]) -> Spelled:
        """What is known already, for underlining while somebody types."""
        asked = {word: self._verdicts.get(word) for word in words if not self._is_accepted(word)}
        return Spelled(
            frozenset(word for word, right in asked.items() if right is False),
            frozenset(word for word, right in asked.items() if right is None),
        )

    def ask(self, words: Iterable[str]) -> Future[frozenset[str]]:
        """Those of the words that nobody knows; `now` knows the answer from then on.

        The Future raises UserError when the dictionary cannot be used, and Cancelled when the Speller is closed before it has answered.
        Its callbacks are called on another thread.
        """
        return self._asking.submit(self._ask, frozenset(words))

    def suggest(self, word: str) -> Future[list[str]]:
        """What the dictionary would write instead, the likeliest first; takes up to a second. Raises as `ask` does."""
        return self._asking.submit(self._suggest, word)

    def accept(self, word: str) -> None:
        """Take a word as right from now on, also with the s of a genitive."""
        self._accepted.add(word.casefold())

    def refuse(self, word: str) -> None:
        """Leave a word to the dictionary again."""
        self._accepted.discard(word.casefold())

    def close(self) -> None:
        """End the process at once and keep the verdicts for the next session; questions that are not answered yet never will be."""
        self._closed = True
        self._asking.shutdown(wait=False, cancel_futures=True)
        self._worker.end()
        if self._loaded:
            verdicts.keep(self._dictionary, self._verdicts)

    def _hired(self) -> workers.Worker:
        return workers.Worker(_load, self._dictionary.name, str(self._dictionary.folder))

    def _is_accepted(self, word: str) -> bool:
        folded = word.casefold()
        return folded in self._accepted or folded.removesuffix("s") in self._accepted

    def _ask(self, words: frozenset[str]) -> frozenset[str]:
        if not self._loaded:
            self._verdicts, self._loaded = verdicts.kept(self._dictionary) | self._verdicts, True
        unknown = sorted(self.now(words).open)
        if unknown:
            self._verdicts.update(zip(unknown, self._answer(_spelled, unknown), strict=True))
        return self.now(words).wrong

    def _suggest(self, word: str) -> list[str]:
        return self._answer(_suggested, [word])

    def _answer(self, question: Callable[[list[str]], list[Answer]], words: list[str]) -> list[Answer]:
        try:
            return self._worker.ask(question, words)
        except workers.EndedError as error:
            if self._closed:
                raise Cancelled from error
            self._worker.end()
            self._worker = self._hired()
            raise UserError(N_("The spelling dictionary “{name}” cannot be used. Install it again."), name=self._dictionary.name) from error


class _Process(Struct):
    """What the process of its own holds: the dictionary, and English words that German has taken in."""

    dictionary: "Hunspell"
    loanwords: frozenset[str]

    def knows(self, word: str) -> bool:
        return bool(self.dictionary.spell(word)) or any(word.casefold().removesuffix(ending) in self.loanwords for ending in ENDINGS)


ENDINGS = ("", "s", "n", "en", "es")
"""With which an English word is inflected in German."""

_here: list[_Process] = []


def _load(name: str, folder: str) -> None:
    from hunspell import Hunspell

    _here.append(_Process(Hunspell(name, hunspell_data_dir=folder), loanwords()))


def loanwords() -> frozenset[str]:
    """English words that are German by now, folded by `casefold`; those of several words by their parts."""
    lines = (resources.files("resources") / "loanwords.txt").read_text(encoding="utf-8").splitlines()
    written = (line.strip().replace("-", " ") for line in lines if line and not line.startswith("#"))
    return frozenset(part.casefold() for words in written for part in words.split())


def _spelled(words: list[str]) -> list[bool]:
    knows = _here[0].knows
    return [knows(word) or is_compound(word, knows) for word in words]


def _suggested(words: list[str]) -> list[str]:
    return [str(suggestion) for word in words for suggestion in _here[0].dictionary.suggest(word)]
