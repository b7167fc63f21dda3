"""Addresses of the web and of mail: none is missing, none was translated."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”„»«()\[\]]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@.])[a-z0-9][\w-]*(?:\.[a-z0-9][\w-]*)*\.(?:com|org|net|gov|edu|info|de|at|ch|eu|io|tv)(?:\.[a-z]{2})?(?:/[^\s<>\"“”„»«()\[\]]*)?(?![\w@])|(?<![\w@/])@[A-Za-z_]\w{2,}",
)
_WORDS = frozenset("www com org net gov edu info de at ch eu io tv".split())
"""One of these words, @ or :// is in every address."""
_END = ".,;:!?…’'"


def _urls(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.target.plain or not _may_hold_address(row.source.plain):
        return
    around = " ".join(other.target.plain for other in story.around(row))
    lost = [span for span in _addresses(row.source.plain) if _bare(span.of(row.source.plain)) not in around.lower()]
    extra = [span for span in _addresses(row.target.plain) if _bare(span.of(row.target.plain)) not in row.source.plain.lower()]
    for ours in lost:
        written = ours.of(row.source.plain)
        theirs = next((span for span in extra if _kind(span.of(row.target.plain)) == _kind(written)), None)
        if theirs is not None:
            extra.remove(theirs)
            said = {"source": written, "target": theirs.of(row.target.plain)}
            fix = Fix(Message(N_("Write “{right}”"), {"right": written}), (Edit(row.unit, theirs, written),))
            places = row.place(Side.SOURCE, ours.start, ours.end), row.place(Side.TARGET, theirs.start, theirs.end)
            yield Hit(places, Message(N_("The source says “{source}”, the translation “{target}”."), said), fixes=(fix,))
        else:
            message = Message(N_("The address “{address}” is missing from the translation."), {"address": written})
            yield Hit((row.place(Side.SOURCE, ours.start, ours.end), row.place(Side.TARGET)), message, Severity.MINOR, 0.6)


def _may_hold_address(text: str) -> bool:
    return "@" in text or "://" in text or not _WORDS.isdisjoint(tokens(text).known)


def _addresses(text: str) -> Iterator[Span]:
    for match in _ADDRESS.finditer(text):
        yield Span(match.start(), match.start() + len(match[0].rstrip(_END)))


def _bare(address: str) -> str:
    """An address without what may come and go: its scheme, www, a last slash."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip("/")


def _kind(address: str) -> str:
    return "handle" if address.startswith("@") else "mail" if "@" in address else "web"


URL = Check(
    id="markup.url",
    title=N_("Address changed"),
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    what=N_("Compares addresses of the web and of mail, and handles, and reports one that was changed or is missing."),
    why=N_("Machines translate addresses, too, and nobody clicks before it is printed."),
    silence=N_("Dismiss it where the German page has an address of its own."),
    confidence=0.85,
    flags=(
        example(("See lakeside-news.com for more.", "Mehr auf seeblick-nachrichten.com.")),
        example(("Write to desk@lakeside.org.", "Schreiben Sie an redaktion@lakeside.org.")),
        example(("Follow @lakesidenews there.", "Folgen Sie dort @seeblicknews.")),
        example(("Visit https://lakeside.org/help today.", "Besuchen Sie heute https://lakeside.org/hilfe.")),
    ),
    passes=(
        example(("See https://www.lakeside.org/ for more.", "Mehr unter lakeside.org.")),
        example(("Write to desk@lakeside.org.", "Schreiben Sie an desk@lakeside.org!")),
        example(("At 3 p.m. it ended.It rained.", "Um 15 Uhr endete es. Es regnete.")),
        example(("The firm Lakeside.com grew.", "Die Firma Lakeside.com wuchs.")),
    ),
    of_row=_urls,
)

CHECKS = (URL,)
