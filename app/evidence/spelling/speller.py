"""A dictionary behind a process of its own: a long compound takes Hunspell a tenth of a second, and nothing may wait for it."""

import multiprocessing
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from threading import Lock
from typing import TYPE_CHECKING

from app.evidence.spelling.dictionaries import Dictionary

if TYPE_CHECKING:
    from hunspell import Hunspell

REMEMBERED = 200_000
"""Verdicts kept; a story has a few hundred words that are not yet known."""


class Speller:
    """Verdicts on German words, remembered. May be asked from any thread but the window's; it waits for the dictionary."""

    def __init__(self, dictionary: Dictionary, accepted: Iterable[str] = ()) -> None:
        """Take a dictionary and the user's own words; the process starts with the first question."""
        self._dictionary = dictionary
        self._accepted = {word.casefold() for word in (*accepted, *_loanwords())}
        self._verdicts: dict[str, bool] = {}
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def wrong(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that neither the dictionary nor the user knows."""
        asked = {word for word in words if word.casefold() not in self._accepted}
        with self._lock:
            unknown = [word for word in asked if word not in self._verdicts]
            if unknown:
                if len(self._verdicts) > REMEMBERED:
                    self._verdicts.clear()
                verdicts = self._started().submit(_spelled, unknown).result()
                self._verdicts.update(zip(unknown, verdicts, strict=True))
            return frozenset(word for word in asked if not self._verdicts[word])

    def suggestions(self, word: str) -> list[str]:
        """What the dictionary would write instead, the likeliest first; takes up to a second."""
        with self._lock:
            return self._started().submit(_suggested, word).result()

    def accept(self, word: str) -> None:
        """Take a word as right from now on."""
        self._accepted.add(word.casefold())

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
                self._pool = None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            where = (self._dictionary.name, str(self._dictionary.folder))
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _load, where)
        return self._pool


def _loanwords() -> list[str]:
    listed = resources.files("resources") / "loanwords.txt"
    if not listed.is_file():
        return []
    lines = listed.read_text(encoding="utf-8").splitlines()
    return [part for line in lines if line and not line.startswith("#") for part in line.strip().replace("-", " ").split()]


_loaded: list["Hunspell"] = []


def _load(name: str, folder: str) -> None:
    from hunspell import Hunspell

    _loaded.append(Hunspell(name, hunspell_data_dir=folder))


def _spelled(words: list[str]) -> list[bool]:
    return [bool(_loaded[0].spell(word)) for word in words]


def _suggested(word: str) -> list[str]:
    return [str(suggestion) for suggestion in _loaded[0].suggest(word)]
