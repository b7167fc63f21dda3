"""Whether a German sentence says yes where the English one says no: what a dropped „nicht“ leaves behind.

A sentence of forty words has many that might deny by themselves. Only those count that stand in the clause which says what the
English denies; and some words are no German at all without the negation that was dropped.
"""

import re
from functools import lru_cache

from app.evidence.negation import Denial, may_deny_by_itself
from app.evidence.patterns import any_case
from app.evidence.tokens import said, tokens
from app.evidence.words import Familiar, english_word, german_word

_REACH = 6
"""Words behind an English negation within which stands what it denies."""
_CLAUSE = re.compile(r"[,;:–—()]\s|\s[-–—]\s")
_OTHER_CLAUSE = re.compile(_CLAUSE.pattern + r"|\b(?:if|whether|that|because|when|until|unless|without|who|which)\b")
_TWICE = re.compile(r"\b(?:un(?!der|it|til|ion)|dis|in(?!ter|to|clud|come|creas|form|volv|vest|stitu))[a-z]{4,}|less\b", re.IGNORECASE)
"""A denied word that denies itself: together they say yes."""
_LEFT = (
    (
        frozenset({"sondern"}),
        r"(?:\bnot\b|\bnever\b|\bno\b|n[’']t\b)",
        r"\bsondern\b",
        r"\b(?:kaum|wenig\w*|selten|statt|un(?!d\b|s\b|ter|ser)\w+|weder|weit entfernt)\b",
    ),
    (
        frozenset({"mehr", "länger"}),
        r"\b(?:no longer|(?:not|n[’']t|cannot)\b[^.,;]*\b(?:any ?more|any longer))\b",
        r"\b(?:mehr|länger)\b(?! als)",
        r"\bals\b",
    ),
    (frozenset({"einmal"}), r"(?:\bnot|n[’']t) even\b", r"\beinmal\b", r"(?!)"),
    (frozenset({"umhin"}), r"\bcannot\b|n[’']t\b|\bnot\b", r"\bumhin\b", r"(?!)"),
)
"""Words that German has only beside a negation: by themselves, where the English says so, unless a third pattern explains them."""


def affirms(source: str, target: str, denial: Denial) -> bool:
    """Whether the word that an English negation denies has its counterpart in a German clause, with nothing there or in the clause before that could deny."""
    said = _OTHER_CLAUSE.split(source[denial.span.end :], 1)[0]
    denied = frozenset[str]() if _TWICE.search(said) else _denied(said)
    clauses = _CLAUSE.split(target) if denied else []
    there = [at for at, clause in enumerate(clauses) if not denied.isdisjoint(_keys(clause))]
    return bool(there) and not any(may_deny_by_itself(clauses[at], source) for at in {*there, *(max(0, at - 1) for at in there)})


def leaves_behind(source: str, target: str) -> bool:
    """Whether a German sentence without a negation keeps a word that asks for the one of the English sentence."""
    known = tokens(target).known
    return any(
        not known.isdisjoint(words)
        and any_case(german).search(target) is not None
        and any_case(english).search(source) is not None
        and any_case(unless).search(target) is None
        for words, english, german, unless in _LEFT
    )


@lru_cache(maxsize=2048)
def _denied(clause: str) -> frozenset[str]:
    """The keys of the words that an English negation is about."""
    told = map(english_word, said(clause).words[:_REACH])
    return next((word.keys for word in told if word.familiar is Familiar.LISTED), frozenset())


@lru_cache(maxsize=2048)
def _keys(clause: str) -> frozenset[str]:
    told = map(german_word, said(clause).words)
    return frozenset().union(*(word.keys for word in told if word.familiar is Familiar.LISTED))
