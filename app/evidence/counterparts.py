"""Nouns for which nothing in the row opposite is a plausible counterpart, as far as the word list is sure of them.

Nouns alone: of those that people translated, one in fifteen has no counterpart that the list knows, of verbs and adverbs one in
three, because a translator turns them as German wants. Measured on 3,000 pairs of newspaper comment.
"""

import re
from functools import lru_cache

from msgspec import Struct

from app.evidence import lexicon
from app.evidence.words import Familiar, Word, read
from app.model import Span

_SURE = frozenset("npx")
_DETERMINERS = frozenset("a an the this that these those his her their its our my your whose no every each some of".split())
"""What stands before a noun, so that a word that may be a verb is none: “their harvest”."""
_CARRIERS = frozenset(
    """
    ability case circumstance effort fact issue kind matter nature part people person quality reality sake sort term thing time way wing self
    anbetracht anlass art aspekt bereich bescheid beziehung ding dollar einwohner element engagement entwicklung faktor fall form frage
    grund hinblick idee jahr lage leben mal mann mensch methode möglichkeit mittel ort person problem prozent punkt rahmen
    raum sache schritt seite sinn situation stelle stil struktur stück system tatsache teil thema umgang umstand verfügung verhältnis verlauf versäumnis
    vorgang vorhaben weise wesen wille willen zahl zeit ziel zusammenhang zweck
    """.split()
)
"""Nouns that carry a sentence without saying much: translators add and drop them as the syntax wants."""
_PLURAL = re.compile(r"(?:innen|en|es|n|s|e)$")
_SPELLED = "~^#="
"""With these begin keys that say how a word is spelled or what a figure is worth, not what it means."""


class Lone(Struct, frozen=True):
    """What has no counterpart: the places of the nouns on either side, and how many sure nouns there are."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    sure: tuple[int, int]


_NONE = Lone((), (), (0, 0))


@lru_cache(maxsize=8192)
def lone(source: str, target: str) -> Lone:
    """The nouns of a row that neither the other side's words nor their kin may stand for; all offsets are into the plain texts."""
    if not source or not target:
        return _NONE
    ours, theirs = read(source, "en"), read(target, "de")
    our_keys, their_keys = _keys(ours), _keys(theirs)
    mine = [(span, word) for at, (span, word) in enumerate(ours) if _is_noun(source, ours, at, word)]
    others = [(span, word) for span, word in theirs if _is_german_noun(span.of(target), word)]
    return Lone(
        tuple(span for span, word in mine if _near(word.keys).isdisjoint(their_keys)),
        tuple(span for span, word in others if _near(word.keys).isdisjoint(our_keys)),
        (len(mine), len(others)),
    )


def _keys(words: list[tuple[Span, Word]]) -> frozenset[str]:
    return frozenset().union(*(word.keys for _, word in words))


def _is_noun(text: str, words: list[tuple[Span, Word]], at: int, word: Word) -> bool:
    if word.familiar is not Familiar.LISTED:
        return False
    said = words[at][0].of(text)
    kinds = lexicon.kinds(said)
    if "n" not in kinds or said.isupper() or _is_carrier(said):
        return False
    before = words[at - 1][0].of(text).lower() if at else ""
    return kinds <= _SURE or (kinds <= {*_SURE, "v"} and before in _DETERMINERS)


def _is_german_noun(said: str, word: Word) -> bool:
    if word.familiar is not Familiar.LISTED or not said[0].isupper() or said.isupper() or _is_carrier(said):
        return False
    return any(lexicon.renders(key) for key in word.keys if key[0] not in _SPELLED)


@lru_cache(maxsize=20_000)
def _is_carrier(said: str) -> bool:
    lower = said.lower()
    return lower in _CARRIERS or _PLURAL.sub("", lower) in _CARRIERS


@lru_cache(maxsize=20_000)
def _near(keys: frozenset[str]) -> frozenset[str]:
    """The keys of a word and of what means about the same."""
    return keys.union(*(lexicon.kin(key) for key in keys if key[0] not in _SPELLED))
