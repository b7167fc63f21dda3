"""Sentences that end in the middle: behind a conjunction or an article."""

import re
from collections.abc import Iterable, Iterator

from app.checks.check import Check, Hit, example
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side
from app.style import Profile

_BROKEN = re.compile(
    r"(?P<word>\b(?:und|oder|weil|dass|sowie|obwohl|damit|sondern|denn|im|am|zum|zur|vom|beim|ins|ans|des|eines|seines|ihres|dessen|deren|weder|entweder))[ \xa0]*[.!?]$"
)
_STOP = re.compile(r"[.!?](?=[\s“”\"»«)]|$)")
_LONGEST = 14
"""Letters within which the last word of a sentence is looked for, and spaces behind it."""
_STAYS = frozenset({"damit", "denn", "am"})
"""Words that may end a sentence after all: „Schluss damit!“, „Was ist denn?“."""


def _look(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    for match in _broken(row.target.plain) if row.source.plain else ():
        if match["word"] not in _STAYS and match["word"] not in row.source.plain:
            message = Message(N_("The sentence ends with “{word}”: something is missing behind it."), {"word": match["word"]})
            yield Hit((row.place(Side.TARGET, match.start("word"), match.end()),), message)


def _broken(text: str) -> Iterator[re.Match[str]]:
    """Sentences with such an end, found from their full stops, of which there are few."""
    for stop in _STOP.finditer(text):
        match = _BROKEN.search(text, max(0, stop.start() - _LONGEST), stop.end())
        if match is not None:
            yield match


FRAGMENT = Check(
    id="language.fragment",
    title=N_("Sentence without an end"),
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    what=N_("Looks for sentences that stop behind a conjunction, a preposition with an article, or an article."),
    why=N_("What should follow is missing; the full stop makes it easy to overlook."),
    silence=N_("Dismiss it where somebody is interrupted; a dash or an ellipsis says so."),
    confidence=0.8,
    flags=(
        example(("They stayed because they were tired.", "Sie blieben, weil.")),
        example(("He bought pears and plums.", "Er kaufte Birnen und.")),
        example(("She went to the harbour.", "Sie ging zum.")),
        example(("The end of the summer. It rained.", "Das Ende des. Es regnete.")),
    ),
    passes=(
        example(("They stayed because they were tired.", "Sie blieben, weil sie müde waren.")),
        example(("He bought pears and –", "Er kaufte Birnen und …")),
        example(("Enough of that!", "Schluss damit!")),
        example(("He shut the door.", "Er machte die Tür zu.")),
    ),
    of_row=_look,
)

CHECKS = (FRAGMENT,)
