"""Compounds that a dictionary does not know, but whose parts it knows: German makes a new one with every piece of news."""

from collections.abc import Callable

SHORTEST = 4
"""Letters of the shortest part: shorter ones would let many a slip pass („Auf-gabe“)."""

JOINTS = ("", "s", "es", "n", "en", "er", "e")
"""What stands between two parts."""


def is_compound(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether a noun that is not known falls into two known ones; one of them at least is nothing but a noun.

    So „Drohnenangriff“ passes, and „Vieleicht“ (viel, eicht) does not. `knows` says whether a dictionary has a word as written.
    """
    if not word[:1].isupper() or not word[1:].islower():
        return False
    cuts = range(SHORTEST, len(word) - SHORTEST + 1)
    return any(_joined(word[:cut], word[cut:], knows) for cut in cuts)


def _joined(left: str, right: str, knows: Callable[[str], bool]) -> bool:
    if not knows(right.capitalize()):
        return False
    firsts = (left.removesuffix(joint) for joint in JOINTS if left.endswith(joint))
    known = [first for first in firsts if len(first) >= SHORTEST and knows(first)]
    return bool(known) and (not knows(right) or any(not knows(first.lower()) for first in known))
