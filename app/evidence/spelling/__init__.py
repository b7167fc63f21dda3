"""German spelling as Hunspell sees it: underlined, never queued, and never asked on the window's thread."""

from app.evidence.spelling.dictionaries import Dictionary, find
from app.evidence.spelling.speller import Speller
from app.evidence.spelling.words import Candidate, candidates, known_from

__all__ = ["Candidate", "Dictionary", "Speller", "candidates", "find", "known_from"]
