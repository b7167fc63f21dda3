"""How the checks of `artefact.*` report a passage: where it stands, how grave it is, how it goes."""

from collections.abc import Callable, Iterable

from app.checks.check import Hit
from app.evidence.acts import Act
from app.evidence.passages import Passage, passages_at
from app.evidence.pieces import Piece
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Edit, Fix, Place, Severity, Side, Span
from app.style import Profile

REMOVE = N_("Remove passage")
QUOTE_LENGTH = 60


def act_finder(act: Act, message: str, beside: Severity | None = None) -> Callable[[Story, Row, Profile], Iterable[Hit]]:
    """A row function that reports the passages of one act that begin in the row; `beside` is the severity where the source has the act too."""

    def find(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
        for passage in passages_at(story, row):
            first = passage.pieces[0].row.unit == row.unit
            if first and passage.act is act and (not passage.beside or beside is not None):
                yield _hit(passage, message, beside if passage.beside else None)

    return find


def _hit(passage: Passage, message: str, severity: Severity | None) -> Hit:
    places = tuple(Place(piece.row.unit, Side.TARGET, piece.span) for piece in passage.pieces)
    fix = removal(passage.pieces)
    return Hit(places, Message(message, {"passage": shortened(passage.text)}), severity, passage.confidence, (fix,))


def shortened(text: str) -> str:
    """The beginning of a passage, as a message quotes it."""
    return text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1].rsplit(" ", 1)[0] + " …"


def removal(pieces: Iterable[Piece]) -> Fix:
    """The repair that takes the pieces away: a row they fill is removed, elsewhere the words go with one space beside them."""
    by_unit: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_unit.setdefault(piece.row.unit, []).append(piece)
    remove = tuple(unit for unit, members in by_unit.items() if _fill(members))
    edits = tuple(_cut(members) for unit, members in by_unit.items() if unit not in remove)
    return Fix(Message(REMOVE), edits, remove)


def _fill(pieces: list[Piece]) -> bool:
    words = pieces[0].row.target.plain.split()
    return sum(len(piece.text.split()) for piece in pieces) >= len(words)


def _cut(pieces: list[Piece]) -> Edit:
    return deletion(pieces[0].row, Span(pieces[0].span.start, pieces[-1].span.end))


def deletion(row: Row, span: Span) -> Edit:
    """The edit that takes words out of a row's translation, with the white space that divided them from the rest."""
    text = row.target.plain
    start, end = span.start, span.end
    while end < len(text) and text[end].isspace():
        end += 1
    if end == len(text) or text[end] in ".,;:!?)":
        end = span.end
        while start > 0 and text[start - 1].isspace():
            start -= 1
    return Edit(row.unit, Span(start, end), "")
