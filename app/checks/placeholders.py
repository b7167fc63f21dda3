"""Gaps of a template that nobody filled."""

import re
from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.checks.passage import act_finder, removal, shortened
from app.evidence.acts import Act
from app.evidence.pieces import Piece
from app.evidence.signs import ELLIPSIS, asks, gaps
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.style import Profile

BETWEEN = 5
"""Characters between two gaps of one phrase, at most."""

_NOBODY = re.compile(r"\b(?:Doe|Bloggs|Average|sample|model)\b", re.IGNORECASE)
"""What English calls the people whom German calls Mustermann."""


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.target.plain:
        return
    found = _joined(gaps(row.target.plain))
    source = " ".join(other.source.plain for other in story.around(row)) if found else ""
    for span in found:
        token = span.of(row.target.plain)
        if not _same_in(source, token):
            yield _hit(row, span)


_notes = act_finder(Act.NOTE, N_("“{passage}” is a note of the desk or a gap of a template, not a part of the story."))


def _both(story: Story, row: Row, profile: Profile) -> Iterable[Hit]:
    yield from _look(story, row, profile)
    yield from _notes(story, row, profile)


def _joined(found: Iterable[Span]) -> list[Span]:
    """Gaps as one where next to nothing stands between them: „{0} von {1}“."""
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start - joined[-1].end <= BETWEEN:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def _same_in(source: str, token: str) -> bool:
    """Whether the source has this gap as well; for an omission in brackets any dots do, for the rest any gap of its form."""
    if "Muster" in token and _NOBODY.search(source):
        return True
    if token in source or (token[0].isalpha() and token.split(maxsplit=1)[0].rstrip(":") in source):
        return True
    if token[1:-1].strip() in ELLIPSIS:
        return "…" in source or "..." in source or "[" in source
    return any(span.of(source)[0] == token[0] and token[0] in "{[<%$_#@" and asks(token) is asks(span.of(source)) for span in gaps(source))


def _hit(row: Row, span: Span) -> Hit:
    token = span.of(row.target.plain)
    dots = token[1:-1].strip() in ELLIPSIS
    place = row.place(Side.TARGET, span.start, span.end)
    return Hit(
        (place,),
        Message(N_("“{token}” is a gap that nobody filled."), {"token": shortened(token)}),
        Severity.MAJOR if dots else None,
        0.6 if dots else None,
        (removal([Piece(row, span)]),),
    )


PLACEHOLDER = Check(
    id="artefact.placeholder",
    title=N_("Unfilled placeholder"),
    category=Category.MARKUP,
    severity=Severity.CRITICAL,
    what=N_(
        "A gap of a template – in braces, brackets, percent signs, as filler text or a note to oneself – that the source does not have."
    ),
    why=N_("Something that should stand there is missing, and the reader sees the gap."),
    silence=N_("Dismiss it where a story shows a placeholder that its source only describes."),
    confidence=0.95,
    flags=(
        example(("Mayor Odile Brandt opened the fair.", "Bürgermeisterin {{mayor}} eröffnete die Messe.")),
        example(("Mayor Odile Brandt opened the fair.", "Bürgermeisterin [NAME EINFÜGEN] eröffnete die Messe.")),
        example(("The fair cost 3 million.", "Die Messe kostete %d Millionen.")),
        example(("The fair is open.", "Die Messe ist offen. TODO: Eintritt klären")),
        example(("The fair is open.", "Die Messe ist offen."), ("", "Lorem ipsum dolor sit amet.")),
        example(("Photographs were shown.", "Gezeigt wurden Bilder. [hier Foto einsetzen]")),
        example(("“[Brandt] knew,” she said.", "„[Brandt] wusste es“, sagte sie [insert quote from the union].")),
    ),
    passes=(
        example(("The letter began “Dear [NAME]”.", "Der Brief begann mit „Liebe(r) [NAME]“.")),
        example(("Use {{title}} in the template.", "Man schreibe {{title}} in die Vorlage.")),
        example(("“He [the mayor] knew.”", "„Er [der Bürgermeister] wusste es.“")),
        example(("Sales rose by 5 percent.", "Der Absatz stieg um 5 %.")),
        example(("The page still said “Lorem ipsum”.", "Auf der Seite stand noch „Lorem ipsum“ zu lesen.")),
        example(("It is pure chance, [sic] he wrote.", "Es ist reiner Zufall, [sic] schrieb er.")),
    ),
    of_row=_both,
)

CHECKS = (PLACEHOLDER,)
