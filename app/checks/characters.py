"""Characters that should not be there, and those that a keyboard put for better ones."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.checks.gathering import Slip, gathered
from app.evidence.story import Row, Story
from app.i18n import N_
from app.model import Category, Severity, Span
from app.style import Profile

_UNUSUAL = re.compile("[^ -~äöüÄÖÜßéèáà„“”‚‘’–—…»«€£§°\xa0\u202f\u2029\ufffc]")
"""Nothing is odd about a text without any of these."""
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_JOINER = re.compile("(?<=[A-Za-zÀ-ÿ])[\u200c\u200d](?=[A-Za-zÀ-ÿ])|(?<=\\s)[\u200c\u200d]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e\ufb00-\ufb06]")
_LOST = re.compile("\ufffd+")
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf¤„–œŸ¶¼©¨´]|â€[\x80-\xbf™œ“”žš¦˜]|Â[\xa0-\xbf](?=\W|\d)|ÃŸ|Ã¤|Ã¶|Ã¼|Ã„|Ã–|Ãœ")
_SPLIT_UMLAUT = re.compile("[A-Za-z][\u0300-\u036f]")
_MIXED = re.compile(r"\b(?=\w*[A-Za-zäöüß])(?=\w*[\u0400-\u04ff])\w+\b")
_LOOKALIKE = str.maketrans("АВЕКМНОРСТХаеорсухі", "ABEKMHOPCTXaeopcyxi")
_THREE_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_APOSTROPHE = re.compile("['’`´]")
_STRAIGHT = re.compile(r"(?<=[^\W\d_])['`´](?=[^\W\d_])")
_GENITIVE = re.compile(r"\b([A-ZÄÖÜ][\w-]*[a-rt-wyzäöü])['’`´]s(?= (?:[a-zäöüß]{3,}e[nrms]? )?([A-ZÄÖÜ]\w{2,}))")


def _with(pattern: re.Pattern[str], story: Story) -> Iterator[tuple[Row, re.Match[str]]]:
    for row in story.rows:
        for match in pattern.finditer(row.target.plain):
            yield row, match


def _replaced(pattern: re.Pattern[str], story: Story, right: str) -> Iterator[Slip]:
    return (Slip(row, Span(*match.span()), right) for row, match in _with(pattern, story))


def _odd(story: Story, _profile: Profile) -> Iterable[Hit]:
    if not _UNUSUAL.search(story.translation):
        return
    story = Story(tuple(row for row in story.rows if _UNUSUAL.search(row.target.plain)))
    yield from gathered((*_replaced(_INVISIBLE, story, ""), *_replaced(_JOINER, story, "")), N_("An invisible character in “{example}”"))
    yield from gathered(_normalised(story), N_("A character in an unusual form: “{example}”"))
    yield from gathered(_mended(story), N_("A broken character: “{example}”"))


def _normalised(story: Story) -> Iterator[Slip]:
    """Decomposed umlauts, full-width signs, ligatures and Cyrillic look-alikes as what they stand for."""
    for pattern, form in ((_SPLIT_UMLAUT, "NFC"), (_FULL_WIDTH, "NFKC")):
        for row, match in _with(pattern, story):
            right = unicodedata.normalize("NFC" if form == "NFC" else "NFKC", match[0])
            if right != match[0]:
                yield Slip(row, Span(*match.span()), right)
    for row, match in _with(_MIXED, story):
        if match[0] not in row.source.plain:
            right = match[0].translate(_LOOKALIKE)
            yield Slip(row, Span(*match.span()), right if right.isascii() else None)


def _mended(story: Story) -> Iterator[Slip]:
    for row, match in _with(_MOJIBAKE, story):
        try:
            right = match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            right = None
        yield Slip(row, Span(*match.span()), right)
    yield from (Slip(row, Span(*match.span())) for row, match in _with(_LOST, story))


def _dots(story: Story, _profile: Profile) -> Iterable[Hit]:
    story = Story(tuple(row for row in story.rows if "..." in row.target.plain))
    return gathered(_replaced(_THREE_DOTS, story, "…"), N_("Three full stops for an ellipsis: “{example}”"))


def _apostrophes(story: Story, _profile: Profile) -> Iterable[Hit]:
    story = Story(tuple(row for row in story.rows if _APOSTROPHE.search(row.target.plain)))
    yield from gathered(_typed(story), N_("A typewriter apostrophe: “{example}”"), confidence=0.6)
    yield from gathered(_genitives(story), N_("An English genitive: “{example}”"), confidence=0.75)


def _typed(story: Story) -> Iterator[Slip]:
    for row, match in _with(_STRAIGHT, story):
        around = row.target.plain[max(0, match.start() - 3) : match.end() + 2]
        if around not in row.source.plain:
            yield Slip(row, Span(*match.span()), "’")


def _genitives(story: Story) -> Iterator[Slip]:
    """„Kern's Haus“; the name of a firm or a work (Kern's Pizza) has the same words in the source."""
    for row, match in _with(_GENITIVE, story):
        phrase = match[0].replace("’", "'") + " " + match[2]
        if phrase not in row.source.plain.replace("’", "'"):
            yield Slip(row, Span(*match.span()), match[1] + "s")


CHARACTERS = Check(
    id="typography.characters",
    title=N_("Odd characters"),
    category=Category.CHARACTERS,
    severity=Severity.MINOR,
    what=N_(
        "Looks for invisible and control characters, broken encodings, split umlauts, full-width signs and look-alikes of other scripts."
    ),
    why=N_("They break search, hyphenation and print, and nobody sees them."),
    silence=N_("Joiners inside emoji are never reported."),
    flags=(
        example(("The mayor", "Der Bür\u200bgermeister")),
        example(("The mayor", "Der BÃ¼rgermeister")),
        example(("The mayor", "Der Bu\u0308rgermeister")),
        example(("The mayor", "Der B\ufffdrgermeister")),
        example(("Room ２", "Raum ２ für alle")),
        example(("The moon", "Der Mоnd über Köln")),
    ),
    passes=(
        example(("The mayor", "Der Bürgermeister")),
        example(("A family 👨\u200d👩\u200d👧", "Eine Familie 👨\u200d👩\u200d👧 in Köln")),
        example(("She wrote Мир.", "Sie schrieb „Мир“.")),
        example(("Café Chloë, Søren Łuk", "Café Chloë, Søren Łuk")),
    ),
    of_story=_odd,
)

ELLIPSIS = Check(
    id="typography.ellipsis",
    title=N_("Three full stops"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.NEUTRAL,
    what=N_("Looks for three full stops where German has one character, the ellipsis."),
    why=N_("One character does not break at the end of a line."),
    silence=N_("Only a hint: export can put it right."),
    flags=(
        example(("Well...", "Nun...")),
        example(("Well ... then", "Nun ... dann")),
        example(("“So...”", "„Also...“")),
        example(("...", "...")),
    ),
    passes=(
        example(("Well...", "Nun …")),
        example(("....", "....")),
        example(("It ended.", "Es endete.")),
        example(("1..2", "1..2")),
    ),
    of_story=_dots,
)

APOSTROPHE = Check(
    id="typography.apostrophe",
    title=N_("Apostrophes"),
    category=Category.TYPOGRAPHICAL,
    severity=Severity.MINOR,
    what=N_("Looks for the English genitive (Kern's Haus) and for typewriter apostrophes inside words."),
    why=N_("German writes Kerns Haus, without an apostrophe."),
    silence=N_("Names of firms and works that the source writes the same way pass."),
    flags=(
        example(("Kern's house burned.", "Kern's Haus brannte.")),
        example(("Lindau's new mayor", "Lindau’s neue Bürgermeisterin")),
        example(("How is it going?", "Wie geht's?")),
        example(("I have it.", "Ich hab`s.")),
    ),
    passes=(
        example(("Kern's house burned.", "Kerns Haus brannte.")),
        example(("They met at Molly’s Diner.", "Sie trafen sich in Molly’s Diner.")),
        example(("Marx's house", "Marx’ Haus")),
        example(("How is it going?", "Wie geht’s?")),
    ),
    of_story=_apostrophes,
)

CHECKS = (CHARACTERS, ELLIPSIS, APOSTROPHE)
