"""Thousands of terms looked up by their first word, so that a text costs by its own length and not by that of the list."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from app.evidence.termbase import SHORTEST_PART, Wanted, begins, wanted, words_of
from app.style import Term


class TermIndex:
    """The phrases of a language (BCP 47), each with a number; several may share one."""

    def __init__(self, phrases: Iterable[tuple[str, int]], language: str) -> None:
        """Take all phrases once; those without a letter or digit are never found."""
        self._english = language.startswith("en")
        self._whole: dict[str, list[tuple[Wanted, int]]] = {}
        self._parts: dict[str, list[tuple[Wanted, int]]] = {}
        for phrase, number in phrases:
            term = wanted(phrase, english=self._english)
            for stem in term[0] if term else ():
                self._whole.setdefault(stem, []).append((term, number))
                if not self._english and len(stem) >= SHORTEST_PART:
                    for end in {stem[:SHORTEST_PART], stem[-SHORTEST_PART:]}:
                        self._parts.setdefault(end, []).append((term, number))

    def numbers(self, text: str) -> set[int]:
        """The numbers of the phrases that stand in a text, as `found` finds them."""
        words = words_of(text, english=self._english)
        return {
            number
            for at, (_, stems) in enumerate(words)
            for term, number in self._possible(stems)
            if begins(term, words, at, english=self._english)
        }

    def _possible(self, stems: frozenset[str]) -> Iterator[tuple[Wanted, int]]:
        """The phrases whose first word this may be."""
        for stem in stems:
            yield from self._whole.get(stem, ())
            if self._parts and len(stem) >= SHORTEST_PART:
                for end in {stem[:SHORTEST_PART], stem[-SHORTEST_PART:]}:
                    yield from self._parts.get(end, ())


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
