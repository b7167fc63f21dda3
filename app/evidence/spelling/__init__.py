"""German spelling as Hunspell sees it: underlined, never queued, and never waited for on the window's thread.

An editor asks `candidates` which words of a text are worth a question (names come from `known_from` the source), underlines what
`Speller.now` calls wrong, sends what is still open to `Speller.ask`, and looks again when the Future is done.
"""

from app.evidence.spelling.dictionaries import Dictionary, find
from app.evidence.spelling.own import add_word, own_path, own_words, remove_word, speller_for
from app.evidence.spelling.speller import Spelled, Speller
from app.evidence.spelling.words import Candidate, candidates, known_from

__all__ = [
    "Candidate",
    "Dictionary",
    "Spelled",
    "Speller",
    "add_word",
    "candidates",
    "find",
    "known_from",
    "own_path",
    "own_words",
    "remove_word",
    "speller_for",
]
