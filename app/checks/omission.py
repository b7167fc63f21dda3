"""Sentences of the source that have nothing opposite in the translation."""

import re
from collections.abc import Iterable, Sequence

from app.checks.check import Check, Hit, example
from app.checks.passage import shortened
from app.evidence.acts import ENOUGH, distance, strongest
from app.evidence.gaps import may_be_paired
from app.evidence.overlap import rendered
from app.evidence.pieces import cuts
from app.evidence.runs import run_of
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

_GRAVE = re.compile(
    r"\d|[“”„»\"]|(?<=[a-z,] )[A-Z][\w’']+|\b(?:not|no|never|nobody|none|neither|nor|without|denie[sd]|deny|\w+n['’]t|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice)\b"
)
_ROOM = 1.75
"""How much longer than its source a translation must be to hold a neighbour's sentence as well."""

_SHORTENED = 0.9
"""The share of the source's length below which a translation may lack one of several sentences."""

_LOST, _KEPT, _LEAST_WORDS = 0.15, 0.4, 6
"""The share of its words with a counterpart up to which a sentence is missing, from which another is there, and how long it must be."""

HINT = 0.45
"""The confidence of what may well be translated nearby."""


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    """One finding a sentence, though several may be missing in a row: each is a translation to write, and each has its weight."""
    if row.missing and re.search(r"\w", row.source.plain):
        run = run_of(story, row)
        yield Hit(
            (row.place(Side.SOURCE),),
            Message(N_("“{passage}” is not translated at all."), {"passage": shortened(row.source.plain)}),
            _severity([row], row.source.plain),
            _confidence(story, run, " ".join(member.source.plain for member in run)),
        )
    elif row.source.plain and len(row.target.plain) < _SHORTENED * len(row.source.plain):
        yield from _partly(row)


def _partly(row: Row) -> Iterable[Hit]:
    """A sentence of the source of which no word has a counterpart, in a row that is too short for all its sentences."""
    sentences = cuts(row.source.plain)
    shares = [rendered(span.of(row.source.plain), row.target.plain) for span in sentences] if len(sentences) > 1 else []
    for span, share in zip(sentences, shares, strict=False):
        said = span.of(row.source.plain)
        if share <= _LOST and max(shares) >= _KEPT and len(said.split()) >= _LEAST_WORDS:
            place = row.place(Side.SOURCE, span.start, span.end)
            severity = Severity.CRITICAL if _GRAVE.search(said) else Severity.MAJOR
            yield Hit((place,), Message(N_("“{passage}” is not translated at all."), {"passage": shortened(said)}), severity, 0.7)


def _severity(run: Sequence[Row], text: str) -> Severity:
    """Critical with a number, a name, a quotation or a negation; minor for what a page left in the source."""
    if all(_is_furniture(member.source.plain) for member in run) or len(text.split()) < 3:
        return Severity.MINOR
    return Severity.CRITICAL if _GRAVE.search(text) else Severity.MAJOR


def _is_furniture(source: str) -> bool:
    """Whether the source has a link, a promotion, a label or a credit here, which a careful translator leaves out."""
    act = strongest(source)
    return act is not None and not act[0].of_a_machine and act[1] >= (ENOUGH if distance(source, german=False) > 1 else 2 * ENOUGH)


def _confidence(story: Story, run: Sequence[Row], text: str) -> float:
    """Lower where a neighbour is so long that it may hold this sentence, or where the pairing is doubtful."""
    first, last = story.index(run[0].unit), story.index(run[-1].unit)
    beside = [story.rows[at] for at in (first - 1, last + 1) if 0 <= at < len(story.rows)]
    roomy = any(row.source.plain and _has_room(row, len(text)) for row in beside)
    confidence = 0.9 - 0.4 * max(row.doubt for row in run)
    return min(confidence, HINT) if roomy or all(may_be_paired(story, row) for row in run) else confidence


def _has_room(row: Row, length: int) -> bool:
    """Whether the neighbour's translation is long enough for its own source and for half of the missing one."""
    return len(row.target.plain) > _ROOM * len(row.source.plain) and len(row.target.plain) > len(row.source.plain) + length * 0.6


OMISSION = Check(
    id="structure.omission",
    title=N_("Missing translation"),
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    what=N_(
        "One or more sentences of the source for which the translation has no counterpart; critical where they hold a number, a name, a quotation or a negation."
    ),
    why=N_("What is missing cannot be seen when reading the translation alone."),
    silence=N_("Dismiss it where the story was cut on purpose."),
    flags=(
        example(("The fair is open.", "Die Messe ist offen."), ("Entry costs 12 euros.", ""), ("Rain fell.", "Es regnete.")),
        example(("The fair is open.", "Die Messe ist offen."), ("Mayor Odile Brandt was absent.", "")),
        example(("The fair is open.", "Die Messe ist offen."), ("Visitors queued in heavy rain.", ""), ("They left in the evening.", "")),
        example(("“We were afraid.”", ""), ("The fair is open.", "Die Messe ist offen.")),
        example(("The museum opens on Sunday. Thieves stole a precious violin from the cellar at night.", "Das Museum öffnet am Sonntag.")),
    ),
    passes=(
        example(("The fair is open.", "Die Messe ist offen.")),
        example(("The fair is open. Entry costs 12 euros.", "Die Messe ist offen und kostet 12 Euro.")),
        example(("", "Anzeige"), ("The fair is open.", "Die Messe ist offen.")),
        example(("* * *", ""), ("The fair is open.", "Die Messe ist offen.")),
    ),
    of_row=_look,
)

CHECKS = (OMISSION,)
