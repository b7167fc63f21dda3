"""Nouns for which nothing in the row opposite is a plausible counterpart, as far as the word list is sure of them.

Nouns alone: of those that people translated, one in fifteen has no counterpart that the list knows, of verbs and adverbs one in
three, because a translator turns them as German wants. Measured on 3,000 pairs of newspaper comment.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from app.evidence import lexicon
from app.evidence.tokens import WORD, said
from app.evidence.words import Familiar, Word, english_word, german_word
from app.model import Span

_SURE = frozenset("npxv")
"""The parts of speech of a noun: adjectives and function words are turned too freely."""
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
    """What has no counterpart: the places of the nouns on either side, and how many sure nouns there are in all."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    sure: int


@lru_cache(maxsize=8192)
def lone(source: str, target: str) -> Lone | None:
    """The nouns of a row that neither the other side's words nor their kin may stand for, where there are some on both sides.

    All offsets are into the plain texts.
    """
    if not source or not target:
        return None
    english, german = set(said(source).words), set(said(target).words)
    theirs = {noun: word for noun in german if noun[0].isupper() and (word := _german(noun)) is not None}
    our_keys = [word.keys for word in map(english_word, english)] if theirs else []
    others = {noun for noun, word in theirs.items() if _apart(word, our_keys)}
    their_keys = [word.keys for word in map(german_word, german)] if others else []
    if not others or not any((word := _english(noun)[0]) is not None and _apart(word, their_keys) for noun in english):
        return None
    ours = _english_nouns(source)
    mine = tuple(span for span, word in ours if _apart(word, their_keys))
    nouns = [match for match in WORD.finditer(target) if match[0] in theirs]
    lonely = tuple(Span(*match.span()) for match in nouns if match[0] in others)
    return Lone(mine, lonely, len(ours) + len(nouns)) if mine else None


def _apart(word: Word, opposite: Sequence[frozenset[str]]) -> bool:
    """Whether neither a word nor its kin has a key of one of the words opposite; most have one themselves, and their kin is not asked for."""
    return all(map(word.keys.isdisjoint, opposite)) and all(map(_near(word).isdisjoint, opposite))


def _english_nouns(text: str) -> list[tuple[Span, Word]]:
    found, before = [], ""
    for match in WORD.finditer(text):
        word, kinds = _english(match[0])
        if word is not None and ("v" not in kinds or before in _DETERMINERS):
            found.append((Span(*match.span()), word))
        before = match[0].lower()
    return found


@lru_cache(maxsize=20_000)
def _german(noun: str) -> Word | None:
    """A noun as it was read, if the word list is sure of it."""
    word = german_word(noun)
    if word.familiar is not Familiar.LISTED or noun.isupper() or _is_carrier(noun):
        return None
    return word if any(lexicon.renders(key) for key in word.keys if key[0] not in _SPELLED) else None


@lru_cache(maxsize=20_000)
def _english(noun: str) -> tuple[Word | None, frozenset[str]]:
    """The same of an English noun, and the parts of speech that it may be, verbs among them."""
    word = english_word(noun)
    if word.familiar is not Familiar.LISTED or noun.isupper():
        return None, _NONE
    kinds = lexicon.kinds(noun)
    return (word if "n" in kinds and kinds <= _SURE and not _is_carrier(noun) else None), kinds


def _is_carrier(said: str) -> bool:
    lower = said.lower()
    return lower in _CARRIERS or _PLURAL.sub("", lower) in _CARRIERS


@lru_cache(maxsize=20_000)
def _near(word: Word) -> frozenset[str]:
    """The keys of a word and of what means about the same."""
    return word.keys.union(*(lexicon.kin(key) for key in word.keys if key[0] not in _SPELLED))


_NONE: frozenset[str] = frozenset()
