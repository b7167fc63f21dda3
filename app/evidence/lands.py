"""Countries that a German text names, and whether the English one names them, too."""

import re
from functools import cache, lru_cache

from babel import Locale

from app.evidence.tokens import START, tokens
from app.evidence.vocabulary import renders_place
from app.model import Span

_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{4,}")
_OTHER = {
    "Griechenland": "gree|hellen|athen", "Frankreich": "fren|franc|paris", "Großbritannien": "brit|uk|u.k|engl|london|united kingdom", "Deutschland": "german|berlin",
    "Niederlande": "dutch|netherl|holl", "Schweiz": "swiss|switz", "Türkei": "turk|ankara|erdo", "Dänemark": "dan", "Polen": "pol", "Spanien": "spa|madrid|catal",
    "Schweden": "swed", "Irland": "iri|irel|dubl", "Finnland": "finn|finl", "Norwegen": "norw", "Ungarn": "hung", "Österreich": "austri|vienn", "Thailand": "thai",
    "Ägypten": "egypt|cair", "Myanmar": "burm|myanm", "Birma": "burm|myanm", "Weißrussland": "belar", "Belarus": "belar", "Russland": "russ|mosc|kreml|putin|soviet",
    "China": "chin|beij|sino|prc", "Indien": "ind|delhi", "Japan": "japan|tok", "Portugal": "portu|lisb", "Belgien": "belg|brus", "Mexiko": "mexi", "Israel": "isra|jew|jeru",
    "Ukraine": "ukra|kyiv|kiev", "Tschechien": "czech|prag", "Kambodscha": "cambod|khmer", "Philippinen": "phil|filip|manil", "Italien": "ital|rom", "Georgien": "georgi",
    "Jordanien": "jord", "Argentinien": "argent|buen", "Brasilien": "braz|bras", "Peru": "peru", "Libanon": "leba|beir", "Syrien": "syr|damas", "Libyen": "liby|tripol",
}  # fmt: skip
"""Beginnings of English words that mean a country or speak of it under another name."""
_AMBIGUOUS = frozenset(
    {
        "Niger",
        "Guinea",
        "Malta",
        "Monaco",
        "Island",
        "Georgien",
        "Jordanien",
        "Welt",
        "Europa",
        "Tschad",
        "Zypern",
        "Union",
        "Inseln",
        "Insel",
        "Republik",
    }
)


@cache
def _names() -> frozenset[str]:
    """The German names of countries that are one word."""
    lands = (name for code, name in Locale("de").territories.items() if code.isalpha() and len(code) == 2)
    return frozenset(name for name in lands if _WORD.fullmatch(name)) - _AMBIGUOUS


@cache
def _starts() -> frozenset[str]:
    """How they begin, as `Tokens.starts` has it."""
    return frozenset(name[:START].lower() for name in _names())


@lru_cache(maxsize=4096)
def lands(text: str) -> tuple[Span, ...]:
    """Where a German text names countries."""
    known = _names()
    if _starts().isdisjoint(tokens(text).starts):
        return ()
    return tuple(Span(*match.span()) for match in _WORD.finditer(text) if match[0] in known or match[0].removesuffix("s") in known)


def names_land(word: str, source: str) -> bool:
    """Whether an English text may speak of the country of a German word, under any of its names."""
    land = word if word in _names() else word.removesuffix("s")
    lower = source.lower()
    return (
        land.lower()[:4] in lower
        or renders_place(land, source)
        or any(start in lower for start in _OTHER.get(land, "").split("|") if start)
    )
