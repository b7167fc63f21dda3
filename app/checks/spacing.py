"""White space: doubled, missing, before stops, inside brackets, and no-break spaces."""

import re
from collections.abc import Iterable, Iterator
from string import digits

from app.checks.check import Check, Hit, StoryFunction, example
from app.checks.gathering import Slip, gathered
from app.evidence.story import Row, Story
from app.i18n import N_
from app.model import Category, Severity, Span
from app.style import Profile

_UNITS = (
    "km|cm|mm|kg|mg|GB|MB|TB|GHz|MHz|Hz|kWh|MW|GW|kW|km/h|ha|qm|Mio|Mrd|Prozent|Euro|Dollar|Uhr|Jahre|Tage|Stunden|Minuten|Sekunden|s|h|min"
)
# What stands in group 1, white space or nothing, is replaced.
_DOUBLE = re.compile(r"\S( {2,})(?=\S)")
_BEFORE_STOP = re.compile(r"([ \xa0\u202f](?<=[\w)“”\"].)[ \xa0\u202f]*)(?=[,;:!?](?:[\s“”\"»«)]|$)|\.(?:[\s“”\"»«)]|$))")
_AFTER_STOP = re.compile(
    r"[.!?,;:](?<=[a-zäöüß]{2}.)(?:(?<=[.!?])()(?=[A-ZÄÖÜ][a-zäöüß]+\b(?!\.))|(?<=[,;])()(?=[^\W\d_]{2})|(?<=:)()(?=[A-ZÄÖÜ][a-zäöüß]{2}))"
)
_BRACKETS = re.compile(r"[(\[]([ \xa0]+)(?=\S)|([ \xa0](?<=\S.)[ \xa0]*)(?=[)\]])")
_QUOTES = re.compile(r"„([ \xa0]+)(?=\w)|([ \xa0](?<=[\w.,!?].)[ \xa0]*)(?=“(?:[\s,.;:!?)]|$))")
_GLUED = re.compile(rf"\d(?<![\w.,/:#-]\d)\d*(?:[.,]\d+)*()(?=(?:{_UNITS})(?![\w-]))|\d()(?=[%€£])")
_STRAY = re.compile(r"(?<=[a-zäöüß])\xa0(?=[a-zäöüß])|\xa0[ \xa0]+| +\xa0[ \xa0]*|^\xa0+|\xa0+$")
_WANTED = re.compile(
    r"(?<=\d) (?=(?:Prozent|Euro|Dollar|Pfund|Uhr|Grad|Mio\.|Mrd\.|Millionen|Milliarden|Kilometer|Meter|Tonnen|%|€|km|kg|m|cm)(?!\w))"
    r"|(?<=\b[zdu]\.) (?=[BhaÄä]\.)|(?<=\b(?:Dr|St|Nr)\.) (?=[A-Z\d])|(?<=\bS\.) (?=\d)|(?<=§) (?=\d)|(?<=\d\.) (?=(?:Jan|Febr?|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
)
_NEEDED = {
    _DOUBLE: ("  ",),
    _BEFORE_STOP: tuple(space + stop for space in " \xa0\u202f" for stop in ",;:!?."),
    _STRAY: ("\xa0",),
    _BRACKETS: ("(", "["),
    _QUOTES: ("„ ", " “", "„\xa0", "\xa0“"),
    _GLUED: tuple(digits),
}
"""What a text must have for a pattern to be found in it, where that is quick to say."""
_WEB = re.compile(r"https?://\S*|www\.\S*|\b[\w.-]+\.(?:com|org|net|de|at|ch|io|uk|eu|gov|edu|info|tv)\b\S*|\S+@\S+", re.IGNORECASE)


def _found(story: Story, pattern: re.Pattern[str], right: str) -> Iterator[Slip]:
    needed = _NEEDED.get(pattern, ("",))
    for row in story.rows if any(map(story.translation.__contains__, needed)) else ():
        if not any(map(row.target.plain.__contains__, needed)):
            continue
        for match in pattern.finditer(row.target.plain):
            if not _in_address(row.target.plain, match.end()):
                yield _slip(row, match, right)


def _in_address(text: str, at: int) -> bool:
    """Whether the offset lies in an address of the web or of mail, which has stops without spaces."""
    return any(match.start() < at < match.end() for match in _WEB.finditer(text))


