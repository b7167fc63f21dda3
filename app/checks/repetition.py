"""What is said twice, and words that go round in circles."""

from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.checks.passage import removal, shortened
from app.evidence.pieces import Piece
from app.evidence.repeats import Repeat, loop, repeats_at
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.style import Profile


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    for repeat in repeats_at(story, row.unit):
        yield _said_twice(repeat)
    circle = loop(row.target.plain) if row.target.plain else None
    if circle is not None and loop(row.source.plain) is None:
        place = row.place(Side.TARGET, *circle)
        yield Hit((place,), Message(N_("The words go round in circles.")), Severity.CRITICAL, 0.95)


def _said_twice(repeat: Repeat) -> Hit:
    piece = repeat.piece
    spare = repeat.spare
    gone = piece if spare is None or spare.unit == piece.row.unit else Piece(spare, Span(0, len(spare.target.plain)))
    place = piece.row.place(Side.TARGET, piece.span.start, piece.span.end)
    confidence = 0.95 if spare is not None or repeat.earlier.row.unit == piece.row.unit else 0.7
    return Hit(
        (place,),
        Message(N_("“{passage}” was said before; the source says it once."), {"passage": shortened(piece.text)}),
        None,
        confidence,
        (removal([gone]),),
    )


REPETITION = Check(
    id="artefact.repetition",
    title=N_("Said twice"),
    category=Category.DUPLICATION,
    severity=Severity.MAJOR,
    what=N_("A sentence or paragraph that the translation has twice and the source once, and words that repeat in a loop (critical)."),
    why=N_("Models lose their place, and copying goes wrong."),
    silence=N_("Dismiss it where a refrain is wanted."),
    flags=(
        example(
            ("The ferry sank in the night.", "Die Fähre sank in der Nacht."),
            ("", "Die Fähre sank in der Nacht."),
            ("Rain fell.", "Es regnete."),
        ),
        example(
            ("The ferry sank in the night.", "Die Fähre sank in der Nacht."),
            ("Rain fell.", "Es regnete."),
            ("", "Die Fähre sank in der Nacht."),
        ),
        example(("The ferry sank off the coast.", "Die Fähre sank vor der Küste. Die Fähre sank vor der Küste.")),
        example(("The ferry sank.", "Die Fähre sank vor der Küste vor der Küste vor der Küste vor der Küste.")),
    ),
    passes=(
        example(
            ("“We will not leave,” they said.", "„Wir gehen nicht weg“, sagten sie."),
            ("“We will not leave,” they said.", "„Wir gehen nicht weg“, sagten sie."),
        ),
        example(("Read, read, read, read, read!", "Lesen, lesen, lesen, lesen, lesen!")),
        example(("The ferry sank.", "Die Fähre sank."), ("The ferry burned.", "Die Fähre brannte.")),
        example(
            ("By noon, 30 tractors stood there.", "Mittags standen da 30 Traktoren."),
            ("By night, 30 tractors stood there.", "Nachts standen da 30 Traktoren."),
        ),
    ),
    of_row=_look,
)

CHECKS = (REPETITION,)
