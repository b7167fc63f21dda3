"""Lines that keep a text in the house, left in the body: an embargo, a hold, a note to desks."""

import re
from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.checks.passage import removal
from app.evidence.pieces import Piece
from app.evidence.story import Row, Story
from app.i18n import N_, Message
from app.model import Category, Severity, Side, Span
from app.style import Profile

_MOMENT = r"(?:\d|[Mm]ontag|[Dd]ienstag|[Mm]ittwoch|[Dd]onnerstag|[Ff]reitag|[Ss]amstag|[Ss]onntag|morgen|heute|Mitternacht|[Nn]oon|[Mm]idnight|[A-Z][a-z]+day)"
_LINE = re.compile(
    rf"^\W{{0,3}}(?:(?i:sperrfrist|sperrvermerk|embargo(?:ed)?|gesperrt bis|hold for release|strictly embargoed|under embargo)\b(?:\s*:|\s+(?:bis|until|till|endet|läuft|for)\b|\s*$|.{{0,40}}{_MOMENT})"
    rf"|(?i:not for (?:release|publication|broadcast)|nicht zur (?:veröffentlichung|sendung)|nicht vor .{{2,30}}veröffentlichen|keine veröffentlichung vor|frei (?:für|ab) .{{0,30}}{_MOMENT}"
    r"|for internal use only|nur (?:für den|zum) internen gebrauch|legal hold|rechtlich gesperrt|zur rechtlichen prüfung|confidential draft|vertraulicher entwurf|do not (?:publish|distribute)|nicht (?:veröffentlichen|weitergeben)\b))"
)
_LONGEST = 160
"""Code points up to which a sentence is a line to the desk; a story may speak of an embargo at length."""


def _look(_story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    text = row.target.plain
    if len(text) > _LONGEST or not (match := _LINE.match(text)):
        return
    opposite = bool(_LINE.match(row.source.plain))
    if row.source.plain and not opposite and not match[0].isupper():
        return
    piece = Piece(row, Span(0, len(text)))
    message = Message(N_("“{words}” is a line to the desk, not to the reader."), {"words": text})
    yield Hit((row.place(Side.TARGET),), message, fixes=(removal([piece]),))


EMBARGO = Check(
    id="delivery.embargo",
    title=N_("Embargo line in the text"),
    category=Category.ADDITION,
    severity=Severity.CRITICAL,
    what=N_("Looks for lines that are meant for the desk alone: embargoes, holds, „nicht zur Veröffentlichung“."),
    why=N_("Whoever prints the line has printed the story too early, or shows readers what was not meant for them."),
    silence=N_("Dismiss it where the line is the subject of the story."),
    flags=(
        example(("EMBARGOED until Monday 6 a.m.", "SPERRFRIST bis Montag, 6 Uhr")),
        example(("", "Sperrfrist: 14. Mai, 18.00 Uhr")),
        example(("NOT FOR PUBLICATION", "Nicht zur Veröffentlichung")),
        example(("Legal hold – do not distribute", "Legal hold – nicht weitergeben")),
    ),
    passes=(
        example(("The embargo against Ostheim was lifted on Monday.", "Das Embargo gegen Ostheim wurde am Montag aufgehoben.")),
        example(("Embargoes hurt the poor, Kern said.", "Embargos treffen die Armen, sagte Kern.")),
        example(("The paper broke an embargo.", "Die Zeitung brach eine Sperrfrist.")),
        example(("The port was closed until Monday.", "Der Hafen war bis Montag gesperrt.")),
    ),
    of_row=_look,
)

CHECKS = (EMBARGO,)
