"""The desk's terms as evidence: a term and its rendering in one row say that the row is right."""

from collections.abc import Iterable

from app.evidence.termbase import found
from app.evidence.words import Familiar, Word
from app.style import Term


class Terms:
    """The terms that a source text uses, each a word of its own that both languages can share."""

    def __init__(self, terms: Iterable[Term], source: str) -> None:
        """Take the terms of a desk and leave out those that this source does not use."""
        used = [term for term in terms if term.targets and found(term.source, source, "en")]
        self._words = [(term, Word(frozenset({f"={number}"}), Familiar.LISTED)) for number, term in enumerate(used)]

    def words(self, text: str, language: str) -> set[Word]:
        """The terms that stand in a sentence of a language (BCP 47), by any of their renderings."""
        if language.startswith("en"):
            return {word for term, word in self._words if found(term.source, text, "en")}
        return {word for term, word in self._words if any(found(target, text, language) for target in term.targets)}
