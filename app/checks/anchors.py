"""Links of the source: none is missing from the translation, none leads to another site."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from app.checks.check import Check, Hit, example
from app.evidence.marked import is_marked
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Mark, MarkKind, Severity, Side, Text
from app.style import Profile

UNMARKED = 0.4
"""How sure a missing link is where the whole translation has no mark at all: plain text never had any."""


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.source.marks or not row.target.plain:
        return
    ours, theirs = _links(row.source), _links(row.target)
    near = {_address(link) for other in story.around(row) for link in _links(other.target)}
    extra = [link for link in theirs if _address(link) not in {_address(link) for link in ours}]
    for link in (link for link in ours if _address(link) not in near):
        places = (row.place(Side.SOURCE, link.span.start, link.span.end), row.place(Side.TARGET))
        if not extra:
            said = {"words": link.span.of(row.source.plain)}
            confidence = None if is_marked(story) else UNMARKED
            yield Hit(places, Message(N_("The link “{words}” is missing from the translation."), said), None, confidence)
            continue
        other = extra.pop(0)
        if _site(_address(other)) != _site(_address(link)):
            said = {"source": _address(link), "target": _address(other)}
            there = row.place(Side.TARGET, other.span.start, other.span.end)
            yield Hit((places[0], there), Message(N_("The link leads to “{target}” instead of “{source}”."), said))


def _links(text: Text) -> list[Mark]:
    return [mark for mark in text.marks if mark.kind is MarkKind.LINK]


def _address(link: Mark) -> str:
    return dict(link.attributes).get("href", "")


def _site(address: str) -> str:
    """The name of a site without its subdomains: its German pages often stand beside the English ones."""
    try:
        return ".".join((urlsplit(address).hostname or "").split(".")[-2:])
    except ValueError:
        return address


LINK = Check(
    id="markup.link",
    title=N_("Links"),
    category=Category.MARKUP,
    severity=Severity.MINOR,
    what=N_("A link of the source that the translation does not have, or that leads to another site there."),
    why=N_("The reader is not led on, or is led astray."),
    silence=N_("Make it a hint where your house chooses its own links."),
    confidence=0.8,
    flags=(
        example(
            ("⟦Anna Berg→https://example.org/berg⟧ spoke on ⟦Monday→https://example.org/day⟧.", "Anna Berg sprach."),
            ("Ask ⟦us→https://example.org/ask⟧.", "Fragen Sie ⟦uns→https://example.org/ask⟧."),
        ),
        example(("Ask ⟦us→https://example.org/ask⟧.", "Fragen Sie ⟦uns→https://andere.example/ask⟧.")),
        example(
            ("The ⟦council→https://example.org/council⟧ met.", "Der Rat tagte."),
            ("The ⟦mayor→https://example.org/mayor⟧ left.", "Die ⟦Bürgermeisterin→https://example.org/mayor⟧ ging."),
        ),
        example(
            ("⟦One→https://example.org/1⟧ and ⟦two→https://example.org/2⟧.", "⟦Eins→https://example.org/1⟧ und zwei."),
        ),
    ),
    passes=(
        example(("Ask ⟦us→https://example.org/ask⟧.", "Fragen Sie ⟦uns→https://example.org/ask⟧.")),
        example(("A ⟦bog→https://en.wiki.example/Bog⟧ is wet.", "Ein ⟦Moor→https://de.wiki.example/Moor⟧ ist nass.")),
        example(
            ("⟦Anna Berg→https://example.org/berg⟧ spoke.", "Sie sprach."),
            ("It rained.", "Es regnete, sagt ⟦Anna Berg→https://example.org/berg⟧."),
        ),
        example(("Ask ⟦us→https://example.org/ask⟧.", "Fragen Sie uns.")),
    ),
    of_row=_look,
)

CHECKS = (LINK,)
