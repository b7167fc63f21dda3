"""The switches of the house style: one way of writing where German knows two."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from app.checks.check import Check, Hit, example
from app.checks.gathering import Slip, gathered
from app.evidence.story import Row, Story
from app.i18n import N_
from app.model import Category, Severity, Span
from app.style import HouseStyle, Profile, Switch

_NUMBER = r"(?<![\d.,:/’\w-])\d+(?:[.,’]\d+)*"
_SMALL = {
    str(n): word for n, word in enumerate(("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"), 2)
}
_NOUN = r"(?= [A-ZÄÖÜ][a-zäöüß]+)"
_UNITS = (
    "Prozent|Euro|Dollar|Pfund|Franken|Cent|Uhr|Grad|Kilometer|Meter|Zentimeter|Millimeter|Kilogramm|Gramm|Tonnen|Liter|Hektar|Quadrat\\w+|"
    "Kubik\\w+|Watt|Kilowatt\\w*|Megawatt\\w*|Gigawatt\\w*|Volt|Hertz|Byte|Gigabyte|Million\\w*|Milliarde\\w*|Billion\\w*|Mio|Mrd|Punkte?n?|Tore?n?|"
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
"""What stands behind a figure: „3 Kilometer“, „5 Euro“ keep it in any house."""


class Rule(Struct, frozen=True):
    """A way of writing that a house does not want, and what it writes instead; of the match or of its group ``here``."""

    applies: Callable[[HouseStyle], bool]
    pattern: re.Pattern[str]
    right: Callable[[re.Match[str]], str]
    template: str


def _switched(name: str, to: Switch) -> Callable[[HouseStyle], bool]:
    return lambda style: getattr(style, name) is to


def _as(replacement: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match.expand(replacement)


RULES = (
    Rule(_switched("percent", Switch.FIRST), re.compile(rf"({_NUMBER})[ \xa0]?%"), _as(r"\1 Prozent"), N_("A percent sign: “{example}”")),
    Rule(_switched("percent", Switch.SECOND), re.compile(rf"({_NUMBER})[ \xa0]Prozent\b(?!\w)"), _as("\\1\xa0%"), N_("“Prozent” for the sign: “{example}”")),
    Rule(_switched("millions", Switch.FIRST), re.compile(rf"(1|1,0)[ \xa0]Mio\.|({_NUMBER})[ \xa0]Mio\."), lambda m: f"{m[1] or m[2]} Million{'' if m[1] else 'en'}", N_("“Mio.” for “Millionen”: “{example}”")),
    Rule(_switched("millions", Switch.FIRST), re.compile(rf"(1|1,0)[ \xa0]Mrd\.|({_NUMBER})[ \xa0]Mrd\."), lambda m: f"{m[1] or m[2]} Milliarde{'' if m[1] else 'n'}", N_("“Mrd.” for “Milliarden”: “{example}”")),
    Rule(_switched("millions", Switch.SECOND), re.compile(rf"({_NUMBER})[ \xa0]Million(?:en)?\b"), _as("\\1\xa0Mio."), N_("“Millionen” behind a figure: “{example}”")),
    Rule(_switched("clock", Switch.FIRST), re.compile(r"\b(\d{1,2}):(\d\d)(?=[ \xa0]Uhr)"), _as(r"\1.\2"), N_("A time of day with a colon: “{example}”")),
    Rule(_switched("clock", Switch.SECOND), re.compile(r"\b(\d{1,2})\.(\d\d)(?=[ \xa0]Uhr)"), _as(r"\1:\2"), N_("A time of day with a point: “{example}”")),
    Rule(_switched("decades", Switch.FIRST), re.compile(r"\b(\d{2,4}er)[ \xa0](?=Jahren?\b)"), _as(r"\1-"), N_("A decade without a hyphen: “{example}”")),
    Rule(_switched("decades", Switch.SECOND), re.compile(r"\b(\d{2,4}er)-(?=Jahren?\b)"), _as(r"\1 "), N_("A decade with a hyphen: “{example}”")),
    Rule(_switched("thousands", Switch.FIRST), re.compile(r"(?<![\d.,’])\d{1,3}(?:’\d{3})+(?!\d)"), lambda m: m[0].replace("’", "."), N_("A figure grouped with an apostrophe: “{example}”")),
    Rule(_switched("thousands", Switch.SECOND), re.compile(r"(?<![\d.,’])\d{1,3}(?:\.\d{3})+(?![\d.])"), lambda m: m[0].replace(".", "’"), N_("A figure grouped with a point: “{example}”")),
    Rule(lambda style: style.small_numbers_as_words, re.compile(rf"(?<![\w-])(?!(?:zu|bis|von|gegen|mal) )[a-zäöüß]+,? (?P<here>1[0-2]|[2-9]){_NOUN}(?! (?:{_UNITS})\b)"), lambda m: _SMALL[m["here"]], N_("A number up to twelve in figures: “{example}”")),
    Rule(lambda style: not style.sharp_s, re.compile("ß"), _as("ss"), N_("A sharp s: “{example}”")),
)  # fmt: skip


def _slips(story: Story, rule: Rule) -> Iterator[Slip]:
    for row in story.rows:
        for match in rule.pattern.finditer(row.target.plain):
            yield Slip(row, Span(*match.span("here" if "here" in rule.pattern.groupindex else 0)), rule.right(match))


def _words(story: Story, style: HouseStyle) -> Iterator[Slip]:
    for wrong, right in style.words.items():
        pattern = re.compile(rf"(?<!\w){re.escape(wrong)}(?!\w)")
        for row in story.rows:
            yield from (
                Slip(row, Span(*match.span()), right) for match in pattern.finditer(row.target.plain) if not _quoted_in_english(row, wrong)
            )


def _quoted_in_english(row: Row, wrong: str) -> bool:
    """A name of the source is left as it is: „E-mail Harbour Ltd.“ is what the company calls itself."""
    return bool(re.search(rf"{re.escape(wrong)} [A-Z]", row.source.plain))


def _look(story: Story, profile: Profile) -> Iterable[Hit]:
    for rule in RULES:
        if rule.applies(profile.style):
            yield from gathered(_slips(story, rule), rule.template)
    if profile.style.words:
        yield from gathered(_words(story, profile.style), N_("The house writes this differently: “{example}”"))


_AGENCY = HouseStyle(
    percent=Switch.FIRST,
    millions=Switch.FIRST,
    clock=Switch.SECOND,
    decades=Switch.FIRST,
    small_numbers_as_words=True,
    words={"Kiew": "Kyjiw"},
)

HOUSE_STYLE = Check(
    id="typography.house-style",
    title=N_("House style"),
    category=Category.STYLE,
    severity=Severity.MINOR,
    what=N_("Looks for ways of writing that the house has decided against: signs for words, figures up to twelve, times, decades, its own words."),
    why=N_("German allows two ways; a paper uses one."),
    silence=N_("The house style is a plain file: set a switch to “either”, or take a word out."),
    flags=(
        example(("It rose 5 percent.", "Es stieg um 5 %.")),
        example(("It cost $3 million.", "Es kostete 3 Mio. Dollar.")),
        example(("At 8:15 p.m. it began.", "Um 20.15 Uhr begann es.")),
        example(("In the 1990s", "In den 1990er Jahren")),
        example(("Three boats sank.", "Auf See sanken 3 Boote.")),
        example(("Kyiv was calm.", "In Kiew war es ruhig.")),
    ),
    passes=(
        example(("It rose 5 percent.", "Es stieg um 5 Prozent.")),
        example(("At 8:15 p.m. it began.", "Um 20:15 Uhr begann es.")),
        example(("It is 3 kilometres away.", "Es ist 3 Kilometer entfernt, kostet 5 Euro und endet am 4. Mai.")),
        example(("Three boats sank, 14 were saved.", "Drei Boote sanken, 14 Boote wurden gerettet.")),
        example(("The vote was 14 to 9.", "Der Rat stimmte mit 14 zu 9 Stimmen dafür.")),
        example(("Chapter 3 of the law, Formula 1 drivers", "Kapitel 3 Absatz 2, Formel 1 Fahrer")),
    ),
    of_story=_look,
    profile=Profile(style=_AGENCY),
)  # fmt: skip

CHECKS = (HOUSE_STYLE,)
