"""What stands before a figure: at least or about, rose by or rose to."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence.numbers import Quantity, quantities
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.evidence.values import compared
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import Profile

_GAP = r"[\s\xa0]*(?:[$€£]|US\$|the |a |an |den |die |das |ein |eine )?$"
_BOUNDS = {
    "en": {
        "least": r"at least|no (?:fewer|less) than|a minimum of|not less than",
        "more": r"(?<!no )(?<!not )more than|over|above|upwards of|in excess of|exceed(?:s|ed|ing)|well over|greater than",
        "most": r"at most|no more than|not more than|a maximum of|up to|as (?:many|much) as",
        "below": r"(?<!no )(?<!not )(?:less|fewer) than|under|below|just under|nearly|almost|close to|not quite",
        "about": r"about|around|some|approximately|roughly|an estimated|circa",
    },
    "de": {
        "least": r"mindestens|wenigstens|zumindest|nicht weniger als",
        "more": r"(?<!nicht )mehr als|über|gut|oberhalb von|größer als",
        "most": r"höchstens|maximal|bis zu|nicht mehr als|allenfalls",
        "below": r"(?<!nicht )weniger als|unter|knapp|fast|beinahe|nahezu|annähernd|kaum",
        "about": r"rund|etwa|circa|ca\.|zirka|ungefähr|schätzungsweise|an die",
    },
}
_BEFORE = {
    language: [(name, re.compile(rf"\b(?:{words}){_GAP}", re.IGNORECASE)) for name, words in table.items()]
    for language, table in _BOUNDS.items()
}
_ANY = {language: re.compile(rf"\b(?:{'|'.join(table.values())}){_GAP}", re.IGNORECASE) for language, table in _BOUNDS.items()}
_CLASH = {
    ("least", "about"),
    ("least", "most"),
    ("least", "below"),
    ("more", "below"),
    ("more", "most"),
    ("most", "least"),
    ("most", "more"),
    ("below", "more"),
    ("below", "least"),
}
_RIGHT = {"least": "mindestens", "more": "mehr als", "most": "höchstens", "below": "weniger als"}

_RISING = re.compile(
    r"\b(?:rose|rise|rises|risen|rising|f[ae]ll|falls|fallen|falling|increas\w+|decreas\w+|grew|grow\w*|climb\w*|jump\w*|drop\w*|declin\w+|surg\w+|soar\w*|slump\w*"
    r"|plung\w+|edg\w+|shr[aiu]nk\w*|dipp\w+|slip\w*|s[aiu]nks?|eas(?:ed|es|ing)|plummet\w*|sp?ik(?:ed|es)|swell\w*|swelled|ballooned|cut|cuts|reduc\w+|raise\w*|lower\w*|widen\w*|narrow\w*|slid|tumbl\w+|gain\w*|advanc\w+)\b(?:(?! that | which | who )[^.;:,]){0,45}$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"(?<!close )(?<!up )(?<!due )(?<!next )\bto (?:(?:about|around|nearly|almost|over|more than|just|a record|some|less than|under|only) )*{_GAP}",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\bby (?:(?:about|around|nearly|almost|over|more than|just|as much as|some|less than|up to|at least) )*{_GAP}", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\b|\bvon\b", re.IGNORECASE)
_HEDGES = r"(?:(?:rund|etwa|fast|knapp|über|mehr als|gut|nur|weniger als|bis zu|mindestens|ca\.|circa|lediglich|nunmehr|noch) )*"
_AUF = re.compile(rf"\b(auf) {_HEDGES}{_GAP}", re.IGNORECASE)
_CHANGES = frozenset({"auf", "um"})
_UM = re.compile(rf"\b(um) {_HEDGES}{_GAP}", re.IGNORECASE)


def _pairs(story: Story, row: Row) -> Iterator[tuple[Quantity, Quantity]]:
    if row.target.plain and quantities(row.source.plain, story.source_language):
        for ours, theirs in compared(row.source.plain, row.target.plain, (story.source_language, story.target_language)).pairs:
            if ours.claims and theirs.claims:
                yield ours, theirs


def _bound(text: str, quantity: Quantity, language: str) -> tuple[str, Span] | None:
    before = text[max(0, quantity.span.start - 26) : quantity.span.start]
    for name, pattern in _BEFORE[language] if _ANY[language].search(before) else ():
        if match := pattern.search(before):
            start = quantity.span.start - len(before) + match.start()
            return name, Span(start, start + len(match[0].rstrip()))
    return None


def _bounds(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    for ours, theirs in _pairs(story, row):
        was = _bound(row.source.plain, ours, "en")
        now = _bound(row.target.plain, theirs, "de") if was else None
        if was and now and (was[0], now[0]) in _CLASH:
            places = row.place(Side.SOURCE, was[1].start, ours.span.end), row.place(Side.TARGET, now[1].start, theirs.span.end)
            said = {"source": was[1].of(row.source.plain), "target": now[1].of(row.target.plain)}
            fix = Fix(Message(N_("Write “{right}”"), {"right": _RIGHT[was[0]]}), (Edit(row.unit, now[1], _RIGHT[was[0]]),))
            yield Hit(places, Message(N_("The source says “{source}”, the translation “{target}”."), said), None, None, (fix,))


def _by_to(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if tokens(row.target.plain).known.isdisjoint(_CHANGES):
        return
    for ours, theirs in _pairs(story, row):
        head, there = row.source.plain[: ours.span.start], row.target.plain[: theirs.span.start]
        if not _RISING.search(head[-90:]):
            continue
        auf, um = _AUF.search(there), _UM.search(there)
        if um and _TO.search(head) and not _BY.search(head):
            yield _swapped(row, ours, theirs, um, "auf")
        elif auf and _BY.search(head):
            yield _swapped(row, ours, theirs, auf, "um")


def _swapped(row: Row, ours: Quantity, theirs: Quantity, match: re.Match[str], right: str) -> Hit:
    places = row.place(Side.SOURCE, ours.span.start, ours.span.end), row.place(Side.TARGET, match.start(1), theirs.span.end)
    said = {"wrong": f"{match[1]} {theirs.span.of(row.target.plain)}", "right": f"{right} {theirs.span.of(row.target.plain)}"}
    fix = Fix(Message(N_("Write “{right}”"), said), (Edit(row.unit, Span(*match.span(1)), right),))
    return Hit(places, Message(N_("“{wrong}” confuses a change by an amount with a change to it: “{right}”."), said), None, None, (fix,))


BOUND = Check(
    id="fact.bound",
    title=N_("Bound changed"),
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    what=N_("Compares what stands before a figure: at least, more than, up to, nearly, about."),
    why=N_("At least forty dead are not about forty."),
    silence=N_("Dismiss it where the figure is rounded and the bound turned with it."),
    confidence=0.8,
    flags=(
        example(("At least 40 people were hurt.", "Rund 40 Menschen wurden verletzt.")),
        example(("More than 300 ships came.", "Knapp 300 Schiffe kamen.")),
        example(("It costs up to £20.", "Es kostet mindestens 20 Pfund.")),
        example(("Nearly two million voted.", "Mehr als zwei Millionen stimmten ab.")),
    ),
    passes=(
        example(("At least 40 people were hurt.", "Mindestens 40 Menschen wurden verletzt.")),
        example(("More than 300 ships came.", "Über 300 Schiffe kamen.")),
        example(("Some 300 ships came.", "Knapp 300 Schiffe kamen.")),
        example(("Nearly two million voted.", "Rund zwei Millionen stimmten ab.")),
    ),
    of_row=_bounds,
)

BY_TO = Check(
    id="fact.by-to",
    title=N_("By or to"),
    category=Category.NUMBERS,
    severity=Severity.CRITICAL,
    what=N_("Looks for a change to a value that became a change by that value (auf, um), or the reverse."),
    why=N_("Inflation that rose to 3.2 percent did not rise by 3.2 points."),
    silence=N_("Dismiss it where the translation recalculates."),
    confidence=0.85,
    flags=(
        example(("Inflation rose to 3.2%.", "Die Inflation stieg um 3,2 Prozent.")),
        example(("Sales fell by 12 percent.", "Der Absatz fiel auf 12 Prozent.")),
        example(("The rate was cut to 4 percent.", "Der Satz wurde um 4 Prozent gesenkt.")),
        example(("The toll climbed to 41.", "Die Zahl der Opfer stieg um 41.")),
    ),
    passes=(
        example(("Inflation rose to 3.2%.", "Die Inflation stieg auf 3,2 Prozent.")),
        example(("Sales fell by 12 percent.", "Der Absatz fiel um 12 Prozent.")),
        example(("Sales fell by 12 percent to 40 tonnes.", "Der Absatz fiel um 12 Prozent auf 40 Tonnen.")),
        example(("It rose by 3 to 5 points.", "Es stieg um 3 bis 5 Punkte.")),
    ),
    of_row=_by_to,
)

CHECKS = (BOUND, BY_TO)
