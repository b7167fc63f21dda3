"""Sentences of the translation that have nothing opposite in the source."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from app.checks.check import Check, Hit, example
from app.checks.passage import removal, shortened
from app.evidence.gaps import may_be_paired
from app.evidence.passages import run_passages
from app.evidence.pieces import Piece
from app.evidence.repeats import spare_units
from app.evidence.runs import run_of
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import BlockKind, Category, Severity, Side, Span
from app.style import Profile

_TELLING = re.compile(r"\d|[„“”\"]|(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+|\b[A-ZÄÖÜ]{2,}\b")
_EDITOR = re.compile(r"^\W*(?:\[.*\]|\(.*\))\W*$|\b(?:anm\. d\. red|anmerkung der redaktion|d\. red\.)", re.IGNORECASE)

SUBHEAD = 8
"""Words that a subhead has at most."""

HINT = 0.45
"""The confidence of what may well be the translation of a sentence nearby."""


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.added or not re.search(r"\w", row.target.plain):
        return
    run = run_of(story, row)
    explained = {piece.row.unit for passage in run_passages(story, run) for piece in passage.pieces} | spare_units(story)
    for free, rows in groupby(run, key=lambda other: other.unit not in explained):
        members = list(rows)
        if free and members[0].unit == row.unit:
            yield _hit(members, HINT if all(may_be_paired(story, member) for member in members) else 0.9)


def _hit(rows: Sequence[Row], confidence: float) -> Hit:
    text = " ".join(row.target.plain for row in rows)
    pieces = [Piece(row, Span(0, len(row.target.plain))) for row in rows]
    return Hit(
        tuple(row.place(Side.TARGET) for row in rows),
        Message(N_("Nothing in the source stands opposite “{passage}”."), {"passage": shortened(text)}),
        Severity.MINOR if _is_subhead(rows) else _severity(text),
        min(confidence, 1 - max(row.doubt for row in rows) / 2),
        (removal(pieces),),
    )


def _is_subhead(rows: Sequence[Row]) -> bool:
    """Whether this may be a subhead that the house put in: „Kritik von allen Seiten“ stands alone and is no sentence."""
    text = rows[0].target.plain
    alone = len(rows) == 1 and rows[0].starts and len(text.split()) <= SUBHEAD and not re.search(r"[.!?:\d]\W*$", text)
    return alone and (rows[0].kind is BlockKind.HEADING or not _TELLING.search(text))


def _severity(text: str) -> Severity:
    """Critical when it states something that can be wrong: a number, a name, a quotation; an editor's note is minor."""
    if _EDITOR.search(text) or len(text.split()) < 3:
        return Severity.MINOR
    return Severity.CRITICAL if _TELLING.search(text) or len(text) > 160 else Severity.MAJOR


ADDITION = Check(
    id="structure.addition",
    title=N_("Added passage"),
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    what=N_(
        "One or more sentences of the translation for which the source has no counterpart and which are nothing that machines or pages leave behind."
    ),
    why=N_("It may belong to another story, or be made up."),
    silence=N_("Dismiss it where an editor explained something to German readers."),
    flags=(
        example(("The fair is open.", "Die Messe ist offen."), ("", "Der Eintritt kostet 12 Euro."), ("Rain fell.", "Es regnete.")),
        example(("", "Ottokar Lenz wies die Vorwürfe zurück."), ("The fair is open.", "Die Messe ist offen.")),
        example(
            ("The fair is open.", "Die Messe ist offen."), ("", "Am Hafen brannte unterdessen ein Lager."), ("", "Verletzt wurde niemand.")
        ),
        example(("The fair is open.", "Die Messe ist offen."), ("", "„Wir hatten alle große Angst.“")),
    ),
    passes=(
        example(("The fair is open.", "Die Messe ist offen.")),
        example(("The fair is open.", "Die Messe ist offen."), ("", "Anzeige"), ("Rain fell.", "Es regnete.")),
        example(("The fair is open. It rains.", "Die Messe ist offen. Es regnet.")),
        example(("Nobody was hurt.", ""), ("Rain fell.", "Es regnete.")),
    ),
    of_row=_look,
)

CHECKS = (ADDITION,)
