"""The desk's terms as evidence: a term and its rendering in one row say that the row is right."""

from collections.abc import Sequence

from app.evidence.termindex import TermIndex, used
from app.evidence.words import Familiar, Word
from app.style import Term


class Terms:
    """The terms that a source text uses, each a word of its own that both languages can share."""

    def __init__(self, terms: Sequence[Term], source: str) -> None:
        """Take the terms of a desk and leave out those that this source does not use."""
        mine = [term for term in used(terms, source, "en") if term.targets]
        self._words = [Word(frozenset({f"={number}"}), Familiar.LISTED) for number in range(len(mine))]
        self._ours = TermIndex(((term.source, number) for number, term in enumerate(mine)), "en")
        self._theirs = TermIndex(((target, number) for number, term in enumerate(mine) for target in term.targets), "de")

    def words(self, text: str, language: str) -> list[Word]:
        """The terms that stand in a sentence of a language (BCP 47), by any of their renderings, each once."""
        index = self._ours if language.startswith("en") else self._theirs
        return [self._words[number] for number in sorted(index.numbers(text))]
