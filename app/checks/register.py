"""Du and Sie: one speaker does not change between them, and a general *you* is no Sie."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence.quotes import quoted_in_rows
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.style import Profile

_FAMILIAR = re.compile(
    r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[nmrs]?)?|[Ee]uch|euer|eure[nmrs]?|ihr (?:seid|habt|könnt|müsst|wollt|sollt|solltet|werdet|dürft|wart|hattet)|Ihr (?:seid|habt|könnt|müsst|wollt|sollt|solltet|werdet|dürft|wart|hattet))\b"
)
_POLITE = re.compile(
    r"(?<=[a-zäöüß,] )(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)\b(?! (?:seid|habt|könnt))|\b(?:[A-ZÄÖÜ]?[a-zäöüß]+e?n|Seien|Sind|Haben) Sie\b(?= [a-zäöüß])|^„?Sie (?:sehen|wirken|kommen|gehen|haben|sind|waren|müssen|können|sollten|sollen|dürfen|werden|wissen|brauchen)\b"
)
_THEY = re.compile(r"\b(?:they|them|their|she|her|hers)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours|yourself|you[’'](?:re|ve|ll|d))\b", re.IGNORECASE)
_NESTED = re.compile(r"(?<!\w)['‘][A-Z]|\blike,|\bI said\b|\bsaid to\b")
"""Somebody else's words inside: he may say du where the speaker says Sie."""
_GENERAL = re.compile(
    r"\b[Yy]ou(?: (?:can(?:not)?|could|have to|need|don[’']t|won[’']t|might|never|would|get|see|know)|[’'](?:ll|d|re)|[ ]can[’']t)\b"
)
_ADDRESS = re.compile(
    r"\b(?:Sie (?:können|könnten|müssen|brauchen|werden|haben|sehen|wissen|bekommen|finden|würden)|(?:[Kk]önnen|[Mm]üssen|[Bb]rauchen|[Ww]erden|[Hh]aben|[Ss]ehen|[Bb]ekommen|[Ff]inden|[Ww]ürden) Sie)\b"
)
_ADDRESSED = 2
"""Rows outside of quotations from which a story speaks to its readers, as advice does."""


def _look(story: Story, _profile: Profile) -> Iterable[Hit]:
    theirs, ours = quoted_in_rows(story, Side.TARGET), quoted_in_rows(story, Side.SOURCE)
    yield from (hit for row in story.rows for hit in _mixed(row, theirs.get(row.unit, []), ours.get(row.unit, [])))
    general = [hit for row in story.rows for hit in _narrated(row, theirs.get(row.unit, []), ours.get(row.unit, []))]
    if len(general) <= _ADDRESSED:
        yield from general


def _mixed(row: Row, spans: list[Span], ours: list[Span]) -> Iterator[Hit]:
    """Both forms in what one row quotes: one speaker, who says you to one and the same person."""
    told = " ".join(span.of(row.source.plain) for span in ours)
    familiar = [match for span in spans for match in _FAMILIAR.finditer(row.target.plain, span.start, span.end)]
    if not familiar or _THEY.search(told) or not _YOU.search(told) or _NESTED.search(told):
        return
    polite = [found for span in spans for found in _polite(row.target.plain, span)]
    if polite:
        said = {"one": familiar[0][0], "other": polite[0].of(row.target.plain)}
        places = row.place(Side.TARGET, *familiar[0].span()), row.place(Side.TARGET, polite[0].start, polite[0].end)
        yield Hit(places, Message(N_("“{one}” and “{other}”: the speaker changes between du and Sie."), said))


def _polite(text: str, span: Span) -> Iterator[Span]:
    for match in _POLITE.finditer(span.of(text)):
        yield Span(*match.span()).shifted(span.start)


def _narrated(row: Row, spans: list[Span], ours: list[Span]) -> Iterator[Hit]:
    you = _GENERAL.search(row.source.plain) if "you" in tokens(row.source.plain).lower else None
    address = _ADDRESS.search(row.target.plain) if you else None
    if (
        you
        and address
        and not _inside(you.start(), ours)
        and not _inside(address.start(), spans)
        and "?" not in row.source.plain
        and not _THEY.search(row.source.plain)
    ):
        places = row.place(Side.SOURCE, *you.span()), row.place(Side.TARGET, *address.span())
        said = {"source": you[0], "target": address[0]}
        yield Hit(places, Message(N_("“{source}” speaks of anybody: “man” rather than “{target}”."), said), None, 0.6)


def _inside(at: int, spans: list[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


REGISTER = Check(
    id="language.register",
    title=N_("Du and Sie"),
    category=Category.REGISTER,
    severity=Severity.MINOR,
    what=N_("Looks for one speaker who says du and Sie in one breath, and for a general “you” of the narrator that became Sie."),
    why=N_("German decides once how two people speak to each other; English leaves it to the translator."),
    silence=N_("Dismiss it where the speaker turns to somebody else. A story that advises its readers throughout may say Sie."),
    confidence=0.7,
    flags=(
        example(("“If you need it, take your coat,” she said.", "„Wenn du ihn brauchst, nehmen Sie Ihren Mantel“, sagte sie.")),
        example(("“You are late. Are you ill?” he asked.", "„Du bist spät. Sind Sie krank?“, fragte er.")),
        example(("“Do you know your way?” she asked. “You look lost.”", "„Kennst du den Weg?“, fragte sie. „Sie sehen verloren aus.“")),
        example(("You can't rent a boat there.", "Sie können dort kein Boot mieten.")),
    ),
    passes=(
        example(("“If you need it, take your coat,” she said.", "„Wenn Sie ihn brauchen, nehmen Sie Ihren Mantel“, sagte sie.")),
        example(("“You know them. They are late,” he said.", "„Du kennst sie. Sie sind zu spät“, sagte er.")),
        example(("You can't rent a boat there.", "Man kann dort kein Boot mieten.")),
        example(("“You can rent a boat,” she said.", "„Sie können ein Boot mieten“, sagte sie.")),
    ),
    of_story=_look,
)

CHECKS = (REGISTER,)
