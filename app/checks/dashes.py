"""Dashes and brackets."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.checks.gathering import Slip, gathered
from app.evidence.quotes import flow
from app.evidence.story import Story
from app.i18n import N_
from app.model import PARAGRAPH_BREAK, Category, Severity, Side, Span
from app.style import Profile

_EM = re.compile(r"[ \xa0\u2009]?(?:—|―)[ \xa0\u2009]?")
_HYPHEN = re.compile(r"(?<=[\w)“”\"’.,!?%])([ \xa0])(?:-|--|−)([ \xa0])(?=[^\W_]|[„“\"(])")
_SPACED = (" -", "\xa0-", " −", "\xa0−")
_DOUBLE = re.compile(r"(?<=\w) ?-- ?(?=\w)")
_MINUS = re.compile(r"[ \xa0]-[ \xa0]\d")
_OPEN, _CLOSED = "([", ")]"
_LISTED = re.compile(r"(?:^|\s)(?:[1-9]|[a-h])\)")
_SMILEY = (":", ";", "-")


def _dashes(story: Story, _profile: Profile) -> Iterable[Hit]:
    yield from gathered(_em(story), N_("A long dash, as in English: “{example}”"))
    yield from gathered(_hyphens(story), N_("A hyphen where a dash belongs: “{example}”"))


def _em(story: Story) -> Iterator[Slip]:
    for row in story.rows:
        text = row.target.plain
        for match in _EM.finditer(text) if "—" in text or "―" in text else ():
            left = " " if match.start() else ""
            right = " " if match.end() < len(text) and text[match.end()] not in ",.;:!?“" else ""
            yield Slip(row, Span(*match.span()), f"{left}–{right}")


def _hyphens(story: Story) -> Iterator[Slip]:
    for row in story.rows:
        text = row.target.plain
        if not any(map(text.__contains__, _SPACED)) and "--" not in text:
            continue
        for match in _HYPHEN.finditer(text):
            if not _MINUS.match(text, match.start()) or text[match.end() - 1 : match.end()].isspace():
                yield Slip(row, Span(match.start(1), match.end(2)), f"{match[1]}–{match[2]}")
        for match in _DOUBLE.finditer(text):
            if " " not in match[0]:
                yield Slip(row, Span(*match.span()), " – ")


def _brackets(story: Story, _profile: Profile) -> Iterable[Hit]:
    running = flow(story, Side.TARGET)
    slips = []
    start = 0
    for paragraph in running.text.split(PARAGRAPH_BREAK):
        for at in _unpaired(paragraph):
            row, offset = running.where(start + at)
            slips.append(Slip(row, Span(offset, offset + 1)))
        start += len(paragraph) + 1
    return gathered(slips, N_("A bracket without its partner: “{example}”"))


def _unpaired(paragraph: str) -> list[int]:
    """Offsets of brackets that do not pair; those of lists, 1) or a), and of smileys are none."""
    if "(" not in paragraph and "[" not in paragraph and ")" not in paragraph and "]" not in paragraph:
        return []
    numbers = {match.end() - 1 for match in _LISTED.finditer(paragraph)}
    stack: list[int] = []
    lonely = []
    for at, letter in enumerate(paragraph):
        if letter in _OPEN:
            stack.append(at)
        elif letter in _CLOSED:
            if stack and _OPEN.index(paragraph[stack[-1]]) == _CLOSED.index(letter):
                stack.pop()
            elif at not in numbers and not paragraph[:at].endswith(_SMILEY):
                lonely.append(at)
    return lonely + [at for at in stack if not paragraph[:at].endswith(_SMILEY)]


DASH = Check(
    id="typography.dash",
    title=N_("Dashes"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for the long English dash and for hyphens that stand for a dash."),
    why=N_("German has the short dash with a space on either side."),
    silence=N_("Switch it off where the house writes hyphens."),
    flags=(
        example(("The house—an old one—burned.", "Das Haus — ein altes — brannte.")),
        example(("The house—an old one—burned.", "Das Haus—ein altes—brannte.")),
        example(("The house - an old one - burned.", "Das Haus - ein altes - brannte.")),
        example(("It burned -- fast.", "Es brannte -- schnell.")),
    ),
    passes=(
        example(("The house—an old one—burned.", "Das Haus – ein altes – brannte.")),
        example(("At -5 degrees", "Bei -5 Grad")),
        example(("Town and district council", "Stadt- und Kreisrat")),
        example(("A Berlin-based firm", "Eine Berlin-Firma")),
    ),
    of_story=_dashes,
)

BRACKETS = Check(
    id="typography.brackets",
    title=N_("Brackets without a partner"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for brackets that open and never close, or close what never opened, paragraph by paragraph."),
    why=N_("Readers look for the other half."),
    silence=N_("Numbers of lists, 1) and a), are never reported."),
    flags=(
        example(("Kern (34) won.", "Kern (34 gewann.")),
        example(("Kern (34) won.", "Kern 34) gewann.")),
        example(("Kern [34] won.", "Kern [34) gewann.")),
        example(("(It rained.)", "(Es regnete.")),
    ),
    passes=(
        example(("Kern (34) won.", "Kern (34) gewann.")),
        example(("1) Kern 2) Lind", "1) Kern 2) Lind")),
        example(("He grinned :-)", "Er grinste :-)")),
        example(("(Rain [and snow])", "(Regen [und Schnee])")),
    ),
    of_story=_brackets,
)

CHECKS = (DASH, BRACKETS)
