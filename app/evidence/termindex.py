"""Thousands of terms looked up by their first word, so that a text costs by its own length and not by that of the list."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.evidence.termbase import SHORTEST_PART, WORD, found, stems_of
from app.style import Term


class TermIndex:
    """The phrases of a language (BCP 47), each with a number; several may share one."""

    def __init__(self, phrases: Iterable[tuple[str, int]], language: str) -> None:
        """Take all phrases once; those without a letter or digit are never found."""
        self._language = language
        self._english = language.startswith("en")
        self._whole: dict[str, list[tuple[str, int]]] = {}
        self._parts: dict[str, list[tuple[str, int]]] = {}
        for phrase, number in phrases:
            first = WORD.search(phrase)
            for stem in stems_of(first.group(), english=self._english) if first else ():
                self._whole.setdefault(stem, []).append((phrase, number))
                if not self._english and len(stem) >= SHORTEST_PART:
                    for end in {stem[:SHORTEST_PART], stem[-SHORTEST_PART:]}:
                        self._parts.setdefault(end, []).append((phrase, number))

    def numbers(self, text: str) -> set[int]:
        """The numbers of the phrases that stand in a text, as `found` finds them."""
        possible: set[tuple[str, int]] = set()
        for word in set(WORD.findall(text)):
            for stem in stems_of(word, english=self._english):
                possible.update(self._whole.get(stem, ()))
                if self._parts and len(stem) >= SHORTEST_PART:
                    possible.update(self._parts.get(stem[:SHORTEST_PART], ()))
                    possible.update(self._parts.get(stem[-SHORTEST_PART:], ()))
        return {number for phrase, number in possible if found(phrase, text, self._language)}


class _Same:
    """The terms of a profile as a key: the same object is the same list, and nothing is compared one by one."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms

    def __hash__(self) -> int:
        return id(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.terms is self.terms


@lru_cache(maxsize=8)
def _indexed(same: _Same, language: str) -> TermIndex:
    return TermIndex(((term.source, number) for number, term in enumerate(same.terms)), language)


def used(terms: Sequence[Term], source: str, language: str) -> list[Term]:
    """The terms that a source text of a language (BCP 47) uses, in the order of the list."""
    return [terms[number] for number in sorted(_indexed(_Same(terms), language).numbers(source))] if terms else []