def _slip(row: Row, match: re.Match[str], right: str) -> Slip:
    """The white space itself; where some is missing, the letters on both sides, so that there is something to see."""
    start, end = match.span(match.lastindex or 0)
    text = row.target.plain
    if start == end:
        return Slip(row, Span(start - 1, end + 1), text[start - 1] + right + text[end : end + 1])
    return Slip(row, Span(start, end), right)


def _rules(*rules: tuple[re.Pattern[str], str, str]) -> StoryFunction:
    def look(story: Story, _profile: Profile) -> Iterable[Hit]:
        for pattern, right, template in rules:
            yield from gathered(_found(story, pattern, right), template)

    return look


_slips_of_no_break_spaces = _rules((_STRAY, " ", N_("A stray no-break space: “{example}”")))
_missing_no_break_spaces = _rules((_WANTED, "\xa0", N_("A no-break space is missing: “{example}”")))


def _no_break(story: Story, profile: Profile) -> Iterable[Hit]:
    yield from _slips_of_no_break_spaces(story, profile)
    if profile.style.no_break_spaces:
        yield from _missing_no_break_spaces(story, profile)


SPACING = Check(
    id="typography.spacing",
    title=N_("Spaces"),
    category=Category.WHITESPACE,
    severity=Severity.MINOR,
    what=N_("Looks for doubled spaces, spaces before stops and inside brackets, and for those missing after a stop or before a unit."),
    why=N_("Small slips that a careful reader sees at once."),
    silence=N_("Switch it off where the house writes units without a space."),
    flags=(
        example(("It rains.  It snows.", "Es regnet.  Es schneit.")),
        example(("It rains, he said.", "Es regnet , sagte er.")),
        example(("It rains. It snows.", "Es regnet.Es schneit.")),
        example(("Rain (and snow) fell.", "Regen ( und Schnee) fiel.")),
        example(("A clip of 7s", "Ein 7s Clip")),
        example(("It rose by 5%.", "Es stieg um 5%.")),
        example(("Rain, snow", "Regen,Schnee")),
    ),
    passes=(
        example(("It rains. It snows.", "Es regnet. Es schneit!")),
        example(("See lakeside-news.example.com or write to kern@lakeside.org", "Siehe www.Seeblick.de oder kern@Seeblick.org")),
        example(("It cost 2.50 at 3:15.", "Es kostete 2,50 um 3:15 Uhr, z. B. in St. Annen.")),
        example(("Readers and editors (all)", "Leser:innen und Redakteur(e)")),
        example(("The A4 in 720p, 3D", "Die A4 in 720p, 3D, 5G")),
    ),
    of_story=_rules(
        (_DOUBLE, " ", N_("A doubled space: “{example}”")),
        (_BEFORE_STOP, "", N_("A space before a punctuation mark: “{example}”")),
        (_AFTER_STOP, " ", N_("No space behind a punctuation mark: “{example}”")),
        (_BRACKETS, "", N_("A space just inside a bracket: “{example}”")),
        (_QUOTES, "", N_("A space just inside a quotation mark: “{example}”")),
        (_GLUED, " ", N_("A unit without a space: “{example}”")),
    ),
)

NO_BREAK = Check(
    id="typography.no-break-space",
    title=N_("No-break spaces"),
    category=Category.WHITESPACE,
    severity=Severity.MINOR,
    what=N_(
        "Looks for no-break spaces that slipped in between words or beside a space; where the house wants them, also for missing ones."
    ),
    why=N_("They come along from web pages and tear holes into lines."),
    silence=N_("The house style says whether missing ones are reported."),
    flags=(
        example(("The small town", "Die kleine\xa0graue Stadt")),
        example(("Two hours later", "Zwei Stunden \xa0später")),
        example(("It ended.", "Es endete.\xa0")),
        example(("It ended. Then", "Es endete.\xa0 Dann")),
    ),
    passes=(
        example(("24 hours", "24\xa0Stunden")),
        example(("for example", "z.\xa0B. heute")),
        example(("It ended at 8pm", "Es endete um 20 Uhr")),
        example(("Dr. Kern", "Dr.\xa0Kern")),
    ),
    of_story=_no_break,
)

CHECKS = (SPACING, NO_BREAK)
