"""How much two texts have in common, word by word, through the bilingual word list, names and figures."""

from functools import lru_cache

from app.evidence.words import Familiar, words

_WEIGHTS = {Familiar.NUMBER: 2.0, Familiar.NAME: 1.8, Familiar.LISTED: 1.2, Familiar.UNKNOWN: 0.8, Familiar.FUNCTION: 0.2}


@lru_cache(maxsize=4096)
def joined_keys(text: str, language: str) -> frozenset[str]:
    """The keys of all words of a text that can say something; `language` is BCP 47."""
    return frozenset().union(*[word.keys for word in words(text, language)])


def common(source: str, target: str) -> float:
    """The weight of the words of the source that may have a counterpart in the translation; figures and names weigh most."""
    keys = joined_keys(target, "de")
    return sum(_WEIGHTS[word.familiar] for word in words(source, "en") if not word.keys.isdisjoint(keys))


def covered(target: str, source: str) -> float:
    """The share, by weight, of the translation's words that may have a counterpart in the source; 0 for a text without words."""
    keys = joined_keys(source, "en")
    mine = [(_WEIGHTS[word.familiar], not word.keys.isdisjoint(keys)) for word in words(target, "de")]
    return sum(weight for weight, there in mine if there) / (sum(weight for weight, _ in mine) or 1.0)


def rendered(source: str, target: str) -> float:
    """The share, by weight, of the source's words that may have a counterpart in the translation; 0 for a text without words."""
    keys = joined_keys(target, "de")
    mine = [(_WEIGHTS[word.familiar], not word.keys.isdisjoint(keys)) for word in words(source, "en")]
    return sum(weight for weight, there in mine if there) / (sum(weight for weight, _ in mine) or 1.0)
