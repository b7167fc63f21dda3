"""Figures and times in English dress: 3.5 for 3,5, 1,000 for 1.000, am and pm, „in 2023“."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, StoryFunction, example
from app.checks.gathering import Slip, gathered
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_
from app.model import Category, Severity, Span
from app.style import Profile

_POINT = re.compile(
    r"(\d(?<![\w.,:/-]\d)\d{0,2})\.(\d{1,2})(?= ?(?:Mio\.|Mrd\.|Million(?:en)?|Milliarden?|Billion(?:en)?|Prozent|%|Euro|Dollar|Pfund|US-Dollar|€|km|kg|Meter|Kilometer|Grad|Tonnen|Liter)(?!\w))"
)
_COMMA = re.compile(r"(\d(?<![\w.,:/-]\d)\d{0,2}(?:,\d{3})+)(?![\d,]|\.\d)")
_CLOCK = re.compile(r"(\d(?<!\w\d)\d?)(?:[:.](\d\d))? ?([ap])\.?m\b\.?(?! ?Main)", re.IGNORECASE)
_IN_YEAR = re.compile(
    r"([Ii](?<!\w.)n) ((?:19|20)\d\d)(?=[ ,.;:)!?]|$)(?! (?:[a-zäöü]+en )?(?:Fällen|Städten|Ländern|Gemeinden|Orten|Schulen|Häusern|Kommunen|Betrieben))"
)


def _points(row: Row) -> Iterator[Slip]:
    """A decimal point before a unit, where the source has the same figure; „Version 3.5“ has none."""
    for match in _POINT.finditer(row.target.plain):
        if match[0] in row.source.plain:
            yield Slip(row, Span(*match.span()), f"{match[1]},{match[2]}")
    for match in _COMMA.finditer(row.target.plain):
        if match[1] in row.source.plain:
            yield Slip(row, Span(*match.span()), match[1].replace(",", "."))


def _clocks(row: Row) -> Iterator[Slip]:
    for match in _CLOCK.finditer(row.target.plain):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
        if int(match[1]) <= 12:
            yield Slip(row, Span(*match.span()), f"{hour}.{match[2]} Uhr" if match[2] else f"{hour} Uhr")


def _years(row: Row) -> Iterator[Slip]:
    """„in 2023“ for „im Jahr 2023“ or „2023“; the source must have it, for „in 2000 Fällen“ is right."""
    for match in _IN_YEAR.finditer(row.target.plain):
        if re.search(rf"\b[Ii]n {match[2]}\b", row.source.plain):
            yield Slip(row, Span(*match.span()), f"{'I' if match[1] == 'In' else 'i'}m Jahr {match[2]}")


def _look() -> StoryFunction:
    rules = (
        (_points, N_("A figure with the English point or comma: “{example}”")),
        (_clocks, N_("A time with am or pm: “{example}”")),
        (_years, N_("A year with “in”, as in English: “{example}”")),
    )

    def look(story: Story, _profile: Profile) -> Iterable[Hit]:
        rows = [row for row in story.rows if tokens(row.target.plain).figures]
        for find, template in rules:
            yield from gathered((slip for row in rows for slip in find(row)), template)

    return look


NUMBER_FORMAT = Check(
    id="typography.number-format",
    title=N_("Figures in English style"),
    category=Category.LOCALE,
    severity=Severity.MINOR,
    what=N_("Looks for decimal points, thousands with a comma, am and pm, and years with “in”, taken over from the source."),
    why=N_("1,000 is one in German, and nobody says “in 2023”."),
    silence=N_("Versions and sections (3.5) are never reported."),
    flags=(
        example(("It cost 3.5 million.", "Es kostete 3.5 Millionen.")),
        example(("Some 12,500 came.", "Etwa 12,500 kamen.")),
        example(("It opens at 8pm.", "Es öffnet um 8pm.")),
        example(("It burned in 2023.", "In 2023 brannte es.")),
    ),
    passes=(
        example(("It cost 3.5 million.", "Es kostete 3,5 Millionen.")),
        example(("Version 3.5 of the app", "Version 3.5 der App")),
        example(("It took 1,250 seconds.", "Es dauerte 1,25 Sekunden oder 1250.")),
        example(("It helped in 2000 cases.", "Es half in 2000 Fällen.")),
        example(("It burned in 2023.", "Im Jahr 2023 brannte es.")),
    ),
    of_story=_look(),
)

CHECKS = (NUMBER_FORMAT,)
