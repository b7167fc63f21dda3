"""Who says so: a statement that the source ascribes to somebody and the translation makes itself."""

import re
from collections.abc import Iterable

from app.checks.check import Check, Hit, example
from app.evidence.speech import SAYING
from app.evidence.story import Row, Story
from app.evidence.tokens import tokens
from app.i18n import N_, Message
from app.model import BlockKind, Category, Severity, Side
from app.style import Profile

_WHO = (
    r"police|officials?|authorities|prosecutors?|investigators?|experts?|researchers?|scientists?|economists?|analysts?|doctors?|ministry|report|study|spokes\w+|sources?|lawyers?"
    r"|company|department|court|agency|union|government|witnesses|residents|organi[sz]ers|he|she|they|[A-Z][\w’'-]+"
)
_ENGLISH = re.compile(
    rf"\b(?:[Aa]ccording to (?=(?:the|a|an|one|two|his|her|its|several|[A-Z])\b)|(?:{_WHO}) (?:said|says)\b(?! to be| goodbye| nothing))"
)
_RULE = re.compile(
    r"\baccording to (?:(?:the|their|its|his|her|a) )?(?:\w+ )?(?:rules?|law|plan|need|age|size|number|type|culture|deal|agreement|schedule|formula|process|wish\w*)\b",
    re.IGNORECASE,
)
_GERMAN = re.compile(
    rf"\b(?:{'|'.join(sorted(SAYING))}|laut|zufolge|gemäß|nach|heißt|hieß|mitgeteilt|mitteil\w*|Mitteilung|sag\w*|gesagt|sprach\w*|sprech\w*|sprich\w*|soll|sollen|sei|seien|habe|werde|könne|müsse|wolle|dürfe|würd\w*|hätt\w*|wär\w*"
    r"|\w*mein(?:t|te|en|ten|ung)|\w*(?:behaupt|äußer|bericht|schr[ie]+b|erklär|erläuter|beschr[ie]+b|beton|warn|verkünd|teil|nann|nenn|bezeichn|ergab|ergib|ergeb|kündig|bestätig|komment|besag|weis|wies|zeig|aussag|verw[ie]+s|verlaut|vermut|schätz|geh|ging|rechn|seh|sah|sieht|halt|hält|hielt|verrat|verriet|zitier|lob|kritis|beklag|entschuldig|bekräftig|unterstr|begründ|fügte|ergänz|gab|gib|gestand|räum|mahn|forder|ford|schilder|erzähl|betracht|find|fand|stell|les|stand|steht)\w*"
    r"|Angaben|Aussage\w*|Ansicht|Meinung|Worte\w*|Sicht|Einschätzung|Auffassung|Informationen|Erkenntnis\w*|wonach|demnach|Stellungnahme|Urteil|Bericht\w*|angeblich\w*|offenbar|\w+(?:e|en) (?:er|sie)|für)\b|[„“\"»«‚‘’']",
    re.IGNORECASE,
)
_SIGNS = frozenset({"said", "says", "according"})
_PLAIN = SAYING | frozenset("laut zufolge nach für soll sollen sei habe werde würde angaben bericht".split())
_QUOTES = "„“\"»«‚‘’'"
"""The commonest of what tells who says so, which spares most rows the long pattern."""


def _look(story: Story, row: Row, _profile: Profile) -> Iterable[Hit]:
    if not row.target.plain or row.kind is not BlockKind.PARAGRAPH or _SIGNS.isdisjoint(tokens(row.source.plain).known):
        return
    ours = None if _tells(row.target.plain) else _ENGLISH.search(row.source.plain)
    if ours is None or _RULE.search(row.source.plain) or _moved(story, row):
        return
    message = Message(N_("The source says who says so (“{words}”); the translation states it by itself."), {"words": ours[0].strip()})
    confidence = row.sure(0.65)
    yield Hit((row.place(Side.SOURCE, *ours.span()), row.place(Side.TARGET)), message, None, confidence)


def _tells(text: str) -> bool:
    """Whether a German text says that, or by whom, something is said."""
    plain = not _PLAIN.isdisjoint(tokens(text).known) or any(map(text.__contains__, _QUOTES))
    return plain or _GERMAN.search(text) is not None


def _moved(story: Story, row: Row) -> bool:
    """Whether a neighbour names a source that its own original does not name."""
    return any(
        _tells(other.target.plain) and not _ENGLISH.search(other.source.plain)
        for other in story.around(row)
        if other.unit != row.unit and other.source_block == row.source_block
    )


ATTRIBUTION = Check(
    id="name.attribution",
    title=N_("Source of a statement dropped"),
    category=Category.OMISSION,
    severity=Severity.MINOR,
    what=N_(
        "Looks for “according to …”, “police said” and the like whose translation has no verb of saying, no laut or zufolge, no quotation and no subjunctive."
    ),
    why=N_("What somebody claims becomes what the newspaper knows."),
    silence=N_("Dismiss it where the paragraph names its source already."),
    confidence=0.65,
    flags=(
        example(("The boat sank at night, police said.", "Das Boot sank in der Nacht.")),
        example(("According to the Ostheim Herald, the mill is sold.", "Die Mühle ist verkauft.")),
        example(("Officials said the dam was safe.", "Der Damm war sicher.")),
        example(("The deal is dead, according to two lawyers.", "Das Abkommen ist gescheitert.")),
    ),
    passes=(
        example(("The boat sank at night, police said.", "Das Boot sank laut Polizei in der Nacht.")),
        example(("Officials said the dam was safe.", "Der Damm sei sicher, hieß es bei den Behörden.")),
        example(("Seats are given according to age.", "Die Plätze werden je nach Alter vergeben.")),
        example(("“It sank,” she said.", "„Es sank.“")),
    ),
    of_row=_look,
)

CHECKS = (ATTRIBUTION,)
