"""The subjunctive of indirect speech, where the house insists on it."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence.quotes import quoted_in_rows
from app.evidence.speech import SAYING
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Edit, Fix, Severity, Side, Span
from app.style import HouseStyle, Profile

_RIGHT = {
    "ist": "sei", "sind": "seien", "hat": "habe", "haben": "hätten", "wird": "werde", "werden": "würden", "kann": "könne", "können": "könnten",
    "muss": "müsse", "müssen": "müssten", "soll": "solle", "sollen": "sollten", "will": "wolle", "wollen": "wollten", "darf": "dürfe", "dürfen": "dürften",
    "gibt": "gebe", "geht": "gehe", "kommt": "komme", "bleibt": "bleibe", "steht": "stehe", "liegt": "liege", "weiß": "wisse", "braucht": "brauche",
}  # fmt: skip
"""Indicatives with the form of indirect speech: the first subjunctive, the second where the first looks like the indicative."""
_SAYS = "|".join(sorted(SAYING - {"so", "gab", "gibt", "sagt", "sagen"}))
_REPORTED = re.compile(
    rf"\b(?:{_SAYS})\b(?P<who>(?: [^,.:;„“\"»«]{{1,60}})?), (?P<clause>(?!(?:und|aber|als|wie|wo|wenn|weil|nachdem|während) )(?:dass )?[^.!?;„“\"»«]{{3,160}})"
)
_FINITE = re.compile(rf"\b(?:{'|'.join(_RIGHT)})\b")
_RELATIVE = re.compile(
    r"(?:der|die|das|dem|den|deren|dessen)\b(?! (?:[a-zäöüß]+e[nr]? )?[A-ZÄÖÜ]\w+ (?:[a-zäöüß]+ )?\b(?:" + "|".join(_RIGHT) + r")\b \w)"
)
"""A relative clause; „der Damm kann brechen“, with its verb in second place, is none."""
_SUBJUNCTIVE = re.compile(
    r"\b(?:sei(?:en|st)?|habe|werde|könne|müsse|solle|wolle|dürfe|gebe|gehe|komme|bleibe|stehe|liege|wisse|brauche|\w*(?:hätt|wär|würd|könnt|müsst|dürft)en?)\b"
)


def _look(story: Story, profile: Profile) -> Iterable[Hit]:
    if not profile.style.strict_subjunctive:
        return
    quoted = quoted_in_rows(story, Side.TARGET)
    for row in story.rows:
        for span, right in _indicatives(row):
            if not any(held.start <= span.start < held.end for held in quoted.get(row.unit, [])):
                word = span.of(row.target.plain)
                fix = Fix(Message(N_("Write “{right}”"), {"right": right}), (Edit(row.unit, span, right),))
                message = Message(N_("Indirect speech: “{right}” rather than “{word}”."), {"right": right, "word": word})
                yield Hit((row.place(Side.TARGET, span.start, span.end),), message, fixes=(fix,))


def _indicatives(row: Row) -> Iterator[tuple[Span, str]]:
    """The finite verb of a reported clause without a subjunctive; in one that begins with dass it stands at the end."""
    for match in _REPORTED.finditer(row.target.plain):
        clause = match["clause"].split(",")[0]
        if _SUBJUNCTIVE.search(clause):
            continue
        verbs = list(_FINITE.finditer(clause))
        verb = (verbs[-1] if clause.startswith("dass ") else verbs[0]) if verbs else None
        if verb and verb.start() and not _RELATIVE.match(clause):
            yield Span(*verb.span()).shifted(match.start("clause")), _RIGHT[verb[0]]


MOOD = Check(
    id="language.mood",
    title=N_("Indicative in indirect speech"),
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    what=N_("Where the house wants it: looks for clauses behind a verb of saying that stand in the indicative."),
    why=N_("The subjunctive tells the reader that somebody else says so."),
    silence=N_("Switch strict_subjunctive off in the house style; it is off in every starter but the agency's."),
    confidence=0.7,
    flags=(
        example(("She said it is raining.", "Sie sagte, es ist nass.")),
        example(("He said that the boat has sunk.", "Er erklärte, dass das Boot gesunken ist.")),
        example(("The mayor said they have no money.", "Die Bürgermeisterin sagte, sie haben kein Geld.")),
        example(("Kern warned that the dam can break.", "Kern warnte, der Damm kann brechen.")),
    ),
    passes=(
        example(("She said it is raining.", "Sie sagte, es sei nass.")),
        example(("“It is wet,” she said.", "„Es ist nass“, sagte sie, als sie ging.")),
        example(("He said that the boat has sunk.", "Er erklärte, dass das Boot gesunken sei, das alt ist.")),
        example(("Kern, who said no, is ill.", "Kern, die Nein sagte, ist krank.")),
    ),
    of_story=_look,
    profile=Profile(style=HouseStyle(strict_subjunctive=True)),
)

CHECKS = (MOOD,)
