"""Every link of a story with its words, its address, and what became of it in the translation."""

from collections import defaultdict
from enum import StrEnum

from msgspec import Struct

from app.article.article import Article
from app.model import MarkKind, Text


class Verdict(StrEnum):
    """What became of a link."""

    SAME = "same"
    OTHER = "other"
    LOST = "lost"
    ADDED = "added"


class Link(Struct, frozen=True):
    """A link of a row: its words and address; of one that leads elsewhere, `before` is where the source leads."""

    unit: int
    words: str
    address: str
    verdict: Verdict
    before: str = ""


def links(article: Article) -> list[Link]:
    """The links of the translation and those it lost, in the order of the story.

    A link is the same where an address of the source is used again, in whatever row. What is left is paired within its row: it
    leads elsewhere; one without a partner there was lost or added.
    """
    sources = {unit.id: _linked(article.source_text(unit)) for unit in article.units}
    targets = {unit.id: [] if unit.removed else _linked(unit.target) for unit in article.units}
    used: defaultdict[str, int] = defaultdict(int)
    for found in targets.values():
        for _words, address in found:
            used[address] += 1
    open_: dict[int, list[tuple[str, str]]] = {}
    same: defaultdict[str, int] = defaultdict(int)
    for unit_id, found in sources.items():
        open_[unit_id] = []
        for words, address in found:
            if same[address] < used[address]:
                same[address] += 1
            else:
                open_[unit_id].append((words, address))
    return [link for unit in article.units for link in _of_row(unit.id, targets[unit.id], open_[unit.id], same)]


def _of_row(unit: int, found: list[tuple[str, str]], lost: list[tuple[str, str]], same: dict[str, int]) -> list[Link]:
    """The links of one row; takes those that are the same off `same`, and those that lead elsewhere off `lost`."""
    made = []
    for words, address in found:
        if same.get(address):
            same[address] -= 1
            made.append(Link(unit, words, address, Verdict.SAME))
        elif lost:
            made.append(Link(unit, words, address, Verdict.OTHER, lost.pop(0)[1]))
        else:
            made.append(Link(unit, words, address, Verdict.ADDED))
    return made + [Link(unit, words, address, Verdict.LOST) for words, address in lost]


def _linked(text: Text) -> list[tuple[str, str]]:
    return [(mark.span.of(text.plain), dict(mark.attributes).get("href", "")) for mark in text.marks if mark.kind is MarkKind.LINK]
