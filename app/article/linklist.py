"""Every link of a story with its words, its address, and what became of it in the translation."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from app.article.article import Article
from app.i18n import N_
from app.model import MarkKind, Span, Step, Text

Linked = tuple[Span, str, str]
"""Where a link stands in its text, its words, its address."""


class Verdict(StrEnum):
    """What became of a link."""

    SAME = "same"
    OTHER = "other"
    LOST = "lost"
    ADDED = "added"


VERDICTS = {
    Verdict.SAME: N_("as in the source"),
    Verdict.OTHER: N_("leads elsewhere than in the source"),
    Verdict.LOST: N_("lost in the translation"),
    Verdict.ADDED: N_("not in the source"),
}
"""What became of a link, in words."""


class Link(Struct, frozen=True):
    """A link of a row: its words and address, and where it stands in the translation, None for one that it lost.

    Of one that leads elsewhere, `before` is where the source leads.
    """

    unit: int
    words: str
    address: str
    verdict: Verdict
    before: str = ""
    span: Span | None = None


def links(article: Article) -> list[Link]:
    """The links of the translation and those it lost, in the order of the story.

    A link is the same where an address of the source is used again, in whatever row. What is left is paired within its row: it
    leads elsewhere; one without a partner there was lost or added.
    """
    sources = {unit.id: _linked(article.source_text(unit)) for unit in article.units}
    targets = {unit.id: [] if unit.removed else _linked(unit.target) for unit in article.units}
    used: defaultdict[str, int] = defaultdict(int)
    for found in targets.values():
        for _span, _words, address in found:
            used[address] += 1
    open_: dict[int, list[Linked]] = {}
    same: defaultdict[str, int] = defaultdict(int)
    for unit_id, found in sources.items():
        open_[unit_id] = []
        for span, words, address in found:
            if same[address] < used[address]:
                same[address] += 1
            else:
                open_[unit_id].append((span, words, address))
    return [link for unit in article.units for link in _of_row(unit.id, targets[unit.id], open_[unit.id], same)]


def mended(article: Article, chosen: Iterable[Link]) -> Step | None:
    """Let links lead where the source leads: those that lead elsewhere, and those lost whose words stand in the translation."""
    texts = dict[int, Text]()
    for link in sorted(chosen, key=lambda link: link.span or Span(0, 0), reverse=True):
        repair = repair_of(article, link)
        if repair is not None:
            span, address = repair
            text = texts.get(link.unit) or article.unit(link.unit).target
            texts[link.unit] = text.linked(span, span.of(text.plain), address)
    return article.edit_all(texts) if texts else None


def repair_of(article: Article, link: Link) -> tuple[Span, str] | None:
    """Over which words of its row a link has to lie and where it has to lead; None where that takes a person."""
    if link.verdict is Verdict.OTHER and link.span is not None:
        return link.span, link.before
    text = article.unit(link.unit).target
    at = text.plain.find(link.words) if link.verdict is Verdict.LOST and not article.unit(link.unit).removed else -1
    span = Span(at, at + len(link.words))
    taken = any(mark.kind is MarkKind.LINK and mark.span.overlap(span) for mark in text.marks)
    return None if at < 0 or taken or not link.words.strip() or text.plain.count(link.words) > 1 else (span, link.address)


def _of_row(unit: int, found: list[Linked], lost: list[Linked], same: dict[str, int]) -> list[Link]:
    """The links of one row; takes those that are the same off `same`, and those that lead elsewhere off `lost`."""
    made = []
    for span, words, address in found:
        if same.get(address):
            same[address] -= 1
            made.append(Link(unit, words, address, Verdict.SAME, span=span))
        elif lost:
            made.append(Link(unit, words, address, Verdict.OTHER, lost.pop(0)[2], span))
        else:
            made.append(Link(unit, words, address, Verdict.ADDED, span=span))
    return made + [Link(unit, words, address, Verdict.LOST) for _span, words, address in lost]


def _linked(text: Text) -> list[Linked]:
    return [
        (mark.span, mark.span.of(text.plain), dict(mark.attributes).get("href", "")) for mark in text.marks if mark.kind is MarkKind.LINK
    ]
