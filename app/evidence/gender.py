"""The grammatical gender of German nouns, as far as it is certain."""

from functools import cache, lru_cache
from importlib import resources

_ENDINGS = {"ung": "f", "heit": "f", "keit": "f", "schaft": "f", "tion": "f", "sion": "f", "tät": "f", "ismus": "m"}
_SHORT = 3
"""So short a noun is too often the end of another word by chance: it counts only when it stands alone."""
_EXACT = frozenset({"tanz", "glanz", "mut", "last", "eifer", "gier"})
_UNSURE = frozenset(
    {"verdienst", "gehalt", "moment", "schild", "erbteil", "vorteil", "nachteil", "oberteil", "anteil", "gegenteil", "bestandteil"}
)


@cache
def _nouns() -> dict[str, str]:
    text = (resources.files("resources") / "morphology" / "gender.de.txt").read_text("utf-8")
    lines = [line.partition(":") for line in text.splitlines() if line and not line.startswith("#")]
    return {noun.lower(): gender for gender, _, nouns in lines for noun in nouns.split()}


@lru_cache(maxsize=50_000)
def gender(noun: str) -> str:
    """``m``, ``f`` or ``n`` of a German noun in the singular; empty where it is not known or the word may be a plural."""
    word = noun.rpartition("-")[2].lower()
    nouns = _nouns()
    if word in nouns or word in _UNSURE:
        return nouns.get(word, "")
    for start in range(2, len(word) - _SHORT):
        tail = word[start:]
        if (start >= _SHORT or len(tail) > 4) and tail in nouns and tail not in _EXACT:
            return "" if tail.endswith("e") and gender(word[:-1]) in {"m", "n"} else nouns[tail]
    return next((found for ending, found in _ENDINGS.items() if word.endswith(ending) and len(word) > len(ending) + 2), "")
